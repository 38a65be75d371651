import { z } from 'zod';
import { durationsQuerySchema } from '../../../contracts/report.ts';
import { addDays, addMonths, londonDate } from '../../../domain/calendar/london.ts';
import type { IsoInstant } from '../../../domain/calendar/time.ts';
import { caseDurations, describeDuration } from '../../../domain/durations/caseDuration.ts';
import { chosen } from '../../paging.ts';
import { monthWords } from '../../wording/days.ts';

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
export function questionOf({ from, to, groupBy = 'area', duration = 'heard' }: Asked, now: IsoInstant) {
  const months = [from ?? monthBefore(now, 11), to ?? monthBefore(now, 0)];
  const [first = '', last = ''] = months.toSorted();
  return { from: first, to: last, groupBy, duration };
}
export type Question = ReturnType<typeof questionOf>;

/** The first and the last day of the months asked for. */
export function daysOf({ from, to }: Question) {
  return { from: `${from}-01`, to: addDays(addMonths(`${to}-01`, 1), -1) };
}

/** The choices of each part of the filter: the months of three years, and those that were asked for beyond them. */
export function filterChoices({ from, to }: Question, now: IsoInstant) {
  const recent = Array.from({ length: 36 }, (_none, before) => monthBefore(now, before));
  const months = [...new Set([...recent, from, to])].toSorted().toReversed();
  return {
    months: months.map((value) => ({ value, text: monthWords(value) })),
    groupBy: groupings.map((value) => ({ value, text: groupingLabels[value] })),
    duration: caseDurations.map((value) => ({ value, text: describeDuration(value) })),
  };
}

function monthBefore(now: IsoInstant, count: number): string {
  return addMonths(`${londonDate(now).slice(0, 7)}-01`, -count).slice(0, 7);
}
