import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { bankHolidays } from './bankHolidays.ts';
import { dayOfWeek } from './london.ts';

const years = Array.from(
  { length: bankHolidays.lastYear - bankHolidays.firstYear + 1 },
  (_, i) => bankHolidays.firstYear + i,
);
const ours = (year: number) =>
  bankHolidays.events.map(({ date }) => date).filter((date) => date.startsWith(`${year}-`));

/** What the second source holds wrongly: the spring bank holiday of the jubilee year was moved to 4 June. */
const knownErrors = { missing: ['2012-06-04'], wrong: ['2012-05-28'] };

function secondSource(year: number): string[] {
  const dates = new Holidays('GB', 'ENG')
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .map(({ date }) => date.slice(0, 10))
    .filter((date) => dayOfWeek(date) <= 5 && !knownErrors.wrong.includes(date));
  return [...new Set([...dates, ...knownErrors.missing.filter((date) => date.startsWith(`${year}-`))])].toSorted();
}

describe('the bank holidays of England and Wales', () => {
  it.each(years)('are those of a second source in %i', (year) => {
    expect(ours(year).toSorted()).toEqual(secondSource(year));
  });

  it('stand in the order of their dates, each on a weekday and each once', () => {
    const dates = bankHolidays.events.map(({ date }) => date);
    expect(dates).toEqual([...new Set(dates)].toSorted());
    expect(dates.filter((date) => dayOfWeek(date) > 5)).toEqual([]);
  });

  it.each([
    ['2012-06-04', 'Spring bank holiday'],
    ['2012-06-05', 'Queen’s Diamond Jubilee'],
    ['2020-05-08', 'Early May bank holiday (VE day)'],
    ['2022-06-02', 'Spring bank holiday'],
    ['2022-06-03', 'Platinum Jubilee bank holiday'],
    ['2022-09-19', 'Bank Holiday for the State Funeral of Queen Elizabeth II'],
    ['2023-05-08', 'Bank holiday for the coronation of King Charles III'],
    ['2021-12-28', 'Boxing Day'],
    ['2022-12-27', 'Christmas Day'],
  ])('know %s as %s', (date, title) => {
    expect(bankHolidays.events.find((event) => event.date === date)?.title).toBe(title);
  });

  it.each(['2012-05-28', '2020-05-04', '2022-05-30'])('do not know %s, which was moved that year', (date) => {
    expect(bankHolidays.events.some((event) => event.date === date)).toBe(false);
  });
});
