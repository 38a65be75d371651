import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { samePersonAs } from './samePeople.ts';

export interface PairWanted {
  readonly newId: string;
  readonly victimId: string;
  readonly perpetratorId: string;
  /** A code; the one first recorded stays. */
  readonly relationship: string;
}

export interface PairFound {
  readonly pairId: string;
  readonly created: boolean;
  /** The pair in which the same two have each other's part: their advisers must be separate. */
  readonly reversedPairId: string | null;
}

/** The pair of a victim and a perpetrator, found or made; two at once make one. Throws where both are the same person. */
export async function findOrCreatePair(tx: Tx, wanted: PairWanted): Promise<PairFound> {
  const { newId, victimId, perpetratorId, relationship } = wanted;
  if (victimId === perpetratorId) throw new Error('Nobody is a pair with themselves');
  // Waits for another transaction that makes the same pair, then leaves it as it is.
  const [made] = await tx.$queryRaw<{ id: string; created: boolean; reversed: string | null }[]>`
    with made as (
      insert into pair (id, victim_id, perpetrator_id, relationship)
      values (${newId}::uuid, ${victimId}::uuid, ${perpetratorId}::uuid, ${relationship})
      on conflict do nothing returning id)
    select found.id, found.created, (select id from pair
        where victim_id = ${perpetratorId}::uuid and perpetrator_id = ${victimId}::uuid) as reversed
    from (select id, true as created from made union all select id, false from pair
        where victim_id = ${victimId}::uuid and perpetrator_id = ${perpetratorId}::uuid) found`;
  if (made) return { pairId: made.id, created: made.created, reversedPairId: made.reversed };
  // Made by the other while this statement waited, and therefore not yet seen by it.
  const pairId = await findPair(tx, victimId, perpetratorId);
  if (pairId === null) throw new Error('A pair that is there cannot be found');
  return { pairId, created: false, reversedPairId: await reversedPair(tx, victimId, perpetratorId) };
}

/** The pair of a victim and a perpetrator by their ids; null where they are none. */
export async function findPair(tx: Tx, victimId: string, perpetratorId: string): Promise<string | null> {
  const pair = await tx.pair.findUnique({ where: { victimId_perpetratorId: { victimId, perpetratorId } } });
  return pair?.id ?? null;
}

/** The pair of a victim and a perpetrator under whatever spelling they are on record, that of these very records first; null where they are none. */
export async function findPairOfTwo(tx: Tx, victimId: string, perpetratorId: string): Promise<string | null> {
  const [pair] = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    select id from pair where victim_id = ${samePersonAs(Prisma.sql`${victimId}::uuid`)}
      and perpetrator_id = ${samePersonAs(Prisma.sql`${perpetratorId}::uuid`)}
    order by (victim_id = ${victimId}::uuid and perpetrator_id = ${perpetratorId}::uuid) desc, id limit 1`);
  return pair?.id ?? null;
}

/** The pair in which these two have each other's part, by id; null where there is none. */
export async function reversedPair(tx: Tx, victimId: string, perpetratorId: string): Promise<string | null> {
  return findPair(tx, perpetratorId, victimId);
}
