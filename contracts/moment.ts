import { z } from 'zod';
import { epochMs, instantAt, occurredOnDay } from '../domain/calendar/london.ts';
import type { Due } from '../domain/clocks/clock.ts';
import type { Occurred } from '../domain/calendar/time.ts';

/** What programs are told of a date or moment that is none. People do not type them like this: pages have words of their own. */
export const momentProblems = {
  date: 'This is not a date that exists. Write it like 2026-03-09.',
  moment: 'Write a date and time with its offset, like 2026-03-09T14:30+00:00.',
  either: 'Write a date like 2026-03-09, or a date and time like 2026-03-09T14:30+00:00. It has to exist.',
} as const;

const dateText = z.iso.date({ error: momentProblems.date, abort: true }).refine(isInRange, {
  message: 'The year has to lie between 1900 and 2100.',
});
// Seconds may be left out, as people do; an offset may not.
const instantShape =
  /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const instantText = z
  .string()
  .regex(instantShape, { error: momentProblems.moment, abort: true })
  .refine((text) => dateText.safeParse(text.slice(0, 10)).success, momentProblems.date)
  .meta({ format: 'date-time' });
const dateOrInstant = z.union([dateText, instantText], { error: momentProblems.either });

/** A calendar date that exists, `2026-03-09`. */
export const dateSchema = dateText.meta({ description: 'A London calendar date.', example: '2026-03-09' });

/** A moment with its offset; comes out in UTC with milliseconds. */
export const instantSchema = instantText
  .transform((text) => instantAt(epochMs(text)))
  .meta({ description: 'A moment, with its offset from UTC.', example: '2026-03-09T14:30+00:00' });

/** When something happened: a moment, or only the London day. Left out, it happened just now. */
export const occurredAtSchema = dateOrInstant
  .transform((text): Occurred =>
    isDate(text) ? occurredOnDay(text) : { at: instantAt(epochMs(text)), precision: 'minute' },
  )
  .meta({
    description:
      'When it happened: a moment with its offset, or only a London date. It may lie in the past, never in the future. Left out: now.',
    example: '2026-03-09T14:30+00:00',
  });

/** When something outside will happen or end: a moment, or a London date, which is kept as its noon. */
export const outsideDateSchema = dateOrInstant
  .transform((text) => (isDate(text) ? occurredOnDay(text).at : instantAt(epochMs(text))))
  .meta({ description: 'A moment with its offset, or a London date.', example: '2026-04-20T10:00+01:00' });

/** By when something is due: a London date, to the end of that day, or a moment. */
export const dueSchema = dateOrInstant
  .transform((text): Due =>
    isDate(text) ? { type: 'day', date: text } : { type: 'instant', at: instantAt(epochMs(text)) },
  )
  .meta({
    description: 'Due by the end of a London date, or at a moment. Due today is not overdue.',
    example: '2026-03-20',
  });

/** What every command body may carry. */
export const commandFields = { occurredAt: occurredAtSchema.optional() };

function isDate(text: string): boolean {
  return text.length === 10;
}

function isInRange(text: string): boolean {
  const year = Number(text.slice(0, 4));
  return year >= 1900 && year <= 2100;
}
