import type { CaseFact, ClockFact, EngineFact } from '../../domain/lifecycle/caseFact.ts';
import type { Tx } from '../prismaClient.ts';
import { forEngine } from '../projection/recordedFact.ts';
import { toInstant } from '../time.ts';

/** The facts of a case after a version, in order, as the engine needs them. */
export async function factsSince(tx: Tx, caseId: string, version: number): Promise<readonly EngineFact[]> {
  const rows = await tx.auditEvent.findMany({ where: { caseId, seq: { gt: version } }, orderBy: { seq: 'asc' } });
  return rows.map((row) =>
    forEngine({
      id: row.id,
      seq: row.seq,
      recordedAt: toInstant(row.recordedAt),
      fact: factOf(row.type, toInstant(row.occurredAt), row.occurredPrecision, row.data),
    }),
  );
}

/** A fact out of its row in the record; what was written there is trusted, because only facts ever were. */
export function factOf(type: string, at: string, precision: string, data: unknown): CaseFact | ClockFact {
  return { type, occurred: { at, precision }, data } as CaseFact | ClockFact;
}
