import { londonDate } from '../calendar/london.ts';
import type { IsoInstant } from '../calendar/time.ts';
import type { ClockSubject, Due } from '../clocks/clock.ts';
import type { ClockKind } from '../clocks/clockKind.ts';
import type { ReviewReason } from '../court/codes.ts';
import type { Fact } from '../lifecycle/caseFact.ts';
import type { LiveDateKind } from '../lifecycle/facts/liveDates.ts';
import type { CaseStanding } from '../lifecycle/caseStanding.ts';
import { done, type DutyChange, type DutyOwner, fallsAway, idvaOf, starts } from './dutyChange.ts';

/** The clock a live date runs on; none where it has no date and only somebody can look again. */
const clockOfLiveDate: Record<LiveDateKind, ClockKind | null> = {
  hearing: 'hearing',
  dvpn: 'dvpnToCourt',
  dapn: 'dvpnToCourt',
  dvpo: 'dvpo',
  nonMolestation: 'protectionOrder',
  occupation: 'protectionOrder',
  restraining: 'protectionOrder',
  dapo: 'protectionOrder',
  preChargeBail: 'preChargeBail',
  releasedUnderInvestigation: null,
  custodyRelease: 'custodyRelease',
  claresLaw: 'claresLaw',
};

/** What is counted from its beginning by a rule, and not to a date somebody outside set. */
const counted: readonly LiveDateKind[] = ['dvpn', 'dapn', 'claresLaw'];
/** What may have no date while nobody knows one; orders without an end protect without one. */
const dateToBeFound: readonly LiveDateKind[] = ['hearing', 'releasedUnderInvestigation', 'custodyRelease'];
/** Protection that lasts weeks is looked at days before its end. */
const short: readonly LiveDateKind[] = ['dvpo', 'preChargeBail'];

/** Duties to tell the victim what was decided. */
export const tellingResults: readonly ClockKind[] = ['hearingTold', 'bailOutcome'];
/** The duty that a review meets: one after a breach does not stand for the one before the end. */
const reviewFor: Readonly<Record<ReviewReason, ClockKind>> = {
  beforeEnd: 'protectionReview',
  breach: 'breachReview',
  noDate: 'undatedReview',
};
/** Clocks that a live date itself begins, and that are over with it. */
export const ownClocks: readonly ClockKind[] = [
  ...new Set(Object.values(clockOfLiveDate).filter((kind) => kind !== null)),
  'hearingOutcome',
  'protectionReview',
  'undatedReview',
];

/** Every clock that a live date may have begun. */
export const liveDateClocks: readonly ClockKind[] = [...ownClocks, ...tellingResults, 'breachReview'];

/**
 * A hearing has reminders before it and an outcome owed after it; the other dates have a clock to their end and a
 * review before it; what has no date yet is looked at again, and an order without an end has no clock.
 */
export function liveDateAdded(
  { data, occurred }: Fact<'liveDateAdded'>,
  standing: CaseStanding,
): readonly DutyChange[] {
  const { kind, at, agencyId, companionIds = [], watchedById = null } = data;
  const subject = subjectOf(kind, data.liveDateId);
  const owner = agencyId ? { agencyId, ownerId: null } : ownerOf(watchedById, companionIds, standing);
  const told = tellsOnBail(kind) ? bailTold(subject, watchedById, data.enhancedRights, standing) : [];
  if (counted.includes(kind)) {
    const clock = clockOfLiveDate[kind];
    return clock === null ? [] : [starts(clock, subject, owner, { anchor: data.startsAt ?? occurred.at })];
  }
  if (at === null) return [...(dateToBeFound.includes(kind) ? [starts('undatedReview', subject, owner)] : []), ...told];
  return [...datedClocks(kind, at, subject, owner), ...told];
}

/** What is over ends its clocks; a hearing or a decision on bail is then told to the victim. */
export function liveDateOutcome({ data }: Fact<'liveDateOutcome'>, standing: CaseStanding): readonly DutyChange[] {
  const { liveDateId, kind, watchedById = null, enhancedRights } = data;
  const over = done(ownClocks, liveDateId);
  if (kind === undefined) return [over];
  const subject = subjectOf(kind, liveDateId);
  if (kind === 'hearing') return [over, ...hearingTold(subject, watchedById, standing)];
  return tellsOnBail(kind) ? [over, ...bailTold(subject, watchedById, enhancedRights, standing)] : [over];
}

/** An adjournment is a result too: nobody is reminded of the old day, and the victim hears of the new one. */
export function hearingAdjourned({ data }: Fact<'hearingAdjourned'>, standing: CaseStanding): readonly DutyChange[] {
  const { liveDateId, watchedById } = data;
  return [
    fallsAway(['hearing', 'undatedReview'], 'adjourned', liveDateId),
    done(['hearingOutcome'], liveDateId),
    ...hearingTold(subjectOf('hearing', liveDateId), watchedById, standing),
  ];
}

/** Who goes along is reminded and brings the outcome back; where a closed case's hearing is watched, its post goes on. */
export function hearingCompanySet({ data }: Fact<'hearingCompanySet'>, standing: CaseStanding): readonly DutyChange[] {
  const { liveDateId, companionIds, watchedById } = data;
  if (watchedById !== null) return [];
  const owner = ownerOf(null, companionIds, standing);
  return [{ do: 'own', kinds: ['hearing', 'hearingOutcome'], subjectId: liveDateId, ownedBy: null, owner }];
}

/** Another date moves the clock to it, with every reminder anew, and the review before it begins again. */
export function liveDateMoved({ data }: Fact<'liveDateMoved'>, standing: CaseStanding): readonly DutyChange[] {
  const { liveDateId, kind, at, watchedById, reasonId } = data;
  const clock = clockOfLiveDate[kind];
  if (clock === null) return [];
  const subject = subjectOf(kind, liveDateId);
  const due: Due = { type: 'day', date: londonDate(at) };
  return [
    fallsAway(['protectionReview', 'undatedReview'], 'dateMoved', liveDateId),
    { do: 'move', kinds: [clock], subjectId: liveDateId, due, because: 'moved', reasonId },
    // A clock that runs is not begun twice: these begin only where there was no date before.
    ...datedClocks(kind, at, subject, ownerOf(watchedById, [], standing)),
    ...(kind === 'preChargeBail' ? bailTold(subject, watchedById, data.enhancedRights, standing) : []),
  ];
}

/** Somebody has looked: what asked for it is done, and what still has no date is looked at again. */
export function liveDateReviewed({ data }: Fact<'liveDateReviewed'>, standing: CaseStanding): readonly DutyChange[] {
  const { liveDateId, kind, because, undated, watchedById } = data;
  const looked = done([reviewFor[because]], liveDateId);
  if (because !== 'noDate' || !undated) return [looked];
  return [looked, starts('undatedReview', subjectOf(kind, liveDateId), ownerOf(watchedById, [], standing))];
}

/** A breach asks for a review of the risk; it is the adviser's, or the post's that watches. */
export function orderBreached({ data }: Fact<'orderBreached'>, standing: CaseStanding): readonly DutyChange[] {
  const { liveDateId, kind, watchedById } = data;
  return [starts('breachReview', subjectOf(kind, liveDateId), ownerOf(watchedById, [], standing))];
}

/** A date that still stands when a case is closed: a named post watches it from then on, or it is over for the case. */
export function liveDateDisposed({ data }: Fact<'liveDateDisposed'>): readonly DutyChange[] {
  const { liveDateId, disposal, watchedById } = data;
  if (disposal !== 'watched') return [fallsAway(ownClocks, disposal, liveDateId)];
  const owner = { agencyId: null, ownerId: watchedById };
  return [{ do: 'own', kinds: null, subjectId: liveDateId, ownedBy: null, owner }];
}

function datedClocks(
  kind: LiveDateKind,
  at: IsoInstant,
  subject: ClockSubject,
  owner: DutyOwner,
): readonly DutyChange[] {
  const clock = clockOfLiveDate[kind];
  if (clock === null) return [];
  const date = londonDate(at);
  const toItsDay = starts(clock, subject, owner, { due: { type: 'day', date } });
  if (kind === 'hearing') return [toItsDay, starts('hearingOutcome', subject, owner, { anchor: at })];
  return [toItsDay, starts('protectionReview', subject, owner, { endsOn: date, urgent: short.includes(kind) || null })];
}

function tellsOnBail(kind: LiveDateKind): boolean {
  return kind === 'preChargeBail' || kind === 'releasedUnderInvestigation';
}

function hearingTold(subject: ClockSubject, watchedById: string | null, standing: CaseStanding): readonly DutyChange[] {
  return standing.frozen ? [] : [starts('hearingTold', subject, ownerOf(watchedById, [], standing))];
}

/** Enhanced rights are usual in domestic abuse, and so what counts unless somebody says otherwise. */
function bailTold(
  subject: ClockSubject,
  watchedById: string | null,
  enhancedRights: boolean | undefined,
  standing: CaseStanding,
): readonly DutyChange[] {
  if (standing.frozen) return [];
  const urgent = enhancedRights ?? true;
  return [starts('bailOutcome', subject, ownerOf(watchedById, [], standing), { urgent })];
}

/** The post that watches, else who goes along, else the adviser or while there is none their service. */
function ownerOf(watchedById: string | null, companionIds: readonly string[], standing: CaseStanding): DutyOwner {
  const ownerId = watchedById ?? companionIds[0] ?? null;
  return ownerId === null ? idvaOf(standing) : { agencyId: null, ownerId };
}

function subjectOf(kind: LiveDateKind, id: string): ClockSubject {
  return { type: kind === 'hearing' ? 'hearing' : 'liveDate', id };
}
