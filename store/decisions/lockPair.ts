import type { Tx } from '../prismaClient.ts';
import { samePairs } from '../people/samePeople.ts';

/** From here to the end of the transaction no other decision asks which cases of these two people there are. */
export async function lockPair(tx: Tx, pairId: string): Promise<void> {
  // Of several pairs that are the same two people everybody takes the lock of the first.
  const [first = pairId] = await samePairs(tx, pairId);
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${first}, 1))::text`;
}

/** The locks of every pair that two people are in: whether they are one person is being decided. */
export async function lockPairsOf(tx: Tx, personIds: readonly string[]): Promise<void> {
  const ids = [...personIds];
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(id::text, 1))::text FROM (
    SELECT id FROM pair WHERE victim_id = ANY(${ids}::uuid[]) OR perpetrator_id = ANY(${ids}::uuid[]) ORDER BY id) pairs`;
}
