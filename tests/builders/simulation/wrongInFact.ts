import { epochMs, londonDate } from '../../../domain/calendar/london.ts';
import type { Clock } from '../../../domain/clocks/clock.ts';
import { dueDate } from '../../../domain/clocks/dueFor.ts';
import { isSameDue } from '../../../domain/clocks/isSameDue.ts';
import type { ClockKind } from '../../../domain/clocks/clockKind.ts';
import type { CaseFact, ClockFact, Fact } from '../../../domain/lifecycle/caseFact.ts';
import type { SimulatedCase } from '../simulatedCase.ts';
import { sameDayNextYear } from './naiveDays.ts';
import { miscounted } from './miscounted.ts';
import type { Followed } from './watcher.ts';
import { isPlannedAnew, wrongPlanning } from './wrongPlanning.ts';

/** Duties that are counted from something else than the fact that begins them. */
const countedFromElsewhere: readonly ClockKind[] = [
  'repeatFlag',
  'contactAttempts',
  'hearingOutcome',
  'retentionReview',
];

/** Duties that must have come to something before a case is closed at MARAC. */
const openBeforeClosing: readonly ClockKind[] = [
  'screen',
  'incompleteChase',
  'firstContact',
  'contactAttempts',
  'contactDecision',
  'engagement',
  'safetyPlan',
  'outcomeTold',
  'action',
  'urgentAction',
];
const datesWatched: readonly ClockKind[] = [
  'hearing',
  'hearingOutcome',
  'dvpo',
  'protectionOrder',
  'preChargeBail',
  'custodyRelease',
];

/** What must not be about one fact that was just recorded, beside all that is known of its clock; null where it is right. */
export function wrongInFact(
  fact: CaseFact | ClockFact,
  about: SimulatedCase,
  followed: ReadonlyMap<string, Followed>,
): string | null {
  switch (fact.type) {
    case 'clockStarted':
      return wrongStart(fact, about);
    case 'rungFired':
      return wrongRung(fact, about, followed.get(fact.data.clock.id)) ?? kept(fact, followed);
    case 'clockEnded':
      return wrongEnd(fact, followed.get(fact.data.clock.id)) ?? kept(fact, followed);
    case 'clockPaused':
      return fact.data.clock.next === null ? kept(fact, followed) : 'a paused clock still has a rung to come';
    case 'clockReowned':
      return kept(fact, followed);
    case 'clockAcknowledged':
      return wrongAcknowledgement(fact, about) ?? kept(fact, followed);
    case 'clockMoved':
      return isPlannedAnew(fact)
        ? wrongPlanning(fact, about, followed.get(fact.data.clock.id))
        : wrongArming(fact, followed.get(fact.data.clock.id));
    case 'clockResumed':
      return wrongArming(fact, followed.get(fact.data.clock.id));
    case 'flagSet':
      if (fact.data.again === true)
        return isAsBefore(fact, about) ? null : `the flag runs again, to ${fact.data.endsOn}, and never did before`;
      return sameDayNextYear(londonDate(fact.data.countedFrom)) === fact.data.endsOn &&
        fact.data.countedFrom === flagFrom(about)
        ? null
        : `the flag from ${fact.data.countedFrom} ends on ${fact.data.endsOn}`;
    case 'flagEnded':
      return londonDate(about.now) > fact.data.endsOn ? null : 'the flag ended before its day was over';
    case 'caseClosed':
      return wrongClosing(about);
    case 'recordErased': {
      const review = [...followed.values()].findLast(({ clock }) => clock.kind === 'retentionReview');
      return review && londonDate(about.now) >= dueDate(review.clock.due)
        ? null
        : 'the record was erased before its day';
    }
    default:
      return null;
  }
}

/** Whether a flag that runs again runs as this case had set it before. */
function isAsBefore({ data }: Fact<'flagSet'>, { facts }: SimulatedCase): boolean {
  const set = facts.flatMap((fact) => (fact.type === 'flagSet' ? [fact.data] : []));
  const before = set[set.indexOf(data) - 1];
  return before?.endsOn === data.endsOn && before.countedFrom === data.countedFrom;
}

function flagFrom(about: SimulatedCase): string | undefined {
  const counted = about.facts.findLast(({ type }) =>
    ['referralAccepted', 'caseHeard', 'heardElsewhere'].includes(type),
  );
  return counted?.type === 'referralAccepted' ? about.standing?.receivedAt : counted?.occurred.at;
}

function wrongStart({ data: { clock }, occurred }: Fact<'clockStarted'>, about: SimulatedCase): string | null {
  const { kind, anchor, reason } = clock;
  const beginning = factThatBegan(clock.id, about);
  const began = beginning?.occurred.at;
  const policy = about.policyOn(londonDate(began ?? occurred.at));
  const { calendar } = about.around;
  if (reason.policyVersion !== policy.version || reason.calendarVersion !== calendar.version)
    return `${kind} does not name the policy and the calendar it was counted by`;
  if (kind === 'retentionReview' && dueDate(clock.due) !== sevenYearsOn(londonDate(anchor)))
    return `what is kept of a case that ended on ${londonDate(anchor)} is reviewed on ${dueDate(clock.due)}`;
  // Whichever fact began it: so does the review of a record that a death had held.
  if (kind === 'retentionReview' && anchor !== about.last('caseEnded')?.occurred.at)
    return 'the review of a record does not count from the end of its case';
  if (clock.begunAnew === true && !countedFromElsewhere.includes(kind)) {
    // Nobody could have done before what a death had ended, whenever somebody found out that it was none.
    const from = beginning?.type === 'deathTakenBack' && !about.state.silent ? about.now : began;
    return anchor === from ? miscounted(clock, policy, calendar) : `${kind} begins anew and counts from before`;
  }
  if (!countedFromElsewhere.includes(kind) && anchor !== began) return `${kind} is not counted from what began it`;
  return miscounted(clock, policy, calendar);
}

function sevenYearsOn(date: string): string {
  return Array.from({ length: 7 }).reduce<string>(sameDayNextYear, date);
}

/** The fact that a clock follows in the record. */
function factThatBegan(clockId: string, { facts }: SimulatedCase): SimulatedCase['facts'][number] | undefined {
  const index = facts.findLastIndex((fact) => fact.type === 'clockStarted' && fact.data.clock.id === clockId);
  return facts.slice(0, index).findLast((fact) => !('clock' in fact.data));
}

function wrongRung({ data }: Fact<'rungFired'>, about: SimulatedCase, known: Followed | undefined): string | null {
  const { clock, round, rung, label, plannedAt, noted } = data;
  const { kind, due } = clock;
  if (about.state.silent) return `${kind} spoke in a silent case`;
  if (!known || known.clock.end) return `${kind} spoke though it does not run`;
  if (known.clock.pauses.some((pause) => pause.until === null)) return `${kind} spoke while paused`;
  if (known.fired.has(`${round}/${rung}`)) return `${kind} fired ${label} twice`;
  if (epochMs(plannedAt) > epochMs(about.now)) return `${kind} fired ${label} before its time`;
  if (/^overdue|^weekly|^daily/.test(label) && about.now < clock.overdueAt)
    return `${kind} fired ${label} before it was overdue`;
  if (label === 'dueNow' && due.type === 'instant' && about.now < due.at)
    return `${kind} fired ${label} before its instant`;
  const expected = known.clock.next?.rung;
  const climbed = [...noted, rung];
  const inOrder = climbed.every((each, index) => each === (expected ?? -1) + index);
  return inOrder ? null : `${kind} fired ${rung} and noted ${noted.join()} where ${expected} was next`;
}

function wrongEnd({ data: { clock }, occurred }: Fact<'clockEnded'>, known: Followed | undefined): string | null {
  const { kind, end, overdueAt, pauses } = clock;
  if (!end || clock.next !== null) return `${kind} has ended and still has a rung to come`;
  if (known?.clock.end) return `${kind} ended twice`;
  if (end.outcome === 'cancelled') return null;
  const wholeDay = occurred.precision === 'day' || pauses.length > 0;
  if (end.outcome === 'met' && !wholeDay && end.at >= overdueAt) return `${kind} was done late and counts as met`;
  return end.outcome === 'metLate' && end.at < overdueAt ? `${kind} was done in time and counts as late` : null;
}

function wrongAcknowledgement({ data }: Fact<'clockAcknowledged'>, about: SimulatedCase): string | null {
  const { clock, until } = data;
  if (clock.next === null) return `${clock.kind} is quiet for ever once acknowledged`;
  const days = (epochMs(`${until}T00:00:00Z`) - epochMs(`${londonDate(about.now)}T00:00:00Z`)) / 86_400_000;
  return days >= 1 && days <= 7 ? null : `${clock.kind} was acknowledged for ${days} days`;
}

function wrongArming(
  { data: { clock } }: Fact<'clockMoved'> | Fact<'clockResumed'>,
  known: Followed | undefined,
): string | null {
  if (known && !isSameDue(known.clock.originalDue, clock.originalDue))
    return `${clock.kind} has forgotten when it was first due`;
  if (known && clock.round !== known.clock.round + 1) return `${clock.kind} was not armed anew`;
  if (clock.pauses.some((pause) => pause.until === null)) return `${clock.kind} runs again and is paused`;
  return clock.next?.rung === 0 ? null : `${clock.kind} does not begin its ladder again`;
}

/** A date moves only by a move, a resumption or a person: everything else leaves it. */
function kept(fact: ClockFact, followed: ReadonlyMap<string, Followed>): string | null {
  const { clock } = fact.data;
  const known = followed.get(clock.id)?.clock;
  return known && sameDate(known, clock) ? null : `${clock.kind} has another due date without a move`;
}

function sameDate(one: Clock, other: Clock): boolean {
  return isSameDue(one.due, other.due) && isSameDue(one.originalDue, other.originalDue) && one.anchor === other.anchor;
}

/** Closed at MARAC: nothing is left that nags, but what a named post watches and what outlives the closing by its nature. */
function wrongClosing(about: SimulatedCase): string | null {
  for (const { clock, owner } of about.running.values()) {
    if (openBeforeClosing.includes(clock.kind)) return `${clock.kind} still runs`;
    if (datesWatched.includes(clock.kind) && owner.ownerId === null) return `${clock.kind} is watched by nobody`;
  }
  const openActions = about.standing?.openActionIds.length ?? 0;
  return openActions === 0 ? null : 'an action is open';
}
