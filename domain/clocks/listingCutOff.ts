import { endOfLondonDay, epochMs } from '../calendar/london.ts';
import type { IsoDate, IsoInstant } from '../calendar/time.ts';
import { workingDaysBefore } from '../calendar/workingCalendar.ts';
import type { CountedDate, WorkingCalendar } from '../calendar/workingCalendar.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';

/** The last London day on which a case can be listed for a meeting: so many working days before it, by policy. */
export function listingCutOff(meetingDate: IsoDate, policy: AreaPolicy, calendar: WorkingCalendar): CountedDate {
  return workingDaysBefore(calendar, meetingDate, policy.meeting.cutOffWorkingDays.value);
}

/** Whether the cut-off of a meeting has passed at an instant: its day has ended in London. */
export function hasCutOffPassed(
  meetingDate: IsoDate,
  now: IsoInstant,
  policy: AreaPolicy,
  calendar: WorkingCalendar,
): boolean {
  return epochMs(now) >= epochMs(endOfLondonDay(listingCutOff(meetingDate, policy, calendar).date));
}
