import { formatLondonTime, londonDate, mayStandForItsDay } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { dayFromNow, sentence } from './days.ts';

interface DateOutside {
  readonly kind: string;
  readonly at: IsoInstant;
}

/** When a date that somebody outside has set is: its day, how far that is away, and the time of day where it is known. */
export function liveDateWhen(date: DateOutside, now: IsoInstant): string {
  const [day, time] = [dayFromNow(londonDate(date.at), now), timeOfDay(date)];
  return time === null ? day : `${day}, at ${time}`;
}

/** The time of day of such a date as it stands in a diary below its day. */
export function timeOfLiveDate(date: DateOutside): string {
  const time = timeOfDay(date);
  return time === null ? 'On that day' : sentence(time);
}

/** Notices end by the hour, whatever was known of when they were served: their duty counts in hours. */
const byTheHour: readonly string[] = ['dvpn', 'dapn'];

/** Of a hearing at noon nobody can tell whether it is at midday or its time is not known: that is said, so that nobody comes too late. */
export function isAtNoonOrUnknown({ kind, at }: DateOutside): boolean {
  return kind === 'hearing' && mayStandForItsDay(at);
}

/** What a hearing is said to be of which nobody can tell. */
export const noonOrUnknown = 'midday, or at a time not known yet';

function timeOfDay(date: DateOutside): string | null {
  if (isAtNoonOrUnknown(date)) return noonOrUnknown;
  return byTheHour.includes(date.kind) || !mayStandForItsDay(date.at) ? formatLondonTime(date.at) : null;
}
