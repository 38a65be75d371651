import { formatLondonDate } from '../calendar/london.ts';
import type { IsoDate } from '../calendar/time.ts';
import type { WorkingCalendar } from '../calendar/workingCalendar.ts';
import { listingCutOff } from '../clocks/listingCutOff.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';

/**
 * Why the list of a meeting (a London date) closes on its cut-off, in sentences that stand alone: by the policy of the day of the meeting. One that
 * this does not give again was counted by what was in force when the meeting was called or moved.
 */
export function whyCutOff(on: IsoDate, cutOffOn: IsoDate, policy: AreaPolicy, calendar: WorkingCalendar): string {
  const { value: days, source } = policy.meeting.cutOffWorkingDays;
  const { date, skipped, provisional } = listingCutOff(on, policy, calendar);
  if (date !== cutOffOn)
    return 'It was counted when the meeting was called or last moved, by the figure that was in force then.';
  const holidays = skipped.map(({ name, date: day }) => `${name} (${formatLondonDate(day)})`).join(', ');
  return [
    `${days} working ${days === 1 ? 'day' : 'days'} before the meeting. Source: ${source}. Policy ${policy.version}, calendar ${calendar.version}.`,
    ...(holidays === '' ? [] : [`Not counted: ${holidays}.`]),
    ...(provisional ? ['Provisional: not all bank holidays of that time are known yet.'] : []),
  ].join(' ');
}
