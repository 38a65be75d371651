import { openContentsIn } from '../content/openContents.ts';
import type { Sealing } from '../content/sealing.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { samePeople } from './samePeople.ts';

/** Words about reaching a victim safely, and the content that holds them. */
export interface WrittenSafeContact {
  readonly contentId: string;
  readonly written: Readonly<Record<string, unknown>>;
}

/** How a victim can be reached safely, as it stands; null where nothing was written, or it was erased. */
export async function safeContactOf(tx: Tx, sealing: Sealing, victimId: string): Promise<WrittenSafeContact | null> {
  return openOne(tx, sealing, Prisma.sql`select content_id from safe_contact where victim_id = ${victimId}::uuid`);
}

/** What stands of it on other records of the same victim: contact has to be safe by each of them. */
export async function safeContactsElsewhere(
  tx: Tx,
  sealing: Sealing,
  victimId: string,
): Promise<readonly WrittenSafeContact[]> {
  const others = (await samePeople(tx, victimId)).slice(1);
  const written = await Promise.all(others.map((id) => safeContactOf(tx, sealing, id)));
  return written.filter((each) => each !== null);
}

/** What a referral said of it and nobody has decided on yet; null where there is no such answer about this victim. */
export async function proposedSafeContact(
  tx: Tx,
  sealing: Sealing,
  victimId: string,
  proposalId: string,
): Promise<WrittenSafeContact | null> {
  return openOne(
    tx,
    sealing,
    Prisma.sql`select id from safe_contact_proposal
      where id = ${proposalId}::uuid and victim_id = ${victimId}::uuid and settled_at is null`,
  );
}

async function openOne(tx: Tx, sealing: Sealing, contentId: Prisma.Sql): Promise<WrittenSafeContact | null> {
  const [found] = await openContentsIn(tx, sealing, Prisma.sql`array(${contentId})`);
  if (!found) return null;
  const [id, content] = found;
  if (content.state !== 'open') return null;
  // Checked by the contract before it was sealed.
  return { contentId: id, written: content.value as WrittenSafeContact['written'] };
}
