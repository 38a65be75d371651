import type { IsoInstant } from '../domain/calendar/time.ts';

/** Where a process gets the time from. It is handed down from `main.ts`: nothing else asks the machine. */
export interface WallClock {
  now(): IsoInstant;
}

/** The machine's own time. */
export const systemClock: WallClock = { now: () => new Date().toISOString() };

export interface MovableClock extends WallClock {
  set(instant: IsoInstant): void;
  advance(milliseconds: number): void;
}

/** A clock that stands still until it is moved: for tests, and for development with time skipped forward. */
export function movableClock(start: IsoInstant): MovableClock {
  let ms = Date.parse(start);
  return {
    now: () => new Date(ms).toISOString(),
    set: (instant) => {
      ms = Date.parse(instant);
    },
    advance: (milliseconds) => {
      ms += milliseconds;
    },
  };
}
