import { addDays, addMonths, dayOfWeek } from '../domain/calendar/london.ts';
import type { IsoDate } from '../domain/calendar/time.ts';
import { onOrAfterWorkingDay, type WorkingCalendar } from '../domain/calendar/workingCalendar.ts';
import type { MeetingPattern } from './reference.ts';

/**
 * The London dates of an area's meetings after one date and up to another. A meeting that would fall on a bank
 * holiday moves to the next working day.
 */
export function meetingDates(
  pattern: MeetingPattern,
  after: IsoDate,
  until: IsoDate,
  calendar: WorkingCalendar,
): IsoDate[] {
  const planned = pattern.every === 'week' ? weekly(pattern, after, until) : monthly(pattern, after, until);
  const moved = planned.map((date) => onOrAfterWorkingDay(calendar, date));
  return [...new Set(moved)].filter((date) => date > after && date <= until);
}

/** Begins a week early: a meeting planned before the first day may move beyond it. */
function weekly({ weekday }: { readonly weekday: number }, after: IsoDate, until: IsoDate): IsoDate[] {
  const dates: IsoDate[] = [];
  for (let date = onOrAfterWeekday(addDays(after, -6), weekday); date <= until; date = addDays(date, 7))
    dates.push(date);
  return dates;
}

function monthly(
  pattern: { readonly nth: number; readonly weekday: number },
  after: IsoDate,
  until: IsoDate,
): IsoDate[] {
  const dates: IsoDate[] = [];
  for (let month = addMonths(`${after.slice(0, 7)}-01`, -1); month <= until; month = addMonths(month, 1)) {
    dates.push(addDays(onOrAfterWeekday(month, pattern.weekday), 7 * (pattern.nth - 1)));
  }
  return dates;
}

function onOrAfterWeekday(date: IsoDate, weekday: number): IsoDate {
  return addDays(date, (weekday - dayOfWeek(date) + 7) % 7);
}
