import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { Reads } from '../directReads.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant, toInstant } from '../time.ts';

/** A session of the pages as it is kept: what lets somebody in stands here only as a hash. */
export interface PageSessionRow {
  readonly tokenHash: string;
  readonly subject: string;
  readonly formToken: string;
  readonly keyId: string;
  readonly sealed: Uint8Array<ArrayBuffer>;
  readonly beganAt: IsoInstant;
  readonly lastSeenAt: IsoInstant;
}

export async function addPageSession(tx: Tx, { beganAt, lastSeenAt, ...row }: PageSessionRow): Promise<void> {
  await tx.pageSession.create({
    data: { ...row, beganAt: fromInstant(beganAt), lastSeenAt: fromInstant(lastSeenAt) },
  });
}

export async function findPageSession(tx: Reads, tokenHash: string): Promise<PageSessionRow | null> {
  const [row] = await tx.$queryRaw<
    (Omit<PageSessionRow, 'beganAt' | 'lastSeenAt'> & { beganAt: Date; lastSeenAt: Date })[]
  >(Prisma.sql`
    select token_hash as "tokenHash", subject, form_token as "formToken", key_id as "keyId", sealed,
      began_at as "beganAt", last_seen_at as "lastSeenAt"
    from page_session where token_hash = ${tokenHash}`);
  return row ? { ...row, beganAt: toInstant(row.beganAt), lastSeenAt: toInstant(row.lastSeenAt) } : null;
}

/** Notes that a session is in use. One that was ended meanwhile stays ended. */
export async function touchPageSession(tx: Tx, tokenHash: string, at: IsoInstant): Promise<void> {
  await tx.pageSession.updateMany({ where: { tokenHash }, data: { lastSeenAt: fromInstant(at) } });
}

export async function endPageSession(tx: Tx, tokenHash: string): Promise<void> {
  await tx.pageSession.deleteMany({ where: { tokenHash } });
}

/** Ends every session of one person; gives how many there were. */
export async function endPageSessionsOf(tx: Tx, subject: string): Promise<number> {
  const { count } = await tx.pageSession.deleteMany({ where: { subject } });
  return count;
}

/** Removes sessions and held forms that began before a moment: neither can be used any more. */
export async function removeOldSessions(tx: Tx, before: IsoInstant): Promise<void> {
  await tx.pageSession.deleteMany({ where: { beganAt: { lt: fromInstant(before) } } });
  await tx.heldForm.deleteMany({ where: { heldAt: { lt: fromInstant(before) } } });
}
