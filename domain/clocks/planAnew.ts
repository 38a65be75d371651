import { epochMs, londonDate } from '../calendar/london.ts';
import type { SchoolYear } from '../calendar/schoolDays.ts';
import type { IsoDate, IsoInstant } from '../calendar/time.ts';
import type { WorkingCalendar } from '../calendar/workingCalendar.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import { armedByAnother } from './armedByAnother.ts';
import type { Clock } from './clock.ts';
import { dueTypeOf, type ClockRule, type DueRule } from './clockRule.ts';
import { openPause } from './closeOpenPause.ts';
import { dueFor, overdueFrom, type ReasonedDue } from './dueFor.ts';
import { nextRung } from './dueRungs.ts';
import { isSameDue } from './isSameDue.ts';
import { acrossPauses } from './planAgain.ts';
import { putOffUntil, rungAt } from './rungAt.ts';

/** What a clock is counted by. */
export interface Ground {
  readonly policy: AreaPolicy;
  readonly calendar: WorkingCalendar;
  /** The policy of the day of a meeting, by which its agenda is counted; left out, `policy`. */
  readonly agendaBy?: AreaPolicy;
}

/** What else its rule may count by: a meeting, the end of something (London dates), the terms of schools; null where there is none. */
export interface CountedFromElse {
  readonly meetingOn: IsoDate | null;
  readonly endsOn: IsoDate | null;
  readonly schools: readonly (readonly SchoolYear[])[] | null;
}

/**
 * A running clock planned anew from its own anchor at an instant, because policy or calendar changed: its date where
 * that was counted, its reminders in any case. A date that somebody set, and one that the ground it was counted on
 * (null: not known any more) does not give again, stays; so its reason may name another policy than the one it was last armed by
 * (null: not known any more). A paused clock keeps what it has left; resuming counts it. The very same clock where nothing changes.
 */
export function planAnew(
  clock: Clock,
  from: CountedFromElse,
  { countedBy, armedBy }: { readonly countedBy: Ground | null; readonly armedBy: AreaPolicy | null },
  now: Ground & { readonly policyFrom: IsoDate | null; readonly at: IsoInstant },
): Clock {
  if (clock.end !== null || openPause(clock.pauses) !== null) return clock;
  const { policyFrom: _earlier, armedBy: _before, ...bare } = clock;
  const goesBy = now.policyFrom === null ? bare : { ...bare, policyFrom: now.policyFrom };
  const { due, reason } = countedAnew(clock, from, countedBy, now) ?? clock;
  const armedNow = { ...armedByAnother(reason, now.policy), round: clock.round + 1 };
  const again: Clock = { ...goesBy, ...armedNow, due, reason, overdueAt: overdueFrom(due) };
  const isOtherLadder = armedBy !== null && ladderOf(clock, armedBy) !== ladderOf(clock, now.policy);
  const planned = armed(again, clock, isOtherLadder, now);
  // Armed by another ladder it knows so, even where its next step is the same: later it would begin at the foot once more.
  return !isOtherLadder && isAsBefore(planned, clock) ? clock : planned;
}

/** What the rule of a clock comes to now; null where its date was not counted, or not in a way that is known here. */
function countedAnew(clock: Clock, from: CountedFromElse, before: Ground | null, now: Ground): ReasonedDue | null {
  if (before === null) return null;
  const was = before.policy.clocks[clock.kind];
  const is = now.policy.clocks[clock.kind];
  for (const variant of ['due', 'whenUrgent', 'whenNotUrgent'] as const) {
    const counted = countBy(was[variant], clock, from, before);
    if (counted === null || !saysTheSame(counted, clock)) continue;
    const rule: DueRule = is[variant] ?? is.due;
    return dueTypeOf(rule) === clock.due.type ? countBy(rule, clock, from, now) : null;
  }
  return null;
}

function countBy(
  rule: ClockRule['whenUrgent'],
  clock: Clock,
  from: CountedFromElse,
  { policy, calendar, agendaBy = policy }: Ground,
): ReasonedDue | null {
  if (rule === undefined || !canBeCounted(rule, from)) return null;
  const { meetingOn, endsOn, schools } = from;
  const counted = dueFor(
    rule,
    {
      anchor: clock.anchor,
      ...(meetingOn === null ? {} : { meetingDate: meetingOn, agendaBy }),
      ...(endsOn === null ? {} : { endsOn }),
      ...(schools === null ? {} : { schools }),
    },
    policy,
    calendar,
  );
  return acrossPauses(counted, clock.pauses, calendar);
}

function canBeCounted({ type }: DueRule, { meetingOn, endsOn, schools }: CountedFromElse): boolean {
  if (type === 'setOutside') return false;
  if (type === 'dayBeforeSchool') return schools !== null;
  if (type === 'agendaDay' || type === 'timeBeforeMeeting' || type === 'workingDaysAfterMeeting')
    return meetingOn !== null;
  return type === 'daysBeforeEnd' ? endsOn !== null : true;
}

function saysTheSame({ due, reason }: ReasonedDue, clock: Clock): boolean {
  return isSameDue(due, clock.due) && reason.rule === clock.reason.rule;
}

/**
 * Its ladder armed anew: at the rung that was next, or at an earlier one that lies ahead again, so that nobody hears
 * twice of what stays late. What was acknowledged stays quiet until the day that was said. Another ladder begins at its foot.
 */
function armed(
  again: Clock,
  clock: Clock,
  isOtherLadder: boolean,
  { policy, calendar, at }: Ground & { readonly at: IsoInstant },
): Clock {
  const { next, putOff } = clock;
  if (isOtherLadder) {
    const natural = { ...again, putOff: 0 };
    return { ...natural, next: nextRung(natural, 0, policy, calendar) };
  }
  const reached = next?.rung ?? policy.ladders[policy.clocks[clock.kind].ladder].rungs.length;
  if (putOff > 0 && next !== null) {
    const quiet = { ...again, putOff: putOffUntil(again, reached, londonDate(next.at), policy, calendar) };
    return { ...quiet, next: nextRung(quiet, reached, policy, calendar) };
  }
  const lies = (n: number) => epochMs(rungAt(again, n, policy, calendar)?.at ?? at) > epochMs(at);
  let rung = reached;
  while (rung > 0 && lies(rung - 1)) rung -= 1;
  return { ...again, next: nextRung(again, rung, policy, calendar) };
}

/** The ladder of a clock under a policy, as a text that differs where any step does. */
function ladderOf({ kind }: Clock, policy: AreaPolicy): string {
  return JSON.stringify(policy.ladders[policy.clocks[kind].ladder]);
}

function isAsBefore(planned: Clock, clock: Clock): boolean {
  const { next, policyFrom } = planned;
  const isSameNext = next?.at === clock.next?.at && next?.rung === clock.next?.rung;
  return isSameDue(planned.due, clock.due) && isSameNext && policyFrom === clock.policyFrom;
}
