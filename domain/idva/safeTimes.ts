import { addDays, dayOfWeek, londonDate, londonMoment } from '../calendar/london.ts';
import type { IsoDate, IsoInstant, Occurred } from '../calendar/time.ts';

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

/** When a victim can be reached without danger: days of the week and London times, `until` no longer included. */
export interface SafeWindow {
  readonly days: readonly Weekday[];
  readonly from: string;
  readonly until: string;
}

/** A stretch of time, its end no longer included. */
export interface Stretch {
  readonly from: IsoInstant;
  readonly until: IsoInstant;
}

/** Further ahead than any duty of contact is counted; every weekday comes four times. */
const daysAhead = 28;

/** Whether something happened at a safe time; without windows every time is. Of a day alone, whether it has any. */
export function isSafeTime(windows: readonly SafeWindow[], { at, precision }: Occurred): boolean {
  if (windows.length === 0) return true;
  const stretches = stretchesOn(windows, londonDate(at));
  return precision === 'day' ? stretches.length > 0 : stretches.some(({ from, until }) => from <= at && at < until);
}

/**
 * The first safe stretch that is open at a moment or opens after it, cut to what is left of it, and begins before
 * `before`; null where there is none.
 */
export function nextSafeTime(windows: readonly SafeWindow[], now: IsoInstant, before: IsoInstant): Stretch | null {
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    const date = addDays(londonDate(now), ahead);
    const open = stretchesOn(windows, date).find(({ until }) => until > now);
    if (!open) continue;
    const from = open.from > now ? open.from : now;
    return from < before ? { from, until: open.until < before ? open.until : before } : null;
  }
  return null;
}

function stretchesOn(windows: readonly SafeWindow[], date: IsoDate): readonly Stretch[] {
  const today = weekdays[dayOfWeek(date) - 1];
  return windows
    .filter(({ days }) => today !== undefined && days.includes(today))
    .map(({ from, until }) => ({ from: londonMoment(date, from), until: londonMoment(date, until) }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
}
