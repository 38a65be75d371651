import type { Tx } from '../prismaClient.ts';

/** Lays down how a victim can be reached safely; a suspension that stands is left standing. */
export async function keepSafeContact(tx: Tx, victimId: string, contentId: string): Promise<void> {
  await tx.safeContact.upsert({ where: { victimId }, create: { victimId, contentId }, update: { contentId } });
}
