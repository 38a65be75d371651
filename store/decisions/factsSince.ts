import type { ClockFact } from '../../domain/lifecycle/caseFact.ts';
import type { EngineFactOf } from '../../domain/matters/engineFact.ts';
import type { AnyFact } from '../../domain/matters/matter.ts';
import type { Tx } from '../prismaClient.ts';
import { forEngine } from '../projection/recordedFact.ts';
import { toInstant } from '../time.ts';

/** The facts of a matter after a version, in order, as the engine needs them. */
export async function factsSince<F extends AnyFact>(
  tx: Tx,
  matterId: string,
  version: number,
): Promise<readonly EngineFactOf<F>[]> {
  const rows = await tx.auditEvent.findMany({
    where: { caseId: matterId, seq: { gt: version } },
    orderBy: { seq: 'asc' },
  });
  return rows.map((row) =>
    forEngine<F>({
      id: row.id,
      seq: row.seq,
      recordedAt: toInstant(row.recordedAt),
      fact: factOf<F>(row.type, toInstant(row.occurredAt), row.occurredPrecision, row.data),
    }),
  );
}

/** A fact out of its row in the record; what was written there is trusted, because only facts ever were. */
export function factOf<F extends AnyFact>(type: string, at: string, precision: string, data: unknown): F | ClockFact {
  return { type, occurred: { at, precision }, data } as unknown as F | ClockFact;
}
