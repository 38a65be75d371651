import { addHours, epochMs, londonDate } from '../calendar/london.ts';
import type { IsoInstant, Precision } from '../calendar/time.ts';
import type { Clock, ClockOutcome } from './clock.ts';
import { closeOpenPause, openPause } from './closeOpenPause.ts';

/** How a clock ends: when it happened in the world, how exactly that is known, and whether the duty was done. */
export interface ClockEnding {
  readonly at: IsoInstant;
  readonly precision?: Precision;
  readonly outcome: 'done' | 'cancelled';
  /** A code, never words about a person. */
  readonly reason: string | null;
}

/**
 * Ends a clock. Done counts as met in time by when it happened, however late it was written down; where only the
 * day is known, the whole due day is in time. A first end stands: ending once more changes nothing.
 */
export function endClock(clock: Clock, ending: ClockEnding): Clock {
  if (clock.end !== null) return clock;
  const outcome = ending.outcome === 'cancelled' ? 'cancelled' : metOrLate(clock, ending);
  const end = { outcome, at: addHours(ending.at, 0), reason: ending.reason };
  return { ...clock, next: null, pauses: closeOpenPause(clock.pauses, ending.at), end };
}

function metOrLate(clock: Clock, { at, precision }: ClockEnding): ClockOutcome {
  const pause = openPause(clock.pauses);
  // A clock is only paused while it is not overdue, and time does not run against a paused duty.
  if (pause !== null && epochMs(at) >= epochMs(pause.from)) return 'met';
  if (precision === 'day' && clock.due.type === 'instant' && londonDate(at) === londonDate(clock.due.at)) return 'met';
  return epochMs(at) < epochMs(clock.overdueAt) ? 'met' : 'metLate';
}
