import type { CaseFact } from '../../domain/lifecycle/caseFact.ts';
import type { AnyFact } from '../../domain/matters/matter.ts';
import { aboutMatter } from '../decisions/appendFacts.ts';
import { factOf } from '../decisions/factsSince.ts';
import type { AuditEvent } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import type { RecordedFact } from '../projection/recordedFact.ts';
import { toInstant } from '../time.ts';

/** One entry in the record of a matter, with all that its hash was taken over. */
export interface RecordedEvent<F extends AnyFact = CaseFact> {
  readonly recorded: RecordedFact<F>;
  readonly commandId: string | null;
  /** What was hashed. */
  readonly hashed: Readonly<Record<string, unknown>>;
  readonly previousHash: string;
  readonly hash: string;
}

/** The whole record of a matter, in order. */
export async function readRecord<F extends AnyFact = CaseFact>(
  tx: Tx,
  matterId: string,
): Promise<readonly RecordedEvent<F>[]> {
  const rows = await tx.auditEvent.findMany({ where: { caseId: matterId }, orderBy: { seq: 'asc' } });
  return rows.map((row) => recordedEvent<F>(row));
}

/** An entry in a record out of its row. */
export function recordedEvent<F extends AnyFact = CaseFact>({ hash, about, ...row }: AuditEvent): RecordedEvent<F> {
  const { id, seq, type, occurredPrecision, commandId, previousHash, data } = row;
  const occurredAt = toInstant(row.occurredAt);
  const recordedAt = toInstant(row.recordedAt);
  const fact = factOf<F>(type, occurredAt, occurredPrecision, data);
  return {
    recorded: { id, seq, recordedAt, fact },
    commandId,
    hashed: { ...row, ...aboutMatter(about), occurredAt, recordedAt },
    previousHash,
    hash,
  };
}
