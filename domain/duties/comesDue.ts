import type { IsoInstant } from '../calendar/time.ts';
import type { WorkingCalendar } from '../calendar/workingCalendar.ts';
import { type AdvancedClock, advanceClock } from '../clocks/advanceClock.ts';
import type { Clock } from '../clocks/clock.ts';
import { endClock } from '../clocks/endClock.ts';
import { hasEndedByItself, wakeOf } from '../clocks/wakeOf.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';

/** What becomes of a clock whose time has come: a rung fires, or its day is over by itself. */
export type ComeDue =
  | {
      readonly what: 'rung';
      readonly clock: Clock;
      readonly fired: NonNullable<AdvancedClock['fired']>;
      readonly noted: readonly number[];
    }
  | { readonly what: 'dayIsOver'; readonly clock: Clock };

/**
 * What a running clock comes to at `now` (an instant): the highest rung whose time has come, the end of a day that passes
 * by itself, or null where nothing is due yet. Nobody is told that a flag will end soon once it is over.
 */
export function comesDue(clock: Clock, now: IsoInstant, policy: AreaPolicy, calendar: WorkingCalendar): ComeDue | null {
  const wake = wakeOf(clock);
  const flagIsOver = clock.kind === 'repeatFlag' && clock.overdueAt <= now;
  if (wake === null || wake > now || flagIsOver) return null;
  if (hasEndedByItself(clock, now)) {
    const ended = endClock(clock, { at: clock.overdueAt, outcome: 'cancelled', reason: 'dayIsOver' });
    return { what: 'dayIsOver', clock: ended };
  }
  const { clock: advanced, fired, noted } = advanceClock(clock, now, policy, calendar);
  return fired ? { what: 'rung', clock: advanced, fired, noted } : null;
}
