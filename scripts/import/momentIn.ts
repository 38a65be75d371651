import { dateSchema } from '../../contracts/moment.ts';
import { londonMoment } from '../../domain/calendar/london.ts';
import { given, type Looked } from './checkCells.ts';

/** A day as it is written, or the London time of a day as a moment. */
export function momentIn({ cells, fault }: Looked, name: string): string | undefined {
  const text = given(cells, name);
  if (text === undefined) return undefined;
  const [, day = '', time] = /^(\S+)(?: ((?:[01]\d|2[0-3]):[0-5]\d))?$/.exec(text) ?? [];
  if (dateSchema.safeParse(day).success) return time === undefined ? day : londonMoment(day, time);
  fault(name, 'Write a day that exists, like 2026-12-14, or with its time in London, like 2026-12-14 10:00.');
  return undefined;
}
