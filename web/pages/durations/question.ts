import { z } from 'zod';
import { durationsQuerySchema } from '../../../contracts/report.ts';
import type { IsoInstant } from '../../../domain/calendar/time.ts';
import { caseDurations, describeDuration } from '../../../domain/durations/caseDuration.ts';
import { chosen } from '../../paging.ts';
import { monthChoices, monthsOf } from '../reports/period.ts';

export const groupings = ['area', 'month', 'quarter', 'route', 'agency'] as const;
export type Grouping = (typeof groupings)[number];

export const groupingLabels: Readonly<Record<Grouping, string>> = {
  area: 'Area',
  month: 'Month of referral',
  quarter: 'Quarter of referral',
  route: 'Route',
  agency: 'Agency that referred',
};

const { from: month } = durationsQuerySchema.shape;

/** What the page may be asked; all of it stands in its address. */
export const durationsFilter = {
  from: chosen(month),
  to: chosen(month),
  groupBy: chosen(z.enum(groupings)),
  duration: chosen(z.enum(caseDurations)),
};
type Asked = z.output<z.ZodObject<typeof durationsFilter>>;

/** The question behind a filter: the last twelve months, by area and up to the hearing, where nothing was chosen. */
export function questionOf({ groupBy = 'area', duration = 'heard', ...asked }: Asked, now: IsoInstant) {
  return { ...monthsOf(asked, now), groupBy, duration };
}
export type Question = ReturnType<typeof questionOf>;

/** The choices of each part of the filter. */
export function filterChoices(question: Question, now: IsoInstant) {
  return {
    months: monthChoices(question, now),
    groupBy: groupings.map((value) => ({ value, text: groupingLabels[value] })),
    duration: caseDurations.map((value) => ({ value, text: describeDuration(value) })),
  };
}
