import { z } from 'zod';
import { settableLadders } from '../domain/clocks/whyQuiet.ts';
import { clocksOfPractice, settableFigures } from '../domain/policy/settableFigures.ts';
import { pauseReasons } from './clock.ts';
import { dateSchema } from './moment.ts';
import { areaSchema, line } from './text.ts';

const sourceSchema = line(200).meta({
  description: 'Where it comes from, as it is shown beside every date that it moves.',
  example: 'Proclamation of 7 November 2026',
});

const fromSchema = dateSchema.optional().meta({
  description:
    'From which day it counts, for what begins then. Left out: from today, and running cases are planned anew by it.',
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
    from: fromSchema,
    source: sourceSchema,
  })
  .meta({ id: 'ChangedFigure' });
export type FigureBody = z.output<typeof figureSchema>;

const ladder = {
  area: areaSchema.optional().meta({ description: 'Left out: every area.' }),
  ladder: z.enum(settableLadders, 'Choose one of the ladders that can be set.'),
  steps: z.string().min(1, 'Write its steps.').max(4_000, 'Write at most 4000 characters.').meta({
    description:
      'A step a line, in order: when, a colon, to whom. Every step is named: another ladder replaces the one before as a whole.',
    example: 'due day: owner\n1 working day after: owner, agency lead\nevery 7 days: coordinator, governance',
  }),
};
export const ladderQuerySchema = z.strictObject(ladder);
export const ladderSchema = z
  .strictObject({
    ...ladder,
    from: fromSchema,
    source: sourceSchema,
  })
  .meta({ id: 'ChangedLadder' });
export type LadderBody = z.output<typeof ladderSchema>;

const permission = {
  area: areaSchema.optional().meta({ description: 'Left out: every area.' }),
  clock: z.enum(clocksOfPractice, 'Choose a duty.'),
  reason: z.enum(pauseReasons, 'Choose a reason.'),
};
export const permissionQuerySchema = z.strictObject({
  ...permission,
  permitted: z.enum(['true', 'false'], 'Choose whether it is permitted.').transform((said) => said === 'true'),
});
export const permissionSchema = z
  .strictObject({
    ...permission,
    permitted: z.boolean('Choose whether it is permitted.').meta({
      description: 'False: such a duty is paused for this no longer. What is paused already stays paused.',
    }),
    from: fromSchema,
    source: sourceSchema,
  })
  .meta({ id: 'ChangedPausePermission' });
export type PermissionBody = z.output<typeof permissionSchema>;

const pattern = {
  area: areaSchema,
  every: z.enum(['week', 'month'], 'Choose how often the area meets.'),
  at: z
    .string()
    .regex(/^(?:0[7-9]|1\d):[0-5]\d$/, 'Write a time of day between 07:00 and 19:59, like 09:30.')
    .meta({ description: 'London time of day, the same in summer and winter.', example: '09:30' }),
  onBankHoliday: z.enum(
    ['nextWorkingDay', 'workingDayBefore', 'cancelled'],
    'Choose what becomes of a meeting that falls on a bank holiday.',
  ),
  from: dateSchema.optional().meta({ description: 'From which day the area meets by it. Left out: from today.' }),
};
const weekdayDescription = 'The day of the week, 1 for Monday to 5 for Friday.';
const nthDescription = 'Which one of the month, 5 for the last; only where it meets every month.';
const nthRule = { message: 'A monthly meeting needs its week, and a weekly one has none.', path: ['nth'] };

function hasItsWeek({ every, nth }: { readonly every: 'week' | 'month'; readonly nth?: number | undefined }): boolean {
  return (every === 'month') === (nth !== undefined);
}

const dayNumber = z
  .string()
  .regex(/^[1-5]$/, 'Write a number from 1 to 5.')
  .transform(Number);
export const patternQuerySchema = z
  .strictObject({
    ...pattern,
    weekday: dayNumber.meta({ description: weekdayDescription }),
    nth: dayNumber.optional().meta({ description: nthDescription }),
  })
  .refine(hasItsWeek, nthRule);
export const patternSchema = z
  .strictObject({
    ...pattern,
    weekday: z.int().min(1, 'Choose a day.').max(5, 'Choose a day.').meta({ description: weekdayDescription }),
    nth: z.int().min(1).max(5).optional().meta({ description: nthDescription }),
    source: sourceSchema,
  })
  .refine(hasItsWeek, nthRule)
  .meta({ id: 'ChangedMeetingPattern' });
export type PatternBody = z.output<typeof patternSchema>;
