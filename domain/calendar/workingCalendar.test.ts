import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankHolidays } from './bankHolidays.ts';
import { addDays } from './london.ts';
import {
  englandAndWales as calendar,
  isWorkingDay,
  onOrAfterWorkingDay,
  onOrBeforeWorkingDay,
  workingCalendarFrom,
  workingDaysAfter,
  workingDaysBefore,
  workingDaysBetween,
} from './workingCalendar.ts';

const anyDate = fc.integer({ min: 0, max: 365 * 17 }).map((days) => addDays('2012-01-01', days));
const aFew = fc.integer({ min: 1, max: 40 });

describe('working days after a date', () => {
  it.each([
    ['Friday', '2026-03-06', 1, '2026-03-09'],
    ['Saturday', '2026-03-07', 1, '2026-03-09'],
    ['Sunday', '2026-03-08', 1, '2026-03-09'],
    ['Monday', '2026-03-09', 1, '2026-03-10'],
    ['Thursday, two on', '2026-03-05', 2, '2026-03-09'],
    ['Maundy Thursday', '2026-04-02', 1, '2026-04-07'],
    ['Christmas Eve with a substitute day', '2027-12-24', 1, '2027-12-29'],
    ['the eve of the jubilee', '2022-06-01', 1, '2022-06-06'],
    ['a leap day', '2028-02-29', 1, '2028-03-01'],
    ['the day before a leap day', '2028-02-28', 1, '2028-02-29'],
    ['the Friday before the clocks go forward', '2026-03-27', 1, '2026-03-30'],
  ])('from %s', (_, from, n, expected) => {
    expect(workingDaysAfter(calendar, from, n).date).toBe(expected);
  });

  it('name the bank holidays stepped over, and no weekends', () => {
    expect(workingDaysAfter(calendar, '2026-04-02', 2).skipped).toEqual([
      { date: '2026-04-03', name: 'Good Friday' },
      { date: '2026-04-06', name: 'Easter Monday' },
    ]);
  });

  it('are provisional once the count leaves the years that are known', () => {
    expect(workingDaysAfter(calendar, '2028-12-27', 2)).toMatchObject({ date: '2028-12-29', provisional: false });
    expect(workingDaysAfter(calendar, '2028-12-28', 2)).toMatchObject({ date: '2029-01-01', provisional: true });
    expect(workingDaysBefore(calendar, '2012-01-03', 1)).toMatchObject({ date: '2011-12-30', provisional: true });
  });

  it('are counted from one and in whole days', () => {
    expect(() => workingDaysAfter(calendar, '2026-03-09', 0)).toThrow(RangeError);
    expect(() => workingDaysBefore(calendar, '2026-03-09', 1.5)).toThrow(RangeError);
  });

  it('never fall on a weekend or a bank holiday', () => {
    fc.assert(
      fc.property(anyDate, aFew, (date, n) => {
        expect(isWorkingDay(calendar, workingDaysAfter(calendar, date, n).date)).toBe(true);
        expect(isWorkingDay(calendar, workingDaysBefore(calendar, date, n).date)).toBe(true);
      }),
    );
  });

  it('are undone by as many before, from a working day', () => {
    fc.assert(
      fc.property(anyDate, aFew, (any, n) => {
        const date = onOrAfterWorkingDay(calendar, any);
        expect(workingDaysBefore(calendar, workingDaysAfter(calendar, date, n).date, n).date).toBe(date);
        expect(workingDaysAfter(calendar, workingDaysBefore(calendar, date, n).date, n).date).toBe(date);
      }),
    );
  });

  it('are as many as are counted between', () => {
    fc.assert(
      fc.property(anyDate, aFew, (date, n) => {
        expect(workingDaysBetween(calendar, date, workingDaysAfter(calendar, date, n).date)).toBe(n);
      }),
    );
  });

  it('of a later start never end earlier', () => {
    fc.assert(
      fc.property(anyDate, aFew, (date, n) => {
        const [one, other] = [date, addDays(date, 1)].map((from) => workingDaysAfter(calendar, from, n).date);
        expect((one ?? '') <= (other ?? '')).toBe(true);
      }),
    );
  });
});

describe('working days around a date', () => {
  it.each([
    ['2026-03-09', '2026-03-09', '2026-03-09'],
    ['2026-03-07', '2026-03-06', '2026-03-09'],
    ['2026-04-04', '2026-04-02', '2026-04-07'],
  ])('near %s are %s and %s', (date, before, after) => {
    expect(onOrBeforeWorkingDay(calendar, date)).toBe(before);
    expect(onOrAfterWorkingDay(calendar, date)).toBe(after);
  });

  it('count none backwards', () => {
    expect(workingDaysBetween(calendar, '2026-03-09', '2026-03-09')).toBe(0);
    expect(workingDaysBetween(calendar, '2026-03-09', '2026-03-02')).toBe(0);
  });
});

describe('a bank holiday announced since', () => {
  it('is stepped over under a version of its own', () => {
    const announced = { version: 'one-off-1', events: [{ title: 'Day of thanks', date: '2027-06-14', notes: '' }] };
    const changed = workingCalendarFrom(bankHolidays, announced);
    expect(workingDaysAfter(calendar, '2027-06-11', 1).date).toBe('2027-06-14');
    expect(workingDaysAfter(changed, '2027-06-11', 1)).toMatchObject({
      date: '2027-06-15',
      skipped: [{ date: '2027-06-14', name: 'Day of thanks' }],
    });
    expect(changed.version).toBe(`${calendar.version}+one-off-1`);
  });
});
