import { z } from 'zod';
import { dateSchema } from './moment.ts';
import { agencySchema, areaSchema } from './text.ts';

const separated = z
  .string()
  .max(1_000)
  .transform((text) => text.split(','))
  .pipe(z.array(areaSchema).min(1).max(40));

const areas = separated.optional().meta({
  description: 'Codes of areas, separated by commas. Left out: all that you may see.',
  example: 'medway,swale',
});

const month = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'Write a month like 2026-03.')
  .meta({ description: 'A London month.', example: '2026-03' });

const whole = (pattern: RegExp, message: string) => z.string().regex(pattern, message).transform(Number);

/** Durations of the cases received in these months, both included. */
export const durationsQuerySchema = z
  .strictObject({
    from: month,
    to: month,
    areas,
    groupBy: z.enum(['area', 'month', 'quarter', 'route', 'agency']).optional(),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'The last month lies before the first.' });
export type DurationsQuery = z.output<typeof durationsQuerySchema>;

/** The return of one quarter, or of the days from one date to another, both included. */
export const quarterlyReturnQuerySchema = z
  .strictObject({
    year: whole(/^20\d\d$/, 'Write a year like 2026.').optional(),
    quarter: whole(/^[1-4]$/, 'A quarter is 1, 2, 3 or 4.')
      .optional()
      .meta({ description: 'A quarter of the calendar year: 1 is January to March.' }),
    from: dateSchema.optional(),
    to: dateSchema.optional(),
    areas,
    view: z.enum(['internal', 'publication']).default('internal').meta({
      description:
        'Publication leaves out counts of 5 and under, and what would give them away; by area, not by meeting.',
    }),
  })
  .refine(
    ({ year, quarter, from, to }) =>
      year !== undefined && quarter !== undefined
        ? from === undefined && to === undefined
        : year === undefined && quarter === undefined && from !== undefined && to !== undefined,
    { path: ['year'], error: 'Give year and quarter, or the two dates from and to.' },
  )
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['to'],
    error: 'The last day lies before the first.',
  });
export type QuarterlyReturnQuery = z.output<typeof quarterlyReturnQuerySchema>;

/** Duties due, and rungs fired, on these days, both included. */
export const punctualityQuerySchema = z
  .strictObject({ from: dateSchema, to: dateSchema, areas })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'The last day lies before the first.' });
export type PunctualityQuery = z.output<typeof punctualityQuerySchema>;

/** Assessments that stand alone beside the referrals of one agency, in these months, both included. */
export const assessmentsQuerySchema = z
  .strictObject({
    from: month,
    to: month,
    areas,
    agency: agencySchema.default('police').meta({ description: 'Whose assessments and referrals.' }),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'The last month lies before the first.' });
export type AssessmentsQuery = z.output<typeof assessmentsQuerySchema>;

/** Entries of a register on these London days, both included. */
export const registerQueryFields = {
  from: dateSchema,
  to: dateSchema,
  areas,
};
export interface RegisterQuery {
  readonly from: string;
  readonly to: string;
  readonly areas?: readonly string[] | undefined;
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

/** The work of the IDVA services in one quarter. */
export const idvaReportQuerySchema = z.strictObject({
  year: whole(/^20\d\d$/, 'Write a year like 2026.').meta({ example: '2026' }),
  quarter: whole(/^[1-4]$/, 'A quarter is 1, 2, 3 or 4.').meta({
    description: 'A quarter of the calendar year: 1 is January to March.',
    example: '1',
  }),
  areas,
});
export type IdvaReportQuery = z.output<typeof idvaReportQuerySchema>;
