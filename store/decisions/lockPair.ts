import type { Tx } from '../prismaClient.ts';

/** From here to the end of the transaction no other decision asks which cases of this pair there are. */
export async function lockPair(tx: Tx, pairId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${pairId}, 1))::text`;
}
