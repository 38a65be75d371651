import { londonDate } from '../../../domain/calendar/london.ts';
import type { WorkingCalendar } from '../../../domain/calendar/workingCalendar.ts';
import type { Clock } from '../../../domain/clocks/clock.ts';
import type { AreaPolicy } from '../../../domain/policy/areaPolicy.ts';
import { isOfficeDay, workingDaysOnFingers } from './naiveDays.ts';

/** Where a clock that is counted in working days from its anchor has another number of them than its policy says; null where it is right. */
export function miscounted(
  { kind, anchor, reason, due }: Clock,
  policy: AreaPolicy,
  calendar: WorkingCalendar,
): string | null {
  const rule = policy.clocks[kind].due;
  if (
    due.type !== 'day' ||
    rule.type !== 'workingDaysAfter' ||
    /own date|before the meeting|the day it began/.test(reason.rule)
  )
    return null;
  if (!isOfficeDay(calendar.holidays, due.date)) return `${kind} is due on a day off, ${due.date}`;
  const late = policy.counting.lateArrivalsCountNextWorkingDay.value ? 1 : 0;
  const counted = workingDaysOnFingers(calendar, londonDate(anchor), due.date);
  return counted === rule.days || counted === rule.days + late
    ? null
    : `${kind} has ${counted} working days and not ${rule.days}`;
}
