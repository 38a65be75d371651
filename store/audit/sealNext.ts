import type { IsoInstant } from '../../domain/calendar/time.ts';
import { Prisma } from '../generated/client.ts';
import type { Store, Tx } from '../prismaClient.ts';
import { addSeal, hashOfSeal, lastSeal, type Seal } from './seal.ts';
import { rowHashes, type SealedTable } from './sealedRow.ts';

/** Rows under one seal at most. */
const mostRows = 1_000;
/** One sealer at a time, whatever workers there are. */
const sealersLock = 7_146_001;
const beforeEverything = { lastIn: '0', lastId: '00000000-0000-0000-0000-000000000000' };

/** The database counts its transactions from a lower number than it had reached: it was restored from a dump. */
export class CountedBack extends Error {
  override name = 'CountedBack';
}

/**
 * Seals the next rows of a table that are finished: those of transactions older than any that is still under way, so
 * that nothing can be entered before them any more. Null where there are none.
 */
export async function sealNext({ prisma }: Store, kind: SealedTable, at: IsoInstant): Promise<Seal | null> {
  return prisma.$transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${sealersLock})`;
    const [before, same] = [await lastSeal(tx), await lastSeal(tx, kind)];
    const rows = await finishedRows(tx, kind, same ?? beforeEverything);
    const last = rows.at(-1);
    if (!last) return null;
    const rowIds = rows.map(({ id }) => id);
    const hashes = await rowHashes(tx, kind, rowIds);
    const unhashed: Omit<Seal, 'hash'> = {
      number: (before?.number ?? 0) + 1,
      kind,
      rowIds,
      rowHashes: rowIds.map((id) => hashes.get(id) ?? gone(id)),
      lastIn: last.enteredIn,
      lastId: last.id,
      sealedAt: at,
      previousHash: before?.hash ?? '',
    };
    const seal = { ...unhashed, hash: hashOfSeal(unhashed) };
    await addSeal(tx, seal);
    return seal;
  });
}

async function finishedRows(
  tx: Tx,
  kind: SealedTable,
  { lastIn, lastId }: Pick<Seal, 'lastIn' | 'lastId'>,
): Promise<{ readonly id: string; readonly enteredIn: string }[]> {
  const [counter] = await tx.$queryRaw<{ horizon: string; behind: boolean }[]>(Prisma.sql`
    select pg_snapshot_xmin(pg_current_snapshot())::text as horizon,
      pg_snapshot_xmax(pg_current_snapshot()) <= ${lastIn}::xid8 as behind`);
  if (!counter || counter.behind)
    throw new CountedBack('The database counts its transactions from a lower number than it had reached.');
  return tx.$queryRaw(Prisma.sql`
    select id, entered_in::text as "enteredIn" from ${Prisma.raw(kind)}
    where entered_in < ${counter.horizon}::xid8 and (entered_in, id) > (${lastIn}::xid8, ${lastId}::uuid)
    order by entered_in, id limit ${mostRows}`);
}

function gone(id: string): never {
  throw new Error(`The row ${id} was removed while it was being sealed.`);
}
