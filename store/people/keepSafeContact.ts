import { isDeepStrictEqual } from 'node:util';
import type { Sealing } from '../content/sealing.ts';
import type { Tx } from '../prismaClient.ts';
import { safeContactOf } from './safeContactOf.ts';

/** What a referral says of reaching its victim safely, and the content that holds it. */
export interface SaidOfSafeContact {
  readonly victimId: string;
  readonly contentId: string;
  readonly value: unknown;
}

/**
 * What became of it: the first that is said of a victim stands at once; where something stands that is the same,
 * nothing changes; where it says otherwise what stands is kept, and a person decides. An adviser may have taken out a
 * number that is not safe, and a referrer who knows nothing of it must not put it back.
 */
export type SafeContactKept = 'stands' | 'proposed';

/** Lays down what a referral says of a victim of whom nothing is known; of anybody else it can only be proposed. */
export async function keepSafeContact(tx: Tx, sealing: Sealing, said: SaidOfSafeContact): Promise<SafeContactKept> {
  const { victimId, contentId, value } = said;
  const { count } = await tx.safeContact.createMany({ data: [{ victimId, contentId }], skipDuplicates: true });
  if (count > 0) return 'stands';
  const stands = await safeContactOf(tx, sealing, victimId);
  if (stands !== null) return isDeepStrictEqual(stands.written, value) ? 'stands' : 'proposed';
  // Erased, or never written: contact with this victim may be suspended all the same, and stays so.
  await tx.safeContact.update({ where: { victimId }, data: { contentId } });
  return 'stands';
}
