import { epochMs, londonDate, londonMoment } from '../calendar/london.ts';
import type { IsoDate, IsoInstant } from '../calendar/time.ts';
import { isWorkingDay, workingDaysAfter } from '../calendar/workingCalendar.ts';
import type { CountedDate, WorkingCalendar } from '../calendar/workingCalendar.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';

/**
 * The London day from which working days are counted: the day of arrival, or, where the area counts late arrivals
 * so, the next working day. That then holds for days off too: what arrives on Saturday must not be due before what
 * arrived on Friday evening.
 */
export function arrivalDay(
  arrivedAt: IsoInstant,
  policy: AreaPolicy,
  calendar: WorkingCalendar,
): { readonly date: IsoDate; readonly moved: boolean; readonly skipped: CountedDate['skipped'] } {
  const date = londonDate(arrivedAt);
  const { lateArrivalsCountNextWorkingDay, dayEndsAt } = policy.counting;
  const asIs = { date, moved: false, skipped: [] };
  if (!lateArrivalsCountNextWorkingDay.value) return asIs;
  const inHours = isWorkingDay(calendar, date) && epochMs(arrivedAt) <= epochMs(londonMoment(date, dayEndsAt.value));
  return inHours ? asIs : { ...workingDaysAfter(calendar, date, 1), moved: true };
}
