import { z } from 'zod';
import { settableFigures } from '../domain/policy/settableFigures.ts';
import { dateSchema } from './moment.ts';
import { areaSchema, line } from './text.ts';

const sourceSchema = line(200).meta({
  description: 'Where it comes from, as it is shown beside every date that it moves.',
  example: 'Proclamation of 7 November 2026',
});

const holiday = {
  date: dateSchema.meta({ description: 'The day on which nobody works.' }),
  name: line(80).meta({ example: 'Bank holiday for the Coronation' }),
};
/** A day to be looked at before it is announced. */
export const holidayQuerySchema = z.strictObject(holiday);
export const holidaySchema = z.strictObject({ ...holiday, source: sourceSchema }).meta({ id: 'AnnouncedHoliday' });
export type HolidayBody = z.output<typeof holidaySchema>;

const figure = {
  area: areaSchema.optional().meta({ description: 'Left out: every area.' }),
  figure: z.enum(settableFigures, 'Choose one of the figures that can be set.'),
};
/** A query holds text. */
export const figureQuerySchema = z.strictObject({
  ...figure,
  value: z
    .string()
    .regex(/^[1-9][0-9]{0,2}$/, 'Write a whole number from 1 to 999.')
    .transform(Number),
});
export const figureSchema = z
  .strictObject({
    ...figure,
    value: z.int('Write a whole number.').min(1, 'Write at least 1.').max(999, 'Write at most 999.'),
    from: dateSchema.optional().meta({
      description:
        'From which day it counts, for what begins then. Left out: from today, and running cases are planned anew by it.',
    }),
    source: sourceSchema,
  })
  .meta({ id: 'ChangedFigure' });
export type FigureBody = z.output<typeof figureSchema>;
