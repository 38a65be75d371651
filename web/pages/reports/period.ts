import { z } from 'zod';
import { durationsQuerySchema } from '../../../contracts/report.ts';
import { areaSchema } from '../../../contracts/text.ts';
import { addDays, addMonths, londonDate } from '../../../domain/calendar/london.ts';
import type { IsoDate, IsoInstant } from '../../../domain/calendar/time.ts';
import { chosen } from '../../paging.ts';
import { monthWords } from '../../wording/days.ts';

/** So many quarters and months one chooses from. */
const quartersBack = 20;
const monthsBack = 36;

/** The area a report is about; left open, all one may have figures of. */
export const areaFilter = { area: chosen(areaSchema) };

const { from: month } = durationsQuerySchema.shape;
/** The months a report is about, both included. */
export const monthsFilter = { ...areaFilter, from: chosen(month), to: chosen(month) };

/** The quarter of the calendar year a report is about, as `2026-Q1`. */
export const quarterFilter = {
  ...areaFilter,
  quarter: chosen(z.string().regex(/^20\d\d-Q[1-4]$/, 'Write a quarter like 2026-Q1.')),
};

/** The months asked for, whichever way round: the last twelve where none were chosen. */
export function monthsOf(
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
  now: IsoInstant,
) {
  const months = [asked.from ?? monthBefore(now, 11), asked.to ?? monthBefore(now, 0)];
  const [from = '', to = ''] = months.toSorted();
  return { from, to };
}

/** The first and the last day of months. */
export function daysOfMonths({ from, to }: { readonly from: string; readonly to: string }): {
  from: IsoDate;
  to: IsoDate;
} {
  return { from: `${from}-01`, to: addDays(addMonths(`${to}-01`, 1), -1) };
}

/** The months to choose from, and those that were asked for beyond them. */
export function monthChoices({ from, to }: { readonly from: string; readonly to: string }, now: IsoInstant) {
  const recent = Array.from({ length: monthsBack }, (_none, before) => monthBefore(now, before));
  const months = [...new Set([...recent, from, to])].toSorted().toReversed();
  return months.map((value) => ({ value, text: monthWords(value) }));
}

/** The quarter asked for; the last one that is over where none was chosen. */
export function quarterOf(asked: string | undefined, now: IsoInstant) {
  const quarter = asked ?? quarterBefore(now, 1);
  const [year = '', number = ''] = quarter.split('-Q');
  return { quarter, year: Number(year), number: Number(number) };
}

/** The quarters to choose from, this one first, and the one that was asked for beyond them. */
export function quarterChoices(asked: string, now: IsoInstant) {
  const recent = Array.from({ length: quartersBack }, (_none, before) => quarterBefore(now, before));
  const quarters = [...new Set([...recent, asked])].toSorted().toReversed();
  return quarters.map((value) => ({ value, text: quarterWords(value) }));
}

/** `2026-Q1` as people say it: `January to March 2026`. */
export function quarterWords(quarter: string): string {
  const [year = '', number = ''] = quarter.split('-Q');
  const monthAt = (at: number) => monthWords(`${year}-${String(at).padStart(2, '0')}`);
  const last = Number(number) * 3;
  return `${monthAt(last - 2).replace(` ${year}`, '')} to ${monthAt(last)}`;
}

function monthBefore(now: IsoInstant, count: number): string {
  return addMonths(`${londonDate(now).slice(0, 7)}-01`, -count).slice(0, 7);
}

function quarterBefore(now: IsoInstant, count: number): string {
  const at = monthBefore(now, count * 3);
  return `${at.slice(0, 4)}-Q${Math.ceil(Number(at.slice(5)) / 3)}`;
}
