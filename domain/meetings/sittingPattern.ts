import { addDays, addMonths, dayOfWeek, londonMoment } from '../calendar/london.ts';
import type { IsoDate, IsoInstant } from '../calendar/time.ts';
import { onOrAfterWorkingDay, onOrBeforeWorkingDay, type WorkingCalendar } from '../calendar/workingCalendar.ts';
import type { AreaPolicy, MeetingPolicy } from '../policy/areaPolicy.ts';
import { type Figure, figure } from '../policy/figure.ts';
import { figuresOfRhythm, type Rhythm, type RhythmFigures } from '../policy/rhythm.ts';
import type { PolicyChanges } from '../policy/policyInForce.ts';

/** When an area sits: every week, or every month on the nth of a weekday (1 is Monday; 5 is the last of the month). */
export type SittingPattern = (
  | { readonly every: 'week'; readonly weekday: number }
  | { readonly every: 'month'; readonly nth: number; readonly weekday: number }
) & {
  /** London time of day, `09:30`: the same on both sides of a change of the clocks. */
  readonly at: string;
  /** Where a sitting that falls on a bank holiday goes; `cancelled`: it does not take place. */
  readonly onBankHoliday: 'nextWorkingDay' | 'workingDayBefore' | 'cancelled';
};

/** One sitting of a pattern: its place in it, and when it takes place. */
export interface PlannedSitting {
  /** The week (by its Monday) or the month it is the sitting of: the same after the pattern has changed the day. */
  readonly slot: string;
  readonly on: IsoDate;
  readonly startsAt: IsoInstant;
}

/**
 * The sittings of an area from one London date to another, both included, by the pattern in force on the day each
 * would fall on. A week or month in which the pattern changes has the first of its two sittings and not both.
 */
export function sittingsOf(
  policyOn: (date: IsoDate) => AreaPolicy,
  from: IsoDate,
  until: IsoDate,
  calendar: WorkingCalendar,
): readonly PlannedSitting[] {
  const sittings: PlannedSitting[] = [];
  const slots = new Set<string>();
  // A sitting may move over the edge in either direction: a fortnight is more than any row of holidays.
  for (let day = addDays(from, -14); day <= addDays(until, 14); day = addDays(day, 1)) {
    const pattern = policyOn(day).meeting.sits.value;
    const slot = slotOf(pattern, day);
    if (!fallsOn(pattern, day) || slots.has(slot)) continue;
    slots.add(slot);
    const on = afterHolidays(pattern, day, calendar);
    if (on === null || on < from || on > until) continue;
    sittings.push({ slot, on, startsAt: londonMoment(on, pattern.at) });
  }
  return sittings;
}

/**
 * The change of policy by which an area meets by another pattern. With another rhythm come its cut-off and its agenda: eight working
 * days before a weekly meeting reach back beyond the one before. Figures that an area has set for itself stay.
 */
export function changeOfPattern(sits: SittingPattern, source: string, before: MeetingPolicy): PolicyChanges {
  const pattern = sits.every === 'week' ? 'weekly' : 'monthly';
  const rhythm = pattern === before.pattern.value ? {} : figuresWith(pattern, before);
  return { meeting: { ...rhythm, pattern: figure(pattern, source), sits: figure(sits, source) } };
}

function figuresWith(pattern: Rhythm, before: MeetingPolicy): Partial<Record<keyof RhythmFigures, Figure<number>>> {
  const names = Object.keys(figuresOfRhythm[pattern]) as (keyof RhythmFigures)[];
  const usual = figuresOfRhythm[before.pattern.value];
  return Object.fromEntries(
    names
      .filter((name) => before[name].value === usual[name].value)
      .map((name) => [name, figuresOfRhythm[pattern][name]]),
  );
}

/** Whether two patterns say the same. */
export function isSamePattern(one: SittingPattern, other: SittingPattern): boolean {
  const nth = (pattern: SittingPattern) => (pattern.every === 'month' ? pattern.nth : null);
  return (
    one.every === other.every &&
    one.weekday === other.weekday &&
    nth(one) === nth(other) &&
    one.at === other.at &&
    one.onBankHoliday === other.onBankHoliday
  );
}

function fallsOn(pattern: SittingPattern, day: IsoDate): boolean {
  if (dayOfWeek(day) !== pattern.weekday) return false;
  if (pattern.every === 'week') return true;
  if (pattern.nth === 5) return addDays(day, 7).slice(0, 7) !== day.slice(0, 7);
  return Math.ceil(Number(day.slice(8)) / 7) === pattern.nth;
}

function afterHolidays({ onBankHoliday }: SittingPattern, day: IsoDate, calendar: WorkingCalendar): IsoDate | null {
  const after = onOrAfterWorkingDay(calendar, day);
  if (after === day) return day;
  if (onBankHoliday === 'cancelled') return null;
  return onBankHoliday === 'nextWorkingDay' ? after : onOrBeforeWorkingDay(calendar, day);
}

function slotOf(pattern: SittingPattern, day: IsoDate): string {
  return pattern.every === 'week' ? `week/${addDays(day, 1 - dayOfWeek(day))}` : `month/${day.slice(0, 7)}`;
}

/** How far ahead meetings are made: a year. */
export function calendarHorizon(today: IsoDate): IsoDate {
  return addMonths(today, 12);
}
