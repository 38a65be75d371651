import type { IsoDate } from './time.ts';

/** A date as people here type it, and as dates of birth are said: `9/3/2026`. */
export function shortDay(date: IsoDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${String(day)}/${String(month)}/${String(year)}`;
}
