import { addDays, dayOfWeek } from '../../../domain/calendar/london.ts';
import type { IsoDate } from '../../../domain/calendar/time.ts';
import type { WorkingCalendar } from '../../../domain/calendar/workingCalendar.ts';

/** Working days after one date up to another, counted on the fingers and not by the calendar under test. */
export function workingDaysOnFingers({ holidays }: WorkingCalendar, from: IsoDate, to: IsoDate): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isOfficeDay(holidays, day)) count += 1;
  return count;
}

/** Monday to Friday and no bank holiday. */
export function isOfficeDay(holidays: WorkingCalendar['holidays'], date: IsoDate): boolean {
  return dayOfWeek(date) < 6 && !holidays.has(date);
}

/** The same day a year later, read off the date itself; 29 February has 1 March. */
export function sameDayNextYear(date: IsoDate): IsoDate {
  const [year = '', month = '', day = ''] = date.split('-');
  const next = String(Number(year) + 1);
  return month === '02' && day === '29' ? `${next}-03-01` : `${next}-${month}-${day}`;
}
