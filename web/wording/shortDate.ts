import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';

/** The London day of a moment as people here type it into a form: `9/3/2026`. */
export function formatShortDate(at: IsoInstant): string {
  const [year, month, day] = londonDate(at).split('-').map(Number);
  return `${String(day)}/${String(month)}/${String(year)}`;
}
