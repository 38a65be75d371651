import { openContentsIn } from '../content/openContents.ts';
import type { Sealing } from '../content/sealing.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';

/** How a victim can be reached safely, as it was written down last; null where nothing was, or it was erased. */
export async function safeContactOf(tx: Tx, sealing: Sealing, victimId: string): Promise<unknown> {
  const contentId = Prisma.sql`array(select content_id from safe_contact where victim_id = ${victimId}::uuid)`;
  const [content] = (await openContentsIn(tx, sealing, contentId)).values();
  return content?.state === 'open' ? content.value : null;
}
