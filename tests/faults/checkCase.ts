import type { DirectoryEntry } from '../../domain/notices/directory.ts';
import { defaultPolicyEntries } from '../../domain/policy/defaults.ts';
import { policyInForce } from '../../domain/policy/policyInForce.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import { workflowIds } from '../../contracts/workflowIds.ts';
import { directoryFor } from '../../store/practitioners/directoryFor.ts';
import { brokenLink } from '../../store/rebuild/brokenLink.ts';
import { readRecord, type RecordedEvent } from '../../store/rebuild/readRecord.ts';
import { stateQuery } from '../../workflows/messages.ts';
import { untilTrue } from '../environment/programs/untilTrue.ts';
import { type Entry, expectedNotices } from './expectedNotices.ts';
import type { ExpectedMail } from './checkMail.ts';
import { newsOfCommands } from './newsByHand.ts';
import { workflowPatienceMs } from './settled.ts';
import type { World } from './world.ts';

/**
 * One case after a fault: its record complete, in order and chained, its workflow at the end of that record, and the
 * messages written for it exactly those that policy asks for. Gives these messages.
 */
export async function checkCase(world: World, caseId: string): Promise<readonly ExpectedMail[]> {
  const { prisma } = world.store;
  const events = await readRecord(prisma, caseId);
  const row = await prisma.case.findUniqueOrThrow({ where: { id: caseId } });
  const link = brokenLink(events, row);
  if (link) throw new Error(`Case ${caseId}: the record is broken at ${String(link.seq)} (${link.why}).`);
  if (row.seq !== events.length) throw new Error(`Case ${caseId}: the record is longer than the case knows.`);
  checkOrder(caseId, events);
  await checkWorkflow(world, caseId, row.seq);
  return checkNotices(world, caseId, row.areaId, events);
}

/**
 * An answer may have been read from the database before the workflow has heard that its decision is recorded: a worker
 * that died in between is given up by the engine after seconds, and then another catches up, by itself.
 */
async function checkWorkflow({ engine }: World, caseId: string, seq: number): Promise<void> {
  const handle = engine.workflow.getHandle(workflowIds.ofCase(caseId));
  const what = `the workflow of case ${caseId} has seen all of its ${String(seq)} facts`;
  await untilTrue(what, async () => (await handle.query(stateQuery)).version === seq, workflowPatienceMs);
}

function checkOrder(caseId: string, events: readonly RecordedEvent[]): void {
  for (const [index, { recorded }] of events.entries()) {
    const before = events[index - 1]?.recorded.recordedAt;
    if (before !== undefined && recorded.recordedAt < before)
      throw new Error(`Case ${caseId}: entry ${String(recorded.seq)} was recorded before the one it follows.`);
  }
}

async function checkNotices(world: World, caseId: string, areaId: string, events: readonly RecordedEvent[]) {
  const { prisma } = world.store;
  const area = await prisma.area.findUniqueOrThrow({ where: { id: areaId } });
  const entries = events.map(({ recorded }): Entry => recorded);
  const expected = expectedNotices(entries, {
    directory: await directoryOf(world, areaId),
    policyOn: (instant) => policyInForce(defaultPolicyEntries, area.code, londonDate(instant)),
  });
  const written = await prisma.notice.findMany({ where: { caseId } });
  const [wanted, there] = [new Set(expected.keys()), new Set(written.map(({ key }) => key))];
  const differing = [...wanted, ...there].filter((key) => !wanted.has(key) || !there.has(key));
  if (differing.length > 0 || written.length !== there.size)
    throw new Error(`Case ${caseId}: messages missing or too many: ${differing.join(', ')}.`);
  const addresses = await prisma.practitioner.findMany({ select: { id: true, email: true } });
  const emailOf = new Map(addresses.map(({ id, email }) => [id, email]));
  await checkByHand(world, caseId, written, emailOf);
  const ended = new Set(entries.flatMap(({ fact }) => (fact.type === 'clockEnded' ? [fact.data.clock.id] : [])));
  return written.map(({ key, messageId, status, recipientId, clockId }): ExpectedMail => {
    const asked = expected.get(key);
    if (asked?.recipientId !== recipientId) throw new Error(`${key} is meant for somebody else.`);
    const to = emailOf.get(recipientId) ?? '';
    return { ...asked, key, messageId, status, to, mayBeWithdrawn: clockId !== null && ended.has(clockId) };
  });
}

/** What the pure rules ask for is what was agreed: they are not the only witness of themselves. */
async function checkByHand(
  { store, handedOver }: World,
  caseId: string,
  written: readonly { readonly code: string; readonly clockId: string | null; readonly recipientId: string }[],
  emailOf: ReadonlyMap<string, string>,
): Promise<void> {
  const commands = await store.prisma.command.findMany({ where: { caseId }, select: { id: true, type: true } });
  const agreed = newsOfCommands(commands.map(({ id, type }) => (handedOver.has(id) ? 'handedOver' : type)));
  // A parked command is told to administrators; the row in which one is parked looks at that mail itself.
  const news = written.filter(({ clockId, code }) => clockId === null && code !== 'commandParked');
  const told = news.map(({ code, recipientId }) => `${code} ${emailOf.get(recipientId) ?? ''}`).toSorted();
  if (told.join() !== agreed.join())
    throw new Error(`Case ${caseId}: agreed is to tell ${agreed.join(', ')}; told was ${told.join(', ')}.`);
}

/** Everybody there is by now; who of them is told is for the rules to say. */
async function directoryOf({ store: { prisma } }: World, areaId: string): Promise<readonly DirectoryEntry[]> {
  const practitionerIds = (await prisma.practitioner.findMany({ select: { id: true } })).map(({ id }) => id);
  return directoryFor(prisma, { areaIds: [areaId], agencyIds: [], practitionerIds });
}
