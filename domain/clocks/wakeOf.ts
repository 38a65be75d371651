import type { IsoInstant } from '../calendar/time.ts';
import type { Clock } from './clock.ts';
import type { ClockKind } from './clockKind.ts';

/** Clocks whose day passes whatever anybody does: a hearing is over in the evening, and its outcome is another duty. */
const endingByThemselves: readonly ClockKind[] = ['hearing'];

/** The next moment (an instant) at which a clock needs to be looked at; null while it is paused or has ended. */
export function wakeOf(clock: Clock): IsoInstant | null {
  if (clock.end !== null) return null;
  if (clock.next !== null) return clock.next.at;
  return endingByThemselves.includes(clock.kind) ? clock.overdueAt : null;
}

/** Whether a clock that ends by itself is over at an instant. */
export function hasEndedByItself(clock: Clock, now: IsoInstant): boolean {
  return clock.end === null && endingByThemselves.includes(clock.kind) && clock.overdueAt <= now;
}
