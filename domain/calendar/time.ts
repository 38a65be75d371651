/**
 * The three shapes in which time travels as plain JSON. Arithmetic is done with `temporal-polyfill` inside the
 * functions that need it; a `Date` never crosses a function's border in this room.
 */

/** A London calendar date, `2026-03-09`. */
export type IsoDate = string;

/** A moment on the time line in UTC with milliseconds, `2026-03-09T17:00:00.000Z`. */
export type IsoInstant = string;

/** How exactly somebody knows when a thing happened: to the minute, or only on which day. */
export type Precision = 'minute' | 'day';

/** When a thing happened in the world: a moment, and how exactly it is known (a day is kept as London noon). */
export interface Occurred {
  readonly at: IsoInstant;
  readonly precision: Precision;
}
