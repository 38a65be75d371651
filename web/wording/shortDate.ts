import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';

/** The London day of a moment as people here type it into a form: `9/3/2026`. */
export function formatShortDate(at: IsoInstant): string {
  return shortDay(londonDate(at));
}

/** A date as people here type it, and as dates of birth are said: `9/3/2026`. */
export function shortDay(date: IsoDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${String(day)}/${String(month)}/${String(year)}`;
}
