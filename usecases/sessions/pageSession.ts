import { createHash, randomBytes } from 'node:crypto';
import { addHours, epochMs } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import {
  addPageSession,
  endPageSession,
  endPageSessionsOf,
  findPageSession,
  removeOldSessions,
  touchPageSession,
  type PageSessionRow,
} from '../../store/sessions/pageSessions.ts';
import { removeOldReferralDrafts } from '../../store/referral/referralDrafts.ts';
import { forgottenBefore } from '../referral/referralDrafts.ts';
import { openJson, sealJson } from './sealing.ts';
import type { SessionTools } from './sessionTools.ts';

/** However busy somebody is, after a working day they sign in again. */
const longestHours = 8;
/** A screen that was left alone. */
const idleMinutes = 30;
/** A session that has ended is known a while longer, so that what was typed in it can be kept for the one who typed it. */
const knownHours = 24;
/** Noting every request would write as often as people read. */
const noteEveryMs = 60_000;

/** Somebody's session: whose it is, and what its forms carry. `ended` is one that has run out. */
export interface PageSession {
  readonly state: 'open' | 'ended';
  readonly subject: string;
  readonly formToken: string;
}

/** Begins a session for somebody the issuer vouches for; gives the token the browser is to hold, which is kept nowhere. */
export async function beginSession(
  { store, clock, sessionKeys }: SessionTools,
  { subject, idToken }: { readonly subject: string; readonly idToken: string },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const tokenHash = hashOf(token);
  const now = clock.now();
  await removeOldSessions(store.prisma, addHours(now, -knownHours));
  await removeOldReferralDrafts(store.prisma, forgottenBefore(now));
  await addPageSession(store.prisma, {
    tokenHash,
    subject,
    formToken: randomBytes(32).toString('base64url'),
    ...sealJson(sessionKeys, idToken, placeOf(tokenHash)),
    beganAt: now,
    lastSeenAt: now,
  });
  return token;
}

/**
 * The session a token belongs to; null where there is none. It is noted as in use unless a page that was left open only
 * looks again by itself: a screen nobody sits at must run out.
 */
export async function useSession(
  { store, clock }: SessionTools,
  token: string,
  by: 'person' | 'page' = 'person',
): Promise<PageSession | null> {
  const row = await findPageSession(store.reads, hashOf(token));
  if (!row) return null;
  const now = clock.now();
  const { subject, formToken } = row;
  if (hasEnded(row, now)) return { state: 'ended', subject, formToken };
  if (by === 'person' && epochMs(now) - epochMs(row.lastSeenAt) >= noteEveryMs)
    await touchPageSession(store.prisma, row.tokenHash, now);
  return { state: 'open', subject, formToken };
}

/** Signs out here, or wherever this person is signed in; gives the identity token by which the issuer can be told. */
export async function endSession(
  { store, sessionKeys }: SessionTools,
  token: string,
  where: 'here' | 'everywhere',
): Promise<string | null> {
  const row = await findPageSession(store.reads, hashOf(token));
  if (!row) return null;
  if (where === 'everywhere') await endPageSessionsOf(store.prisma, row.subject);
  else await endPageSession(store.prisma, row.tokenHash);
  const idToken = openJson(sessionKeys, row, placeOf(row.tokenHash));
  return typeof idToken === 'string' ? idToken : null;
}

function hasEnded({ beganAt, lastSeenAt }: PageSessionRow, now: IsoInstant): boolean {
  return now >= addHours(beganAt, longestHours) || now >= addHours(lastSeenAt, idleMinutes / 60);
}

function placeOf(tokenHash: string): string {
  return `page-session/${tokenHash}`;
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
