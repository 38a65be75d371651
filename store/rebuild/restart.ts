import type { IsoDate } from '../../domain/calendar/time.ts';
import { type CaseState, evolveAll, newCase } from '../../domain/lifecycle/caseState.ts';
import { lockMatter } from '../decisions/lockMatter.ts';
import type { Store, Tx } from '../prismaClient.ts';
import { forEngine } from '../projection/recordedFact.ts';
import { toIsoDate } from '../time.ts';
import { readRecord } from './readRecord.ts';

/** What the workflow of a case begins with when it is started from what Postgres remembers. */
export interface Restart {
  readonly epoch: number;
  readonly state: CaseState;
}

/**
 * What a case is started again from; null where it has ended or nothing is recorded of it. With the epoch raised
 * whatever workflow of it still runs writes nothing more.
 */
export async function restartOf(store: Store, caseId: string, raiseEpoch: boolean): Promise<Restart | null> {
  return store.prisma.$transaction(
    async (tx) => {
      await lockMatter(tx, caseId);
      const row = await tx.case.findUnique({ where: { id: caseId }, select: { epoch: true } });
      const record = await readRecord(tx, caseId);
      const state = evolveAll(
        newCase(),
        record.map(({ recorded }) => forEngine(recorded)),
      );
      if (!row || state.stage === 'new' || state.stage === 'ended') return null;
      if (!raiseEpoch) return { epoch: row.epoch, state };
      const data = { epoch: { increment: 1 } };
      const { epoch } = await tx.case.update({ where: { id: caseId }, data, select: { epoch: true } });
      return { epoch, state };
    },
    { timeout: 60_000, maxWait: 10_000 },
  );
}

/** Ids of every case that has not ended. */
export async function livingCases(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.case.findMany({
    where: { stage: { not: 'ended' } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id }) => id);
}

/** The last entry a case has by its row, and whether it has ended; null where there is no such case. */
export async function reachOf(
  tx: Tx,
  caseId: string,
): Promise<{ readonly seq: number; readonly ended: boolean } | null> {
  const row = await tx.case.findUnique({ where: { id: caseId }, select: { seq: true, stage: true } });
  return row && { seq: row.seq, ended: row.stage === 'ended' };
}

/** A flag that somebody has to watch: its clock runs, and its case is not silent. */
export interface WatchedFlag {
  readonly pairId: string;
  readonly caseId: string;
  readonly endsOn: IsoDate;
}

/** The flags to watch, of every pair or of one, the one that ends first first. */
export async function flagsToWatch(tx: Tx, pairId: string | null = null): Promise<readonly WatchedFlag[]> {
  const rows = await tx.$queryRaw<{ pair_id: string; case_id: string; ends_on: Date }[]>`
    SELECT c.pair_id, c.id AS case_id, c.flag_ends_on AS ends_on FROM "case" c
    WHERE c.flag_ends_on IS NOT NULL AND NOT c.silent AND (${pairId}::uuid IS NULL OR c.pair_id = ${pairId}::uuid)
      AND EXISTS (SELECT 1 FROM clock k WHERE k.case_id = c.id AND k.kind = 'repeatFlag' AND k.status <> 'ended')
    ORDER BY c.flag_ends_on, c.id`;
  return rows.map((row) => ({ pairId: row.pair_id, caseId: row.case_id, endsOn: toIsoDate(row.ends_on) }));
}
