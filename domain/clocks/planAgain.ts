import { londonDate } from '../calendar/london.ts';
import type { IsoDate, IsoInstant } from '../calendar/time.ts';
import type { WorkingCalendar } from '../calendar/workingCalendar.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import type { Clock, Pause } from './clock.ts';
import { openPause } from './closeOpenPause.ts';
import { beforeMeetingAtTheLatest, dueFor, type ReasonedDue } from './dueFor.ts';
import { isSameDue } from './isSameDue.ts';
import { armedAgain, isSetByPerson } from './moveClock.ts';
import { budgetLeft } from './pauseClock.ts';
import { dueAfterPause } from './resumeClock.ts';

/**
 * The clock planned anew from its own anchor and across its own pauses, because a meeting (a London date, or none) is
 * seen at an instant by which its duty has to be done. The very same clock where its date stays, where its rule knows
 * of no meeting, where a person has set the date, and while it is paused: resuming plans it anew.
 */
export function planAgain(
  clock: Clock,
  meetingOn: IsoDate | null,
  at: IsoInstant,
  policy: AreaPolicy,
  calendar: WorkingCalendar,
): Clock {
  const { due: rule } = policy.clocks[clock.kind];
  if (rule.type !== 'workingDaysAfter' || rule.workingDaysBeforeMeeting === undefined) return clock;
  if (isSetByPerson(clock) || openPause(clock.pauses) !== null) return clock;
  const counted = acrossPauses(dueFor(rule, clock, policy, calendar), clock.pauses, calendar);
  const meeting = { on: meetingOn, knownFrom: londonDate(at) };
  const planned = beforeMeetingAtTheLatest(counted, rule, meeting, calendar);
  if (isSameDue(planned.due, clock.due)) return clock;
  return armedAgain(clock, planned, clock.pauses, policy, calendar);
}

/** What was counted, put off by each pause in turn: when it is due once the last of them is over, and why. */
export function acrossPauses(counted: ReasonedDue, pauses: readonly Pause[], calendar: WorkingCalendar): ReasonedDue {
  return pauses.reduce<ReasonedDue>((before, { from, until }) => {
    const left = budgetLeft(before.due, from, calendar);
    return dueAfterPause(before, left, until ?? from, calendar);
  }, counted);
}
