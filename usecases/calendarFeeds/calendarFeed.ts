import { createHash } from 'node:crypto';
import { isProblem, problem, type RequestProblem } from '../../contracts/problemCode.ts';
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
import { once } from '../once.ts';
import type { CommandRequest } from '../requestIdentity.ts';

/** What a calendar shows at once; further off, dates change before anybody gets there. */
const daysBack = 7;
const daysAhead = 180;
const mostEntries = 1_000;

type Request = { readonly actor: Actor; readonly route: string };

/** When somebody's feed was made; null where they have none. */
export async function feedOf({ store }: Dependencies, { practitionerId }: Actor): Promise<IsoInstant | null> {
  return (await calendarFeedOf(store.prisma, practitionerId))?.madeAt ?? null;
}

/**
 * Makes a secret address for somebody's calendar, which ends the one before; it is given to whoever sends this request, and kept
 * only as a hash. Sent again, it is the same address for as long as it stands; one that was taken back does not come to life again.
 */
export async function makeCalendarFeed(
  deps: Dependencies,
  request: CommandRequest,
): Promise<{ readonly ok: true; readonly token: string } | RequestProblem> {
  const { practitionerId } = request.actor;
  const { store, sealing, clock } = deps;
  // Nobody works it out who has not the key of the product, and a repeat finds the same.
  const token = sealing.matchHash(`calendarFeed|${practitionerId}|${request.key}`);
  const tokenHash = hashOf(token);
  const deed = { type: 'makeCalendarFeed', subjectId: practitionerId } as const;
  const made = await once(deps, request, deed, (tx) =>
    replaceCalendarFeed(tx, { practitionerId, tokenHash, madeAt: clock.now() }),
  );
  if (isProblem(made)) return made;
  return (await calendarFeedBy(store.prisma, tokenHash)) ? { ok: true, token } : problem('WITHDRAWN_ALREADY');
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
 * role, is shown nothing. An adviser gets their own cases, other posts what is in their areas, and everybody the hearings they go
 * along to.
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
    datesOnly: true,
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
