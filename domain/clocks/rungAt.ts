import { addDays, addHours, daysBetween, epochMs, instantAt, londonMoment } from '../calendar/london.ts';
import type { IsoDate, IsoInstant } from '../calendar/time.ts';
import { onOrBeforeWorkingDay, workingDaysAfter, workingDaysBefore } from '../calendar/workingCalendar.ts';
import type { WorkingCalendar } from '../calendar/workingCalendar.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import type { Clock } from './clock.ts';
import type { DayLadder, DayOffset, InstantLadder, Ladder, RecipientRole } from './ladder.ts';

/** One rung of one clock: when its time comes, to whom it goes, and its short code. */
export interface PlannedRung {
  readonly at: IsoInstant;
  readonly to: readonly RecipientRole[];
  readonly label: string;
}

/** The part of a clock that says where its rungs stand. */
export type Laddered = Pick<Clock, 'kind' | 'due' | 'putOff'>;

/**
 * The nth rung of a clock (0 is the first), put off by what was acknowledged; null beyond the last rung of a ladder
 * that ends quietly, which otherwise has a rung for every n. Times never go down as n goes up.
 */
export function rungAt(clock: Laddered, n: number, policy: AreaPolicy, calendar: WorkingCalendar): PlannedRung | null {
  const ladder = ladderOf(clock, policy);
  const named = ladder.rungs[n];
  const repetition = named === undefined ? ladder.then : null;
  if (named === undefined && repetition === null) return null;
  const repeated = n - ladder.rungs.length + 1;
  return {
    at: timeOf(clock, ladder, n, policy, calendar),
    to: (named ?? repetition)?.to ?? [],
    label: named?.label ?? `${repetition?.label ?? ''}${repeated}`,
  };
}

/**
 * By how much the rungs have to be put off so that the nth does not come before a London date: calendar days for a
 * day clock, milliseconds for an instant clock, 0 where it comes later anyway.
 */
export function putOffUntil(
  clock: Laddered,
  n: number,
  date: IsoDate,
  policy: AreaPolicy,
  calendar: WorkingCalendar,
): number {
  const natural = { ...clock, putOff: 0 };
  if (clock.due.type === 'instant') {
    const planned = rungAt(natural, n, policy, calendar)?.at;
    const wanted = epochMs(londonMoment(date, policy.counting.remindersAt.value));
    return planned === undefined ? 0 : Math.max(0, wanted - epochMs(planned));
  }
  const ladder = ladderOf(clock, policy);
  if (ladder.type !== 'day') throw new Error(`The ladder of ${clock.kind} is for instants`);
  return Math.max(0, daysBetween(dayOf(clock.due.date, ladder, n, calendar), date));
}

function ladderOf(clock: Laddered, policy: AreaPolicy): Ladder {
  return policy.ladders[policy.clocks[clock.kind].ladder];
}

function timeOf(clock: Laddered, ladder: Ladder, n: number, policy: AreaPolicy, calendar: WorkingCalendar): IsoInstant {
  if (clock.due.type === 'day' && ladder.type === 'day') {
    const day = addDays(dayOf(clock.due.date, ladder, n, calendar), clock.putOff);
    return londonMoment(onOrBeforeWorkingDay(calendar, day), policy.counting.remindersAt.value);
  }
  if (clock.due.type === 'instant' && ladder.type === 'instant') {
    return instantAt(epochMs(addHours(clock.due.at, hoursOf(ladder, n))) + clock.putOff);
  }
  throw new Error(`The ladder of ${clock.kind} does not fit a clock that is due at ${clock.due.type}`);
}

/** The day of the nth rung before it is moved off days on which nobody works. */
function dayOf(due: IsoDate, ladder: DayLadder, n: number, calendar: WorkingCalendar): IsoDate {
  const named = ladder.rungs[n];
  if (named !== undefined) return offsetDay(due, named.offset, calendar);
  const last = ladder.rungs.at(-1)?.offset ?? { days: 0 };
  return addDays(offsetDay(due, last, calendar), (n - ladder.rungs.length + 1) * (ladder.then?.every ?? 0));
}

function offsetDay(due: IsoDate, offset: DayOffset, calendar: WorkingCalendar): IsoDate {
  if ('days' in offset) return addDays(due, offset.days);
  const { workingDays } = offset;
  if (workingDays === 0) return onOrBeforeWorkingDay(calendar, due);
  return workingDays > 0
    ? workingDaysAfter(calendar, due, workingDays).date
    : workingDaysBefore(calendar, due, -workingDays).date;
}

function hoursOf(ladder: InstantLadder, n: number): number {
  const named = ladder.rungs[n];
  if (named !== undefined) return named.offset.hours;
  return (ladder.rungs.at(-1)?.offset.hours ?? 0) + (n - ladder.rungs.length + 1) * (ladder.then?.every ?? 0);
}
