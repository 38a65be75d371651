import { describe, expect, it } from 'vitest';
import { earliestSchoolDay, nextSchoolDay, type SchoolYear } from './schoolDays.ts';
import { englandAndWales } from './workingCalendar.ts';

const term = (from: string, until: string) => ({ from, until });
const year: SchoolYear = {
  name: 'Kent 2025/26',
  terms: [
    term('2025-09-01', '2025-10-17'),
    term('2025-11-03', '2025-12-19'),
    term('2026-01-05', '2026-02-13'),
    term('2026-02-23', '2026-04-02'),
    term('2026-04-20', '2026-05-22'),
    term('2026-06-01', '2026-07-22'),
  ],
  closed: [
    { date: '2026-02-23', name: 'In-service day' },
    { date: '2026-02-24', name: 'In-service day' },
  ],
};
const following: SchoolYear = { name: 'Kent 2026/27', terms: [term('2026-09-02', '2026-10-16')], closed: [] };
const next = (after: string, years: readonly SchoolYear[] = [year]) => nextSchoolDay(englandAndWales, years, after);

describe('the next school day', () => {
  it.each([
    ['after a Monday in term', '2026-03-02', '2026-03-03'],
    ['after a Friday', '2026-03-06', '2026-03-09'],
    ['after a Saturday', '2026-03-07', '2026-03-09'],
    ['after the last day before half term', '2026-05-22', '2026-06-01'],
    ['in the middle of half term', '2026-05-27', '2026-06-01'],
    ['after the last day before Christmas', '2025-12-19', '2026-01-05'],
    ['on the Saturday before the clocks go forward', '2026-03-28', '2026-03-30'],
    ['before Easter', '2026-04-02', '2026-04-20'],
  ])('%s', (_, after, expected) => {
    expect(next(after)).toMatchObject({ date: expected, provisional: false, by: 'Kent 2025/26' });
  });

  it('steps over bank holidays in term and days on which the schools stay shut, and names them', () => {
    expect(next('2026-05-01')).toMatchObject({
      date: '2026-05-05',
      skipped: [{ date: '2026-05-04', name: 'Early May bank holiday' }],
    });
    expect(next('2026-02-20')).toMatchObject({
      date: '2026-02-25',
      skipped: [
        { date: '2026-02-23', name: 'In-service day' },
        { date: '2026-02-24', name: 'In-service day' },
      ],
    });
  });

  it('lies behind the summer only where the next school year is known; otherwise any weekday counts, and that is said', () => {
    expect(next('2026-07-22', [following, year])).toMatchObject({ date: '2026-09-02', provisional: false });
    expect(next('2026-07-22')).toMatchObject({ date: '2026-07-23', provisional: true, by: null });
    expect(next('2026-08-28', [])).toMatchObject({ date: '2026-09-01', provisional: true, by: null });
  });

  it('does not take a year that nobody has entered for a holiday', () => {
    const later: SchoolYear = { name: 'Kent 2027/28', terms: [term('2027-09-02', '2027-10-15')], closed: [] };
    expect(next('2026-11-02', [year, later])).toMatchObject({ date: '2026-11-03', provisional: true });
  });

  it('is the earliest where a family’s children live under several authorities', () => {
    const other: SchoolYear = { ...year, name: 'Medway 2025/26', terms: [term('2026-04-13', '2026-05-22')] };
    const earliest = (authorities: readonly (readonly SchoolYear[])[]) =>
      earliestSchoolDay(englandAndWales, authorities, '2026-04-10');
    expect(earliest([[year], [other]])).toMatchObject({ by: 'Medway 2025/26', date: '2026-04-13' });
    expect(earliest([[year]]).date).toBe('2026-04-20');
    expect(earliest([])).toMatchObject({ date: '2026-04-13', provisional: true });
  });
});
