import { daysBetween, epochMs, formatLondonDate, formatLondonMoment, londonDate } from '../calendar/london.ts';
import type { IsoInstant } from '../calendar/time.ts';
import { timeApart } from '../calendar/timeApart.ts';
import type { Due } from '../clocks/clock.ts';
import type { ClockKind } from '../clocks/clockKind.ts';

/** When something is due, or was, seen from one moment. */
export interface Timing {
  /** For a subject: `due today`, `3 days late`. */
  readonly brief: string;
  /** In full: `Friday 13 March 2026, 3 days late`. */
  readonly full: string;
  readonly late: boolean;
}

/** Dates in the outside world: they are not due, they come. */
const events: ReadonlySet<ClockKind> = new Set([
  'hearing',
  'dvpo',
  'protectionOrder',
  'preChargeBail',
  'custodyRelease',
  'repeatFlag',
]);

/** Whether a clock of this kind waits for a date in the outside world, which nobody can do in time or late. */
export function isEvent(kind: ClockKind | null): boolean {
  return kind !== null && events.has(kind);
}

/** Says when something is or was due, London time; due today is not late. */
export function timingOf(due: Due, kind: ClockKind | null, now: IsoInstant): Timing {
  return due.type === 'day' ? dayTiming(due.date, isEvent(kind), londonDate(now)) : momentTiming(due.at, now);
}

function dayTiming(date: string, event: boolean, today: string): Timing {
  const days = daysBetween(date, today);
  const named = formatLondonDate(date);
  if (days < 0) return { brief: `${event ? 'on' : 'due on'} ${named}`, full: named, late: false };
  if (days === 0) return { brief: event ? 'today' : 'due today', full: `today, ${named}`, late: false };
  const apart = timeApart(date, today);
  if (event) return { brief: 'the date has passed', full: `${named}, ${apart} ago`, late: true };
  return { brief: `${apart} late`, full: `${named}, ${apart} late`, late: true };
}

function momentTiming(at: IsoInstant, now: IsoInstant): Timing {
  const named = formatLondonMoment(at);
  const hours = Math.floor((epochMs(now) - epochMs(at)) / 3_600_000);
  if (hours < 0) return { brief: `due by ${named}`, full: named, late: false };
  if (hours === 0) return { brief: 'due now', full: `${named}, which is now`, late: true };
  const late = hours < 48 ? `${hours} ${hours === 1 ? 'hour' : 'hours'}` : timeApart(londonDate(at), londonDate(now));
  return { brief: `${late} late`, full: `${named}, ${late} late`, late: true };
}
