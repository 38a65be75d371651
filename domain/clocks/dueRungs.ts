import { epochMs } from '../calendar/london.ts';
import type { IsoInstant } from '../calendar/time.ts';
import type { WorkingCalendar } from '../calendar/workingCalendar.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import type { Clock } from './clock.ts';
import { type PlannedRung, rungAt } from './rungAt.ts';

/** What a clock's ladder asks for at one moment. */
export interface DueRungs {
  /** Rungs whose time came as well, below the one that fires: told to nobody, kept in the record. */
  readonly noted: readonly number[];
  readonly fire: number | null;
  readonly next: Clock['next'];
}

/**
 * Of all rungs whose time has come by `now` (an instant), only the highest fires, the lower ones are noted, and the
 * first after it comes next, strictly later than now. So an outage, a late record or a take-over never is a flood.
 */
export function dueRungs(clock: Clock, now: IsoInstant, policy: AreaPolicy, calendar: WorkingCalendar): DueRungs {
  if (clock.next === null) return { noted: [], fire: null, next: null };
  const first = clock.next.rung;
  const nowMs = epochMs(now);
  const planned = rungsOf(clock, policy, calendar);
  const hasCome = (n: number): boolean => {
    const rung = planned(n);
    return rung !== null && epochMs(rung.at) <= nowMs;
  };
  if (!hasCome(first)) return { noted: [], fire: null, next: asNext(first, planned(first)) };
  const fire = highest(first, hasCome);
  const noted = Array.from({ length: fire - first }, (_, i) => first + i);
  return { noted, fire, next: asNext(fire + 1, planned(fire + 1)) };
}

/** The rungs of a clock by number, each worked out once: that after the one that fires is asked for twice. */
function rungsOf(clock: Clock, policy: AreaPolicy, calendar: WorkingCalendar): (n: number) => PlannedRung | null {
  const known = new Map<number, PlannedRung | null>();
  return (n) => {
    const before = known.get(n);
    if (before !== undefined) return before;
    const rung = rungAt(clock, n, policy, calendar);
    known.set(n, rung);
    return rung;
  };
}

/** The nth rung as it is kept on a clock; null where the ladder ends before it. */
export function nextRung(
  clock: Parameters<typeof rungAt>[0],
  n: number,
  policy: AreaPolicy,
  calendar: WorkingCalendar,
): Clock['next'] {
  return asNext(n, rungAt(clock, n, policy, calendar));
}

function asNext(n: number, rung: PlannedRung | null): Clock['next'] {
  return rung && { rung: n, at: rung.at, to: rung.to };
}

/**
 * The highest n for which the predicate holds, given that it holds for `first` and that it never holds again once
 * it has failed. Strides, then halves: a clock neglected for years has hundreds of rungs behind it.
 */
function highest(first: number, holds: (n: number) => boolean): number {
  let stride = 1;
  while (holds(first + stride)) stride *= 2;
  let low = first + Math.floor(stride / 2);
  let high = first + stride;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}
