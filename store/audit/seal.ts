import { Prisma } from '../generated/client.ts';
import { hashOf } from '../decisions/appendFacts.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { Tx } from '../prismaClient.ts';
import { toInstant } from '../time.ts';
import type { SealedTable } from './sealedRow.ts';

/** One link of the chain over everything, as it is kept. */
export interface Seal {
  readonly number: number;
  readonly kind: SealedTable;
  readonly rowIds: readonly string[];
  /** Of each row, in the order of the ids; hex. */
  readonly rowHashes: readonly string[];
  /** Where its last row stands: the transaction it was entered in, and its id. */
  readonly lastIn: string;
  readonly lastId: string;
  readonly sealedAt: IsoInstant;
  readonly previousHash: string;
  readonly hash: string;
}

const bytesOfHash = 32;

/** The hash of a seal: over everything it says, the hash of the seal before included. */
export function hashOfSeal(seal: Omit<Seal, 'hash'>): string {
  const { number, kind, rowIds, rowHashes, lastIn, lastId, sealedAt, previousHash } = seal;
  return hashOf({ number, kind, rowIds, rowHashes, lastIn, lastId, sealedAt, previousHash });
}

/** Adds a seal; two sealers that were at it together cannot both add the same number. */
export async function addSeal(tx: Tx, seal: Seal): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    insert into audit_seal (number, kind, row_ids, row_hashes, last_in, last_id, sealed_at, previous_hash, hash)
    values (${seal.number}, ${seal.kind}, ${[...seal.rowIds]}::uuid[],
      ${Buffer.from(seal.rowHashes.join(''), 'hex')}, ${seal.lastIn}::xid8, ${seal.lastId}::uuid,
      ${seal.sealedAt}::timestamptz, ${seal.previousHash}, ${seal.hash})`);
}

/** Seals after a number, in order. */
export async function sealsAfter(tx: Tx, number: number, limit: number): Promise<Seal[]> {
  return read(tx, Prisma.sql`number > ${number} order by number limit ${limit}`);
}

/** The seal with a number, or null. */
export async function sealByNumber(tx: Tx, number: number): Promise<Seal | null> {
  return (await read(tx, Prisma.sql`number = ${number}`))[0] ?? null;
}

/** The last seal of all, or the last over one table; null where there is none. */
export async function lastSeal(tx: Tx, kind?: SealedTable): Promise<Seal | null> {
  const where = kind ? Prisma.sql`kind = ${kind}` : Prisma.sql`true`;
  return (await read(tx, Prisma.sql`${where} order by number desc limit 1`))[0] ?? null;
}

/** The seals that cover these rows of a table. */
export async function sealsOver(tx: Tx, kind: SealedTable, ids: readonly string[]): Promise<Seal[]> {
  return read(
    tx,
    Prisma.sql`number in (
      select (select s.number from audit_seal s where s.kind = ${kind}
                and (s.last_in, s.last_id) >= (r.entered_in, r.id) order by s.last_in, s.last_id limit 1)
      from ${Prisma.raw(kind)} r where r.id = any(${[...ids]}::uuid[])) order by number`,
  );
}

async function read(tx: Tx, where: Prisma.Sql): Promise<Seal[]> {
  const rows = await tx.$queryRaw<
    (Omit<Seal, 'rowHashes' | 'sealedAt'> & { rowHashes: Uint8Array; sealedAt: Date })[]
  >(Prisma.sql`
    select number, kind, row_ids::text[] as "rowIds", row_hashes as "rowHashes", last_in::text as "lastIn",
      last_id as "lastId", sealed_at as "sealedAt", previous_hash as "previousHash", hash
    from audit_seal where ${where}`);
  return rows.map((row) => ({ ...row, rowHashes: split(row.rowHashes), sealedAt: toInstant(row.sealedAt) }));
}

function split(bytes: Uint8Array): string[] {
  const hex = Buffer.from(bytes).toString('hex');
  return hex.match(new RegExp(`.{1,${String(bytesOfHash * 2)}}`, 'g')) ?? [];
}
