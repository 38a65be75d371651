import type { IsoDate, IsoInstant } from '../domain/calendar/time.ts';

/** Prisma speaks `Date`; outside this room time is text. A calendar date is kept as midnight UTC of that day. */

/** A timestamptz column as an instant in UTC. */
export function toInstant(value: Date): IsoInstant {
  return value.toISOString();
}

export function toInstantOrNull(value: Date | null): IsoInstant | null {
  return value === null ? null : toInstant(value);
}

/** A date column as a calendar date. */
export function toIsoDate(value: Date): IsoDate {
  return value.toISOString().slice(0, 10);
}

export function toIsoDateOrNull(value: Date | null): IsoDate | null {
  return value === null ? null : toIsoDate(value);
}

/** An instant for a timestamptz column; throws where the text is no instant. */
export function fromInstant(value: IsoInstant): Date {
  if (!/T.*(Z|[+-]\d\d:\d\d)$/.test(value)) throw new RangeError(`Not an instant: ${value}`);
  return valid(new Date(value), value);
}

export function fromInstantOrNull(value: IsoInstant | null): Date | null {
  return value === null ? null : fromInstant(value);
}

/** A calendar date for a date column; throws where there is no such day. */
export function fromIsoDate(value: IsoDate): Date {
  const date = valid(new Date(`${value}T00:00:00.000Z`), value);
  if (toIsoDate(date) !== value) throw new RangeError(`No such date: ${value}`);
  return date;
}

function valid(date: Date, text: string): Date {
  if (Number.isNaN(date.getTime())) throw new RangeError(`Not a moment in time: ${text}`);
  return date;
}
