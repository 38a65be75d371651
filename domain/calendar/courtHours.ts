import { addDays, dayOfWeek, endOfLondonDay, epochMs, instantAt, londonDate } from './london.ts';
import type { IsoDate, IsoInstant } from './time.ts';
import { isBeyondKnownCalendar } from './workingCalendar.ts';
import type { CountedDate, WorkingCalendar } from './workingCalendar.ts';

/**
 * The instant so many court hours after another (Crime and Security Act 2010, the 48 hours of a protection notice):
 * hours do not run on Sundays, Christmas Day, Good Friday and bank holidays, whole London days; Saturdays count.
 */
export function courtHoursAfter(
  calendar: WorkingCalendar,
  from: IsoInstant,
  hours: number,
): { readonly at: IsoInstant } & Omit<CountedDate, 'date'> {
  const begun = londonDate(from);
  const skipped: { date: IsoDate; name: string }[] = [];
  let at = epochMs(from);
  let left = hours * 3_600_000;
  for (let day = begun; ; day = addDays(day, 1)) {
    const midnight = epochMs(endOfLondonDay(day));
    const closed = whyClosed(calendar, day);
    if (closed === null) {
      if (left <= midnight - at) {
        return { at: instantAt(at + left), skipped, provisional: isBeyondKnownCalendar(calendar, begun, day) };
      }
      left -= midnight - at;
    } else if (closed !== 'Sunday') skipped.push({ date: day, name: closed });
    at = midnight;
  }
}

function whyClosed(calendar: WorkingCalendar, date: IsoDate): string | null {
  const holiday = calendar.holidays.get(date);
  if (holiday !== undefined) return holiday;
  // On a Saturday it is no bank holiday itself (its substitute is), and yet Christmas Day.
  if (date.endsWith('-12-25')) return 'Christmas Day';
  return dayOfWeek(date) === 7 ? 'Sunday' : null;
}
