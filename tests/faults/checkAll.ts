import { untilTrue } from '../environment/programs/untilTrue.ts';
import type { TakenMail } from '../environment/programs/ownMailServer.ts';
import { readColumns } from '../../store/projection/writeSet.ts';
import { rebuildReadModel } from '../../store/rebuild/rebuildReadModel.ts';
import { checkAudit } from './checkAudit.ts';
import { checkCase } from './checkCase.ts';
import { checkCommands } from './checkCommands.ts';
import { checkMail } from './checkMail.ts';
import { checkMeetings } from './checkMeetings.ts';
import { settled, workflowPatienceMs } from './settled.ts';
import type { SentCommand } from './ledger.ts';
import type { World } from './world.ts';

const atOnce = 4;
const checkedBefore = new WeakMap<World, number>();

/**
 * Everything that has to hold after a fault, once the product has come to rest by itself: commands exactly once, the
 * record and the whole audit complete and in order, messages exactly those policy asks for, mailed, the read model equal to a rebuild, no
 * workflow stuck. Looks at the cases that were worked on since the last time.
 */
export async function checkAll(world: World): Promise<void> {
  await settled(world);
  const sent = world.ledger.all();
  const fresh = sent.slice(checkedBefore.get(world) ?? 0);
  const paths = new Set(fresh.map(caseOfPath));
  await checkSent(
    world,
    sent.filter((command) => paths.has(caseOfPath(command))),
  );
  checkedBefore.set(world, sent.length);
}

/** The same over everything that was ever sent. */
export async function checkFromTheBeginning(world: World): Promise<void> {
  await settled(world);
  await checkSent(world, world.ledger.all());
}

/** A command is about the case its address names, or the one it opened. */
function caseOfPath({ path, acknowledged }: SentCommand): string {
  return /^\/cases\/([^/]+)/.exec(path)?.[1] ?? acknowledged?.reference ?? path;
}

async function checkSent(world: World, sent: readonly SentCommand[]): Promise<void> {
  const caseIds = [...(await checkCommands(world, sent))];
  const columnsOf = await readColumns(world.store.prisma);
  const taken = world.product.mail.taken();
  const work = async (): Promise<void> => {
    for (let caseId = caseIds.pop(); caseId !== undefined; caseId = caseIds.pop()) {
      const expected = await checkCase(world, caseId);
      checkMail(world, taken, expected);
      const rebuilt = await rebuildReadModel(world.store, caseId, columnsOf);
      if (rebuilt.status !== 'same')
        throw new Error(`Case ${caseId}: the read model is not what the record says (${JSON.stringify(rebuilt)}).`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  await checkMeetings(world, columnsOf);
  await checkAudit(world);
  const { prisma } = world.store;
  const parked = await prisma.command.count({ where: { status: 'parked' } });
  if (parked > 0) throw new Error(`${String(parked)} commands are parked.`);
  await checkWritten(world, taken);
  world.copies = taken.length - new Set(taken.map(({ messageId }) => messageId)).size;
}

/**
 * Whatever was mailed is on record. After a restore it may take a moment: a meeting that was near invites its agencies once
 * more, by itself and under the same Message-ID.
 */
async function checkWritten({ store }: World, taken: readonly TakenMail[]): Promise<void> {
  const strangers = async () => {
    const written = await store.prisma.notice.findMany({ select: { messageId: true } });
    const known = new Set(written.map(({ messageId }) => messageId));
    return taken.filter(({ messageId }) => !known.has(messageId)).map(({ messageId }) => messageId);
  };
  try {
    await untilTrue(
      'every message that was mailed is on record',
      async () => (await strangers()).length === 0,
      workflowPatienceMs,
    );
  } catch (error) {
    throw new Error(`A message nobody wrote was mailed: ${(await strangers()).join(', ')}.`, { cause: error });
  }
}
