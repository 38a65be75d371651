import type { Tx } from '../prismaClient.ts';
import type { AuditFault } from './auditFault.ts';
import { hashOfSeal, sealsOver } from './seal.ts';
import { rowHashes, type SealedTable } from './sealedRow.ts';

/** What the seals say of some rows. */
export interface ShownCheck {
  /** The first that is not as it was sealed. */
  readonly fault: AuditFault | null;
  /** How many of the rows are under a seal; the others are too young. */
  readonly sealed: number;
}

/** Checks rows that are shown to somebody against the seals over them. */
export async function checkShown(tx: Tx, kind: SealedTable, ids: readonly string[]): Promise<ShownCheck> {
  if (ids.length === 0) return { fault: null, sealed: 0 };
  const seals = await sealsOver(tx, kind, ids);
  const now = await rowHashes(tx, kind, ids);
  const shown = new Set(ids);
  let sealed = 0;
  let fault: AuditFault | null = null;
  for (const seal of seals) {
    if (hashOfSeal(seal) !== seal.hash) fault ??= { in: 'seal', seal: seal.number, why: 'changed' };
    for (const [index, rowId] of seal.rowIds.entries()) {
      if (!shown.delete(rowId)) continue;
      sealed += 1;
      if (now.get(rowId) !== seal.rowHashes[index])
        fault ??= { in: 'row', table: kind, rowId, seal: seal.number, why: 'changed' };
    }
  }
  return { fault, sealed };
}
