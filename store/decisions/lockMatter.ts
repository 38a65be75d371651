import type { Tx } from '../prismaClient.ts';

/**
 * Takes the lock of a matter; it goes with the transaction. A statement sees what was committed when it began, so
 * whatever is to be read under the lock has to be read after this.
 */
export async function lockMatter(tx: Tx, matterId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${matterId}, 0))::text`;
}
