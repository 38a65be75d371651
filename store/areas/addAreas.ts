import type { Tx } from '../prismaClient.ts';
import type { Area } from './findArea.ts';

/** Puts areas on record; one that is there already is left as it is. Returns how many were new. */
export async function addAreas(tx: Tx, areas: readonly Area[]): Promise<number> {
  const { count } = await tx.area.createMany({ data: [...areas], skipDuplicates: true });
  return count;
}
