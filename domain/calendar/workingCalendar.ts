import { bankHolidays } from './bankHolidays.ts';
import type { BankHoliday, BankHolidays } from './bankHolidays.ts';
import { addDays, dayOfWeek } from './london.ts';
import type { IsoDate } from './time.ts';

/** Monday to Friday without bank holidays. Beyond the known dates only weekends are left out, and results say so. */
export interface WorkingCalendar {
  readonly version: string;
  readonly knownFrom: IsoDate;
  readonly knownUntil: IsoDate;
  readonly holidays: ReadonlyMap<IsoDate, string>;
}

/** A date that was counted, the bank holidays stepped over on the way, and whether it lies beyond the known calendar. */
export interface CountedDate {
  readonly date: IsoDate;
  readonly skipped: readonly { readonly date: IsoDate; readonly name: string }[];
  readonly provisional: boolean;
}

/** A working calendar out of a published list, with days announced since under a version of their own. */
export function workingCalendarFrom(
  published: BankHolidays,
  announced: { readonly version: string; readonly events: readonly BankHoliday[] } | null = null,
): WorkingCalendar {
  const events = [...published.events, ...(announced?.events ?? [])];
  return {
    version: announced === null ? published.version : `${published.version}+${announced.version}`,
    knownFrom: `${published.firstYear}-01-01`,
    knownUntil: `${published.lastYear}-12-31`,
    holidays: new Map(events.map(({ date, title }) => [date, title])),
  };
}

/** The working calendar of England and Wales, 2012 to 2028. */
export const englandAndWales: WorkingCalendar = workingCalendarFrom(bankHolidays);

/** Whether offices work that day: Monday to Friday and no bank holiday. */
export function isWorkingDay(calendar: WorkingCalendar, date: IsoDate): boolean {
  return dayOfWeek(date) <= 5 && !calendar.holidays.has(date);
}

/** The nth working day after a date (working days, n ≥ 1); Friday, Saturday and Sunday all have Monday as day 1. */
export function workingDaysAfter(calendar: WorkingCalendar, date: IsoDate, n: number): CountedDate {
  return countWorkingDays(calendar, date, n, 1);
}

/** The nth working day before a date (working days, n ≥ 1), counted the same way backwards. */
export function workingDaysBefore(calendar: WorkingCalendar, date: IsoDate, n: number): CountedDate {
  return countWorkingDays(calendar, date, n, -1);
}

/** How many working days lie after `from`, up to and including `to`; 0 where `to` is not later. */
export function workingDaysBetween(calendar: WorkingCalendar, from: IsoDate, to: IsoDate): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) count += 1;
  return count;
}

/** The date itself where it is a working day, otherwise the last working day before it. */
export function onOrBeforeWorkingDay(calendar: WorkingCalendar, date: IsoDate): IsoDate {
  return isWorkingDay(calendar, date) ? date : workingDaysBefore(calendar, date, 1).date;
}

/** The date itself where it is a working day, otherwise the first working day after it. */
export function onOrAfterWorkingDay(calendar: WorkingCalendar, date: IsoDate): IsoDate {
  return isWorkingDay(calendar, date) ? date : workingDaysAfter(calendar, date, 1).date;
}

/** Whether counting between these two dates relies on years whose bank holidays are not known. */
export function isBeyondKnownCalendar(calendar: WorkingCalendar, one: IsoDate, other: IsoDate): boolean {
  return [one, other].some((date) => date < calendar.knownFrom || date > calendar.knownUntil);
}

function countWorkingDays(calendar: WorkingCalendar, from: IsoDate, n: number, step: 1 | -1): CountedDate {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`Working days are counted from 1, not ${n}`);
  const skipped: { date: IsoDate; name: string }[] = [];
  let date = from;
  for (let counted = 0; counted < n;) {
    date = addDays(date, step);
    if (isWorkingDay(calendar, date)) counted += 1;
    else noteHoliday(calendar, date, skipped);
  }
  return { date, skipped, provisional: isBeyondKnownCalendar(calendar, from, date) };
}

function noteHoliday(calendar: WorkingCalendar, date: IsoDate, skipped: { date: IsoDate; name: string }[]): void {
  const name = calendar.holidays.get(date);
  if (name !== undefined) skipped.push({ date, name });
}
