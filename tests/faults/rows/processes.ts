import { setTimeout as pause } from 'node:timers/promises';
import { workflowIds } from '../../../contracts/workflowIds.ts';
import { untilTrue } from '../../environment/programs/untilTrue.ts';
import { type FaultRow, faultEachTime, faultUnderLoad } from '../faultRow.ts';
import type { SentCommand } from '../ledger.ts';
import { anAction, anAttempt, openCase, people, underLoad, type WorkedCase } from '../load.ts';
import { disturbing, type World } from '../world.ts';

/** The worker and the API, killed at any moment and at the worst ones. */
export const processRows: readonly FaultRow[] = [
  faultUnderLoad(
    { name: 'worker-killed', what: 'worker killed (-9) while cases are worked on', times: { long: 20, short: 1 } },
    (world) =>
      disturbing(world, async () => {
        await world.product.worker.kill();
        world.product.worker.start();
      }),
    // Two hundred cases in all.
    { short: { cases: 4, commandsEach: 4 }, long: { cases: 10, commandsEach: 6 } },
  ),
  faultEachTime(
    {
      name: 'worker-killed-after-commit',
      what: 'worker killed between commit and completion, then another command first',
      times: { long: 20, short: 1 },
    },
    (world) => underLoad(world, { cases: 1, commandsEach: 1 }, () => killedAfterCommit(world)),
  ),
  faultEachTime(
    {
      name: 'worker-killed-asked-again',
      what: 'worker killed between commit and completion, then asked for the same again',
      times: { long: 20, short: 1 },
    },
    (world) => underLoad(world, { cases: 1, commandsEach: 1 }, () => askedAgain(world)),
  ),
  faultUnderLoad(
    { name: 'api-killed-before-update', what: 'API killed between staging and update', times: { long: 20, short: 1 } },
    (world, time) => apiKilled(world, 'there', 'staged', time),
  ),
  faultUnderLoad(
    { name: 'api-killed-before-answer', what: 'API killed between update and answer', times: { long: 20, short: 1 } },
    (world, time) => apiKilled(world, 'back', 'resolved', time),
  ),
];

function linesOf({ product }: World) {
  if (!product.lines) throw new Error('This fault needs lines that can be held.');
  return product.lines;
}

/** Whether the row of a command has come so far. */
function isThere({ store }: World, { key }: SentCommand, status: 'staged' | 'resolved'): Promise<boolean> {
  const where = { key, ...(status === 'resolved' ? { status } : {}) };
  return store.prisma.command.count({ where }).then((count) => count > 0);
}

/**
 * The worker commits a decision and dies before the engine hears of it; the engine dies too, so that it knows of that
 * command no longer. Another command reaches the new worker first, whose workflow has not seen the first.
 */
async function killedAfterCommit(world: World): Promise<void> {
  const { product, ledger, caller } = world;
  const lines = linesOf(world);
  const worked = await openCase(world);
  const other = ledger.enter(people.adviser, `/cases/${worked.reference}/contact-attempts`, anAttempt());
  const first = await disturbing(world, async () => {
    const { command, answered } = await committedUnheard(world, worked);
    await product.worker.kill();
    lines.worker.cut();
    lines.worker.release();
    // The API asks again by itself until it gives up: meanwhile it must not reach the engine.
    lines.api.hold('there');
    lines.api.cut();
    await product.engine.kill();
    await product.engine.start();
    await answered;
    lines.api.cut();
    lines.api.release();
    const another = caller.untilAcknowledged(other);
    await untilTrue('the other command is on its way', () => isThere(world, other, 'staged'));
    await pause(300);
    product.worker.start();
    await another;
    return command;
  });
  await caller.untilAcknowledged(first);
  await checkItWasBehind(world, first, other);
}

/**
 * The worker commits a decision and dies before the engine hears of it. The engine lives and gives the same command to the
 * new worker, whose workflow has not seen it: it is answered with what was recorded, and recorded once.
 */
async function askedAgain(world: World): Promise<void> {
  const { product, caller } = world;
  const line = linesOf(world).worker;
  const worked = await openCase(world);
  const command = await disturbing(world, async () => {
    const { command: committed, answered } = await committedUnheard(world, worked);
    await product.worker.kill();
    line.cut();
    line.release();
    product.worker.start();
    await answered;
    return committed;
  });
  await caller.untilAcknowledged(command);
  const caseId = await caseOf(world, command);
  const commands = await world.store.prisma.command.count({ where: { caseId } });
  await untilTrue(
    'the engine gave the new worker the same command',
    async () => (await updatesTaken(world, caseId)) === commands,
  );
}

async function caseOf({ store }: World, { key }: SentCommand): Promise<string> {
  return (await store.prisma.command.findFirstOrThrow({ where: { key } })).caseId ?? '';
}

/** How many commands the present run of a case’s workflow was given and took. */
async function updatesTaken({ engine }: World, caseId: string): Promise<number> {
  const { events } = await engine.workflow.getHandle(workflowIds.ofCase(caseId)).fetchHistory();
  return (events ?? []).filter((event) => event.workflowExecutionUpdateAcceptedEventAttributes).length;
}

/**
 * Sends commands to a case until one is decided while the worker's line to the engine is held: where the line was held
 * just as the worker was about to ask for work, it gets none, and the fault has not happened.
 */
async function committedUnheard(
  world: World,
  { reference }: WorkedCase,
): Promise<{ readonly command: SentCommand; readonly answered: Promise<unknown> }> {
  const { ledger, caller } = world;
  const line = linesOf(world).worker;
  for (let tries = 1; tries <= 5; tries += 1) {
    const command = ledger.enter(people.coordinator, `/cases/${reference}/actions`, anAction());
    line.hold('there');
    const answered = caller.tryOnce(command);
    const committed = await untilTrue('it is committed', () => isThere(world, command, 'resolved'), 10_000).then(
      () => true,
      () => false,
    );
    if (committed) return { command, answered };
    line.release();
    await answered;
    await caller.untilAcknowledged(command);
  }
  throw new Error('The worker never took a command while its line was held.');
}

/** The engine never took the first command, and yet it stands on record, before the other one. */
async function checkItWasBehind(world: World, first: SentCommand, other: SentCommand): Promise<void> {
  const { store } = world;
  const rows = await store.prisma.command.findMany({ where: { key: { in: [first.key, other.key] } } });
  const caseId = await caseOf(world, first);
  const commands = await store.prisma.command.count({ where: { caseId } });
  // The answer may have been read from the database before the engine has heard of it.
  await untilTrue(
    'the engine took every command but the first',
    async () => (await updatesTaken(world, caseId)) === commands - 1,
  );
  const seqOf = async (key: string) => {
    const commandId = rows.find((row) => row.key === key)?.id ?? '';
    const fact = await store.prisma.auditEvent.findFirst({ where: { commandId }, orderBy: { seq: 'asc' } });
    return fact?.seq ?? 0;
  };
  if ((await seqOf(first.key)) >= (await seqOf(other.key)))
    throw new Error('The command that was committed first does not stand first.');
}

/**
 * The API dies while the line to the engine is held in one direction, so that a command is staged and not sent, or
 * decided and not answered. Every other time, in the long form, nobody sends it again: the reconciler has to.
 */
async function apiKilled(world: World, direction: 'there' | 'back', when: 'staged' | 'resolved', time: number) {
  const { product, ledger, caller, form } = world;
  const line = linesOf(world).api;
  const worked = await openCase(world);
  const command = ledger.enter(people.coordinator, `/cases/${worked.reference}/actions`, anAction());
  await disturbing(world, async () => {
    line.hold(direction);
    const answered = caller.tryOnce(command);
    await untilTrue(`the command is ${when}`, () => isThere(world, command, when));
    await product.api.kill();
    line.cut();
    line.release();
    product.api.start();
    if (await answered) throw new Error('An API that was killed has answered.');
  });
  if (form === 'short' || time % 2 === 1) await caller.untilAcknowledged(command);
}
