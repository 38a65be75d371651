import type { AnyFact } from '../../domain/matters/matter.ts';
import { hashOf } from '../decisions/appendFacts.ts';
import type { Tx } from '../prismaClient.ts';
import { recordedEvent } from '../rebuild/readRecord.ts';
import { toInstant } from '../time.ts';

/** The tables whose rows are sealed: what happened, and who read or did it. */
export const sealedTables = ['audit_event', 'access_log'] as const;
export type SealedTable = (typeof sealedTables)[number];

/** The hash of each of these rows as it stands, by id; a row that is not there has none. */
export async function rowHashes(
  tx: Tx,
  table: SealedTable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const where = { id: { in: [...ids] } };
  if (table === 'audit_event') {
    const events = (await tx.auditEvent.findMany({ where })).map((row) => recordedEvent<AnyFact>(row));
    return new Map(events.map(({ recorded, hashed, hash }) => [recorded.id, hashOf({ ...hashed, hash })]));
  }
  const rows = await tx.accessLog.findMany({ where });
  return new Map(rows.map(({ at, ...row }) => [row.id, hashOf({ ...row, at: toInstant(at) })]));
}
