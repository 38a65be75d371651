import { londonDate } from '../../domain/calendar/london.ts';
import { shortDay } from '../../domain/calendar/shortDay.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';

/** The London day of a moment as people here type it into a form: `9/3/2026`. */
export function formatShortDate(at: IsoInstant): string {
  return shortDay(londonDate(at));
}
