import type { Tx } from '../prismaClient.ts';
import type { Agency } from './findAgencies.ts';

/** Puts agencies on record; one that is there already is left as it is. Returns how many were new. */
export async function addAgencies(tx: Tx, agencies: readonly Agency[]): Promise<number> {
  const { count } = await tx.agency.createMany({ data: [...agencies], skipDuplicates: true });
  return count;
}
