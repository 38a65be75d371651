import { caseKind } from '../decisions/caseKind.ts';
import { lockMatter } from '../decisions/lockMatter.ts';
import type { Store, Tx } from '../prismaClient.ts';
import { project } from '../projection/project.ts';
import { type TableName, WriteSet } from '../projection/writeSet.ts';
import { brokenLink, type BrokenLink } from './brokenLink.ts';
import { type Difference, differences, ownRows, readSnapshot, tablesOfCase, tablesOfSeveral } from './caseSnapshot.ts';
import { readRecord, type RecordedEvent } from './readRecord.ts';
import { revisionOf } from './revisionOf.ts';
import { settleMatches } from './settleMatches.ts';
import { settleProposals } from './settleProposals.ts';
import { settleReports } from './settleReports.ts';

/** What a rebuild found: nothing to do, rows that were not what the record says, or a record that cannot be trusted. */
export type Rebuilt =
  | { readonly status: 'same' }
  | { readonly status: 'mended'; readonly differences: readonly Difference[] }
  | { readonly status: 'broken'; readonly link: BrokenLink };

/** A case of some thousand entries takes a few seconds; meanwhile its lock is held. */
const timeout = 120_000;

/**
 * Lays the whole record of a case over its read model again, in one transaction under the case's lock. Where nothing
 * differs nothing is written; where the record itself is broken the read model is left as it stands.
 */
export async function rebuildReadModel(
  store: Store,
  caseId: string,
  columnsOf: (table: TableName) => readonly string[],
): Promise<Rebuilt> {
  try {
    return await store.prisma.$transaction((tx) => rebuild(tx, caseId, columnsOf), { timeout, maxWait: 10_000 });
  } catch (error) {
    if (error instanceof NothingDiffers) return { status: 'same' };
    throw error;
  }
}

/** Leaves the transaction without a trace: the rows that were written again are those that stood. */
class NothingDiffers extends Error {}

async function rebuild(tx: Tx, caseId: string, columnsOf: (table: TableName) => readonly string[]): Promise<Rebuilt> {
  await lockMatter(tx, caseId);
  const events = await readRecord(tx, caseId);
  const row = await tx.case.findUnique({
    where: { id: caseId },
    select: { seq: true, lastHash: true, epoch: true },
  });
  const link = brokenLink(events, row);
  if (link) return { status: 'broken', link };
  const before = await readSnapshot(tx, caseId);
  for (const table of tablesOfCase)
    await tx.$executeRawUnsafe(`DELETE FROM "${table}" WHERE ${ownRows(table)}`, caseId);
  const writes = new WriteSet(tablesOfSeveral);
  await layOver(tx, caseId, events, row, writes);
  await writes.flush(tx, columnsOf);
  const found = differences(before, await readSnapshot(tx, caseId));
  const reports = await settleReports(tx, caseId, events);
  const proposals = await settleProposals(tx, caseId, events);
  const matches = await settleMatches(tx, caseId, events);
  const all = [...found, ...reports, ...proposals, ...matches];
  if (all.length === 0) throw new NothingDiffers();
  return { status: 'mended', differences: all };
}

async function layOver(
  tx: Tx,
  caseId: string,
  events: readonly RecordedEvent[],
  row: { readonly epoch: number } | null,
  writes: WriteSet,
): Promise<void> {
  const [first] = events;
  const last = events.at(-1);
  if (!first || !last) return;
  const epoch = row?.epoch ?? 1;
  const facts = events.map(({ recorded }) => recorded);
  const standing = project({ id: caseId, kind: caseKind, standing: null, runningClockIds: [] }, facts, writes);
  // The row itself is never deleted: whoever marks it without the case's lock must not miss it.
  const { recordedAt } = first.recorded;
  const { seq } = last.recorded;
  writes.add('case', { ...standing, epoch, seq, revision: revisionOf(events), lastHash: last.hash, recordedAt });
  if (!row) writes.add('case', { id: caseId, parked: await hasParked(tx, caseId) });
}

async function hasParked(tx: Tx, caseId: string): Promise<boolean> {
  return (await tx.command.count({ where: { caseId, status: 'parked' } })) > 0;
}
