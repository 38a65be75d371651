import { londonDate } from '../../calendar/london.ts';
import type { IsoInstant, Occurred } from '../../calendar/time.ts';
import type { CaseFact, FactData } from '../caseFact.ts';
import type { LiveDateKind, OfLiveDate } from '../facts/liveDates.ts';
import type { CaseState, LiveDateState } from '../caseState.ts';
import type { Ask } from '../ask.ts';
import { propose, type Decider } from '../command.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { unknownLiveDate, unknownProceeding } from './court.ts';

type Added = FactData['liveDateAdded'];

/** What somebody other than the adviser has to do: the force that served a notice, whoever answers an application. */
const owedByAnAgency: readonly LiveDateKind[] = ['dvpn', 'dapn', 'claresLaw'];
/** What always has an end of its own. */
const endsByLaw: readonly LiveDateKind[] = ['dvpo', 'preChargeBail'];
/** What is counted from its beginning, or has no end: nobody can set a date for it. */
const withoutDate: readonly LiveDateKind[] = ['dvpn', 'dapn', 'claresLaw', 'releasedUnderInvestigation'];
/** What takes place on a day and has no beginning of its own. */
const beginsByItself: readonly LiveDateKind[] = ['hearing', 'custodyRelease'];
/** What forbids or orders something, and so can be breached. */
const breachable: readonly LiveDateKind[] = [
  'dvpn',
  'dapn',
  'dvpo',
  'dapo',
  'nonMolestation',
  'occupation',
  'restraining',
  'preChargeBail',
];

/** A hearing, an order, a bail date, a release or an application that somebody has to keep in sight. */
export const addLiveDate: Decider<'addLiveDate'> = (state, payload, { occurred, now }) => {
  const refusal = whyNotAdded(payload, occurred, now) ?? whyNoHearing(state, payload);
  if (refusal) return refusal;
  if (['closed', 'declined'].includes(state.stage) && !payload.watchedById) return refuse('WATCHER_MISSING');
  const data = withBeginning(payload, occurred);
  return propose([{ type: 'liveDateAdded', occurred, data }], ...asksAbout(data));
};

/** What begins was begun when it happened, unless somebody says that it was before. */
function withBeginning(date: Added, { at }: Occurred): Added {
  return beginsByItself.includes(date.kind) ? date : { ...date, startsAt: date.startsAt ?? at };
}

function whyNotAdded(date: Added, { at: happenedAt }: Occurred, now: IsoInstant): Refusal | null {
  const { kind, at } = date;
  const { startsAt } = withBeginning(date, { at: happenedAt, precision: 'minute' });
  if (startsAt !== undefined && londonDate(startsAt) > londonDate(now)) return refuse('BEGINS_LATER');
  if (withoutDate.includes(kind) && at !== null) return refuse('HAS_NO_DATE');
  if (endsByLaw.includes(kind) && at === null) return refuse('END_MISSING');
  if (owedByAnAgency.includes(kind) && !date.agencyId) return refuse('OWNER_MISSING');
  if (kind === 'preChargeBail' && !date.authorisedBy) return refuse('AUTHORITY_MISSING');
  if (at !== null && startsAt !== undefined && londonDate(at) < londonDate(startsAt))
    return refuse('ENDS_BEFORE_IT_BEGINS');
  return null;
}

/** A hearing has a date, and lies neither before its proceedings nor after their end. */
function whyNoHearing(state: CaseState, { kind, at, proceedingId }: Added): Refusal | null {
  if (kind !== 'hearing') return null;
  if (at === null) return refuse('HEARING_DATE_MISSING');
  if (!proceedingId) return null;
  const proceeding = state.proceedings[proceedingId];
  if (!proceeding) return unknownProceeding(proceedingId);
  if (proceeding.ended) return refuse('PROCEEDING_ENDED');
  return londonDate(at) < proceeding.startedOn ? refuse('BEFORE_PROCEEDING') : null;
}

function asksAbout({ kind, at, startsAt, authorisedBy }: Added): readonly Ask[] {
  if (at === null || startsAt === undefined) return [];
  if (kind === 'dvpo') return [{ type: 'checkTerm', kind, startsAt, at }];
  if (kind === 'preChargeBail' && authorisedBy)
    return [{ type: 'checkBail', startsAt, before: null, at, authorisedBy }];
  return [];
}

/** What came of a hearing, or how an order, bail or an application ended. */
export const recordLiveDateOutcome: Decider<'recordLiveDateOutcome'> = (state, payload, { occurred, now }) => {
  const { nextId, ...outcome } = payload;
  const date = state.liveDates[payload.liveDateId];
  if (!date) return unknownLiveDate(payload.liveDateId);
  if (date.standing === 'ended') return refuse('LIVE_DATE_ENDED');
  if (date.kind === 'hearing' && date.at && londonDate(date.at) > londonDate(now)) return refuse('HEARING_NOT_YET');
  const ended: CaseFact = { type: 'liveDateOutcome', occurred, data: { ...outcome, ...ofLiveDate(date) } };
  if (nextId === undefined || date.kind !== 'preChargeBail' || payload.outcome !== 'releasedUnderInvestigation')
    return propose([ended]);
  const { watchedById } = ofLiveDate(date);
  const kind = 'releasedUnderInvestigation';
  const data: Added = { liveDateId: nextId, kind, at: null, contentId: null, startsAt: occurred.at, watchedById };
  return propose([ended, { type: 'liveDateAdded', occurred, data }]);
};

/** A court, the police or a prison set another date: an order is extended, bail goes on, a release is known at last. */
export const moveLiveDate: Decider<'moveLiveDate'> = (state, payload, { occurred }) => {
  const found = standingDate(state, payload.liveDateId);
  if (!found.ok) return found;
  const { date } = found;
  if (date.kind === 'hearing' && date.at !== null) return refuse('HEARING_IS_ADJOURNED');
  if (withoutDate.includes(date.kind)) return refuse('HAS_NO_DATE');
  const { startsAt } = date;
  if (startsAt && londonDate(payload.at) < londonDate(startsAt)) return refuse('ENDS_BEFORE_IT_BEGINS');
  if (date.kind === 'preChargeBail' && !payload.authorisedBy) return refuse('AUTHORITY_MISSING');
  const asks = asksAboutMove(date, payload);
  const { at: from, companionIds = [] } = date;
  const company = companionIds.length === 0 ? {} : { companionIds };
  return propose(
    [{ type: 'liveDateMoved', occurred, data: { ...payload, from, ...company, ...ofLiveDate(date) } }],
    ...asks,
  );
};

function asksAboutMove(
  { kind, at: before, startsAt }: LiveDateState,
  { at, authorisedBy }: { readonly at: IsoInstant; readonly authorisedBy: Added['authorisedBy'] },
): readonly Ask[] {
  if (!startsAt) return [];
  if (kind === 'dvpo') return [{ type: 'checkTerm', kind, startsAt, at }];
  if (kind === 'preChargeBail' && authorisedBy) return [{ type: 'checkBail', startsAt, before, at, authorisedBy }];
  return [];
}

/** Somebody looked at the risk before protection ends, after a breach, or while there is no date. */
export const reviewLiveDate: Decider<'reviewLiveDate'> = (state, payload, { occurred }) => {
  const found = state.liveDates[payload.liveDateId];
  if (!found) return unknownLiveDate(payload.liveDateId);
  const { standing, at } = found;
  const undated = standing !== 'ended' && needsADate(found);
  const data = { ...payload, undated, ...ofLiveDate(found) };
  const asks: readonly Ask[] =
    payload.because === 'beforeEnd' && standing !== 'ended' && at !== null ? [{ type: 'checkReview', at }] : [];
  return propose([{ type: 'liveDateReviewed', occurred, data }], ...asks);
};

/** An order, a notice or bail was breached while it was in force: further abuse, and a risk to be looked at again. */
export const recordBreach: Decider<'recordBreach'> = (state, payload, { occurred }) => {
  const date = state.liveDates[payload.liveDateId];
  if (!date) return unknownLiveDate(payload.liveDateId);
  if (!breachable.includes(date.kind)) return refuse('NOT_AN_ORDER');
  if (!wasInForce(date, occurred.at)) return refuse('NOT_IN_FORCE');
  return propose([{ type: 'orderBreached', occurred, data: { ...payload, ...ofLiveDate(date) } }]);
};

/** An order is in force on its first and on its last London day; one that ended early, until the day it ended. */
function wasInForce({ startsAt, at, standing, endedAt }: LiveDateState, when: IsoInstant): boolean {
  const on = londonDate(when);
  if (startsAt && on < londonDate(startsAt)) return false;
  if (at !== null && on > londonDate(at)) return false;
  if (standing !== 'ended') return true;
  return endedAt !== undefined && on <= londonDate(endedAt);
}

/** Whether a live date is one whose date nobody knows yet, and somebody has to find out. */
function needsADate({ kind, at }: LiveDateState): boolean {
  return at === null && ['hearing', 'releasedUnderInvestigation', 'custodyRelease'].includes(kind);
}

function standingDate(state: CaseState, id: string): { readonly ok: true; readonly date: LiveDateState } | Refusal {
  const date = state.liveDates[id];
  if (!date) return unknownLiveDate(id);
  return date.standing === 'ended' ? refuse('LIVE_DATE_ENDED') : { ok: true, date };
}

function ofLiveDate({ kind, standing, watchedById }: LiveDateState): OfLiveDate {
  return { kind, watchedById: standing === 'live' ? null : (watchedById ?? null) };
}
