import { Temporal } from 'temporal-polyfill';
import { daysBetween } from './london.ts';
import { remember } from './remember.ts';
import type { IsoDate } from './time.ts';

const mostInDays = 28;
const [fewestMonths, fewestYears] = [3, 2];

/**
 * How far one day is from a later one, as people say it: calendar days up to 28, then weeks, months of the calendar from three
 * on, years from two on. Only whole ones count, so that the time left is never said to be longer than it is.
 */
export function timeApart(from: IsoDate, to: IsoDate): string {
  const days = daysBetween(from, to);
  return days <= mostInDays ? counted(days, 'day') : longTimeApart(from, to);
}
const longTimeApart = remember((from, to: string) => {
  const { months } = Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'month' });
  if (months < fewestMonths) return counted(Math.floor(daysBetween(from, to) / 7), 'week');
  return months < fewestYears * 12 ? counted(months, 'month') : counted(Math.floor(months / 12), 'year');
});

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
