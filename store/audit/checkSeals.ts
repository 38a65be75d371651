import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import type { AuditFault } from './auditFault.ts';
import { hashOfSeal, sealsAfter, type Seal } from './seal.ts';
import { rowHashes, type SealedTable } from './sealedRow.ts';

/** Seals read in one go: a thousand rows each at most. */
const atOnce = 20;

/** What somebody outside the database remembers of a seal. */
export interface RememberedSeal {
  readonly number: number;
  readonly hash: string;
}

/**
 * Checks the chain over everything against the rows it covers and against what is remembered outside; gives each
 * fault as it is found: rows changed, removed or slipped in, seals missing or changed, the end cut off.
 */
export async function* checkSeals(
  tx: Tx,
  remembered: readonly RememberedSeal[],
  onSeal: () => void,
): AsyncGenerator<AuditFault> {
  const outside = new Map(remembered.map(({ number, hash }) => [number, hash]));
  const ends: Partial<Record<SealedTable, Seal>> = {};
  let before: Seal | null = null;
  for (let number = 0; ;) {
    const seals: readonly Seal[] = await sealsAfter(tx, number, atOnce);
    for (const seal of seals) {
      for (let lost = (before?.number ?? 0) + 1; lost < seal.number; lost += 1)
        yield { in: 'seal', seal: lost, why: 'missing' };
      yield* checkSeal(seal, before);
      const hash = outside.get(seal.number);
      if (hash !== undefined && hash !== seal.hash) yield { in: 'anchor', seal: seal.number, why: 'differs' };
      yield* checkRows(tx, seal, ends[seal.kind]);
      ends[seal.kind] = before = seal;
      onSeal();
    }
    number = seals.at(-1)?.number ?? number;
    if (seals.length < atOnce) break;
  }
  const furthest = Math.max(0, ...outside.keys());
  if (furthest > (before?.number ?? 0)) yield { in: 'anchor', seal: furthest, why: 'cutOff' };
}

/** How many seals there are. */
export async function countSeals(tx: Tx): Promise<number> {
  return tx.auditSeal.count();
}

/** How many rows have no seal yet, and so are vouched for by nothing outside the database. */
export async function countUnsealed(tx: Tx, kind: SealedTable): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>(Prisma.sql`
    select count(*)::int as count from ${Prisma.raw(kind)} r where (r.entered_in, r.id) > all (
      select last_in, last_id from audit_seal where kind = ${kind} order by number desc limit 1)`);
  return row?.count ?? 0;
}

function* checkSeal(seal: Seal, before: Seal | null): Generator<AuditFault> {
  if (hashOfSeal(seal) !== seal.hash) yield { in: 'seal', seal: seal.number, why: 'changed' };
  else if (seal.previousHash !== (before?.hash ?? '')) yield { in: 'seal', seal: seal.number, why: 'unchained' };
}

/** Whether each row under a seal is as it was sealed, and nothing else lies between the seal before and this one. */
export async function* checkRows(tx: Tx, seal: Seal, before: Seal | undefined): AsyncGenerator<AuditFault> {
  const { kind, rowIds, number } = seal;
  const now = await rowHashes(tx, kind, rowIds);
  for (const [index, rowId] of rowIds.entries()) {
    const hash = now.get(rowId);
    if (hash === undefined) yield { in: 'row', table: kind, rowId, seal: number, why: 'removed' };
    else if (hash !== seal.rowHashes[index]) yield { in: 'row', table: kind, rowId, seal: number, why: 'changed' };
  }
  const sealed = new Set(rowIds);
  for (const rowId of await rowsBetween(tx, seal, before))
    if (!sealed.has(rowId)) yield { in: 'row', table: kind, rowId, seal: number, why: 'slippedIn' };
}

async function rowsBetween(tx: Tx, { kind, lastIn, lastId }: Seal, before: Seal | undefined): Promise<string[]> {
  const after = before
    ? Prisma.sql`(entered_in, id) > (${before.lastIn}::xid8, ${before.lastId}::uuid) and `
    : Prisma.empty;
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    select id from ${Prisma.raw(kind)} where ${after} (entered_in, id) <= (${lastIn}::xid8, ${lastId}::uuid)
    order by entered_in, id`);
  return rows.map(({ id }) => id);
}
