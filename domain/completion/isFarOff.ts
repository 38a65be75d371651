import type { IsoDate } from '../calendar/time.ts';
import { workingDaysAfter } from '../calendar/workingCalendar.ts';
import type { Found } from './found.ts';

/** Whether a meeting on a London date is further off from another than policy lets a high-risk case wait (working days). */
export function isFarOff(
  meetingOn: IsoDate | null,
  from: IsoDate,
  { policy, calendar }: Pick<Found, 'policy' | 'calendar'>,
): boolean {
  if (meetingOn === null) return false;
  return meetingOn > workingDaysAfter(calendar, from, policy.meeting.farOffWorkingDays.value).date;
}
