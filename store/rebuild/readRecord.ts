import { factOf } from '../decisions/factsSince.ts';
import type { Tx } from '../prismaClient.ts';
import type { RecordedFact } from '../projection/recordedFact.ts';
import { toInstant } from '../time.ts';

/** One entry in the record of a case, with all that its hash was taken over. */
export interface RecordedEvent {
  readonly recorded: RecordedFact;
  readonly commandId: string | null;
  /** What was hashed. */
  readonly hashed: Readonly<Record<string, unknown>>;
  readonly previousHash: string;
  readonly hash: string;
}

/** The whole record of a case, in order. */
export async function readRecord(tx: Tx, caseId: string): Promise<readonly RecordedEvent[]> {
  const rows = await tx.auditEvent.findMany({ where: { caseId }, orderBy: { seq: 'asc' } });
  return rows.map(({ hash, ...row }) => {
    const { id, seq, type, occurredPrecision, commandId, previousHash, data } = row;
    const occurredAt = toInstant(row.occurredAt);
    const recordedAt = toInstant(row.recordedAt);
    const fact = factOf(type, occurredAt, occurredPrecision, data);
    return {
      recorded: { id, seq, recordedAt, fact },
      commandId,
      hashed: { ...row, occurredAt, recordedAt },
      previousHash,
      hash,
    };
  });
}
