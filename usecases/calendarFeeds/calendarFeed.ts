import { createHash, randomBytes } from 'node:crypto';
import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { CourtDiaryView } from '../../contracts/views/courtDiaryView.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { addDays, londonDate } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import {
  calendarFeedBy,
  calendarFeedOf,
  removeCalendarFeed,
  replaceCalendarFeed,
} from '../../store/calendarFeeds/calendarFeeds.ts';
import { actorById } from '../../store/practitioners/actorOf.ts';
import { readCourtDiary } from '../court/readCourtDiary.ts';
import type { Dependencies } from '../dependencies.ts';

/** What a calendar shows at once; further off, dates change before anybody gets there. */
const daysBack = 7;
const daysAhead = 180;
const mostEntries = 1_000;

type Request = { readonly actor: Actor; readonly route: string };

/** When somebody's feed was made; null where they have none. */
export async function feedOf({ store }: Dependencies, { practitionerId }: Actor): Promise<IsoInstant | null> {
  return (await calendarFeedOf(store.prisma, practitionerId))?.madeAt ?? null;
}

/** Makes a secret address for somebody's calendar, which ends the one before; it is given once and kept only as a hash. */
export async function makeCalendarFeed(
  { store, clock }: Dependencies,
  { actor: { practitionerId }, route }: Request,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const at = clock.now();
  await store.prisma.$transaction(async (tx) => {
    await replaceCalendarFeed(tx, { practitionerId, tokenHash: hashOf(token), madeAt: at });
    await recordAccess(tx, noted(practitionerId, 'makeCalendarFeed', route, 'done', at));
  });
  return token;
}

/** Ends somebody's feed: from now on its address leads nowhere. */
export async function revokeCalendarFeed(
  { store, clock }: Dependencies,
  { actor: { practitionerId }, route }: Request,
): Promise<void> {
  await store.prisma.$transaction(async (tx) => {
    const ended = await removeCalendarFeed(tx, practitionerId);
    const outcome = ended ? 'done' : 'refused';
    await recordAccess(tx, noted(practitionerId, 'revokeCalendarFeed', route, outcome, clock.now()));
  });
}

/**
 * The court diary behind a secret address, as its owner may see it at this moment: somebody who has left, or lost the
 * role, is shown nothing. An adviser gets their own cases, everybody else what is in their areas.
 */
export async function readCalendarFeed(
  deps: Dependencies,
  token: string,
  route: string,
): Promise<{ readonly ok: true; readonly items: readonly CourtDiaryView[] } | RequestProblem> {
  const { prisma } = deps.store;
  const today = londonDate(deps.clock.now());
  const feed = await calendarFeedBy(prisma, hashOf(token));
  const actor = feed && (await actorById(prisma, feed.practitionerId, today));
  if (!actor) return problem('NOT_FOUND');
  const diary = await readCourtDiary(deps, actor, route, {
    from: addDays(today, -daysBack),
    until: addDays(today, daysAhead),
    practitioner: actor.appointments.some(({ role }) => role === 'idva') ? actor.practitionerId : undefined,
    after: null,
    limit: mostEntries,
  });
  return diary.ok ? { ok: true, items: diary.items } : problem('NOT_FOUND');
}

function noted(actorId: string, event: string, route: string, outcome: string, at: IsoInstant) {
  return { actorId, event, route, caseId: null, outcome, at };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
