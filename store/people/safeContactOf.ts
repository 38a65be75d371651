import { openContents } from '../content/openContents.ts';
import type { Sealing } from '../content/sealing.ts';
import type { Tx } from '../prismaClient.ts';

/** How a victim can be reached safely, as it was written down last; null where nothing was, or it was erased. */
export async function safeContactOf(tx: Tx, sealing: Sealing, victimId: string): Promise<unknown> {
  const row = await tx.safeContact.findUnique({ where: { victimId }, select: { contentId: true } });
  if (!row?.contentId) return null;
  const content = (await openContents(tx, sealing, [row.contentId])).get(row.contentId);
  return content?.state === 'open' ? content.value : null;
}
