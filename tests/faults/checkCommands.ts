import type { SentCommand } from './ledger.ts';
import type { World } from './world.ts';

interface Kept {
  readonly id: string;
  readonly key: string;
  readonly type: string;
  readonly status: string;
  readonly caseId: string;
  readonly answer: { readonly ok?: boolean; readonly revision?: number } | null;
}

/** The fact that each command of the load leads to, once. */
const factOf: Readonly<Record<string, string>> = {
  submitReferral: 'referralReceived',
  screenReferral: 'referralAccepted',
  allocateAdviser: 'adviserAllocated',
  setAction: 'actionSet',
  completeAction: 'actionCompleted',
  recordContactAttempt: 'contactAttempted',
  gradeRisk: 'riskGraded',
  listCase: 'caseListed',
  takeOffList: 'takenOffList',
  callToEmergency: 'caseListed',
  addLiveDate: 'liveDateAdded',
};

/**
 * Holds commands of the ledger against the product's own rows and record: each acknowledged one is there once, with
 * the answer that was given, and led to its fact once; one without an answer is there at most once, and is decided.
 * Gives the cases they are about.
 */
export async function checkCommands(world: World, sent: readonly SentCommand[]): Promise<readonly string[]> {
  const { prisma } = world.store;
  const kept = (await prisma.command.findMany({
    where: { key: { in: sent.map(({ key }) => key) } },
    select: { id: true, key: true, type: true, status: true, caseId: true, answer: true },
  })) as readonly Kept[];
  const byKey = new Map(kept.map((row) => [row.key, row]));
  if (byKey.size !== kept.length) throw new Error('A key stands for more than one command.');
  const caseIds = [...new Set(kept.map(({ caseId }) => caseId))];
  const facts = await prisma.auditEvent.findMany({
    where: { caseId: { in: caseIds }, commandId: { not: null } },
    select: { commandId: true, type: true },
  });
  const times = new Map<string, number>();
  for (const { commandId, type } of facts) {
    const what = `${String(commandId)} ${type}`;
    times.set(what, (times.get(what) ?? 0) + 1);
  }
  for (const command of sent) checkOne(command, byKey.get(command.key), times);
  await checkNothingMore(world, caseIds, facts, sent);
  return caseIds;
}

function checkOne(
  { path, acknowledged }: SentCommand,
  row: Kept | undefined,
  times: ReadonlyMap<string, number>,
): void {
  if (!row) {
    if (acknowledged) throw new Error(`${path} was acknowledged as ${acknowledged.commandId} and is not there.`);
    return;
  }
  const fact = factOf[row.type];
  const what = `${path} (${row.id})`;
  if (row.status !== 'resolved' || row.answer?.ok !== true) throw new Error(`${what} is ${row.status}.`);
  if (times.get(`${row.id} ${String(fact)}`) !== 1)
    throw new Error(`${what} led to ${String(fact)} ${String(times.get(`${row.id} ${String(fact)}`) ?? 0)} times.`);
  if (acknowledged && (acknowledged.commandId !== row.id || acknowledged.revision !== row.answer.revision))
    throw new Error(`${what} was acknowledged with another answer than the one on record.`);
}

/** Nothing is on record of these cases that nobody sent, but for what a batch led to. */
async function checkNothingMore(
  { store: { prisma }, causes, handedOver }: World,
  caseIds: readonly string[],
  facts: readonly { readonly commandId: string | null }[],
  sent: readonly SentCommand[],
): Promise<void> {
  const rows = await prisma.command.findMany({
    where: { caseId: { in: [...caseIds] } },
    select: { id: true, key: true, causeId: true },
  });
  const known = new Set(sent.map(({ key }) => key));
  const strangers = rows.filter(
    ({ id, key, causeId }) => !known.has(key) && !handedOver.has(id) && (causeId === null || !causes.has(causeId)),
  );
  if (strangers.length > 0) throw new Error(`Commands nobody sent: ${strangers.map(({ id }) => id).join(', ')}.`);
  const ids = new Set(rows.map(({ id }) => id));
  const orphan = facts.find(({ commandId }) => commandId !== null && !ids.has(commandId));
  if (orphan) throw new Error(`The record names command ${String(orphan.commandId)}, of which there is no row.`);
}
