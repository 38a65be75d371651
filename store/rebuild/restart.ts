import type { IsoDate } from '../../domain/calendar/time.ts';
import { type CaseState, evolveAll, newCase } from '../../domain/lifecycle/caseState.ts';
import { isFinished } from '../../domain/lifecycle/commands/retention.ts';
import { isLiving } from '../cases/isLiving.ts';
import { lockMatter } from '../decisions/lockMatter.ts';
import { Prisma } from '../generated/client.ts';
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
 * What a case is started again from; null where nothing of it is left to wait for, or nothing is recorded of it. With the epoch raised
 * whatever workflow of it still runs writes nothing more. One that a death holds is started again though it has ended altogether, where
 * that death may be taken back.
 */
export async function restartOf(
  store: Store,
  caseId: string,
  raiseEpoch: boolean,
  deathTakenBack = false,
): Promise<Restart | null> {
  return store.prisma.$transaction(
    async (tx) => {
      await lockMatter(tx, caseId);
      const row = await tx.case.findUnique({ where: { id: caseId }, select: { epoch: true } });
      const record = await readRecord(tx, caseId);
      const state = evolveAll(
        newCase(),
        record.map(({ recorded }) => forEngine(recorded)),
      );
      if (!row || state.stage === 'new') return null;
      if (isFinished(state) && !(deathTakenBack && state.frozen)) return null;
      if (!raiseEpoch) return { epoch: row.epoch, state };
      const data = { epoch: { increment: 1 } };
      const { epoch } = await tx.case.update({ where: { id: caseId }, data, select: { epoch: true } });
      return { epoch, state };
    },
    { timeout: 60_000, maxWait: 10_000 },
  );
}

/** Ids of every case that has a workflow. */
export async function livingCases(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>(
    Prisma.sql`select c.id from "case" c where ${isLiving(Prisma.sql`c`)} order by c.id`,
  );
  return rows.map(({ id }) => id);
}

/** The last entry a case has by its row, and whether nothing of it is left to wait for; null where there is no such case. */
export async function reachOf(
  tx: Tx,
  caseId: string,
): Promise<{ readonly seq: number; readonly finished: boolean } | null> {
  const [row] = await tx.$queryRaw<{ seq: number; finished: boolean }[]>(
    Prisma.sql`select c.seq, not ${isLiving(Prisma.sql`c`)} as finished from "case" c where c.id = ${caseId}::uuid`,
  );
  return row ?? null;
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
