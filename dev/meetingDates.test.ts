import { describe, expect, test } from 'vitest';
import { dayOfWeek } from '../domain/calendar/london.ts';
import { englandAndWales, isWorkingDay } from '../domain/calendar/workingCalendar.ts';
import { meetingDates } from './meetingDates.ts';
import { developmentAreas } from './reference.ts';

describe('the calendar of meetings', () => {
  test('a weekly area meets every week on its day', () => {
    const dates = meetingDates({ every: 'week', weekday: 2 }, '2026-03-03', '2026-03-31', englandAndWales);
    expect(dates).toEqual(['2026-03-10', '2026-03-17', '2026-03-24', '2026-03-31']);
  });

  test('a monthly area meets on the nth of its weekdays', () => {
    const dates = meetingDates({ every: 'month', nth: 2, weekday: 4 }, '2026-03-12', '2026-06-11', englandAndWales);
    expect(dates).toEqual(['2026-04-09', '2026-05-14', '2026-06-11']);
  });

  test('a meeting on a bank holiday moves to the next working day, and is not lost where that is the first day', () => {
    const mondays = { every: 'week', weekday: 1 } as const;
    expect(meetingDates(mondays, '2026-05-04', '2026-05-11', englandAndWales)).toEqual(['2026-05-05', '2026-05-11']);
  });

  test('each of the thirteen areas has a year of meetings, all on working days', () => {
    for (const { meets } of developmentAreas) {
      const dates = meetingDates(meets, '2026-03-09', '2027-03-09', englandAndWales);
      expect(dates.length).toBe(meets.every === 'week' ? 53 : 12);
      expect(dates.every((date) => isWorkingDay(englandAndWales, date))).toBe(true);
      expect(dates.filter((date) => dayOfWeek(date) !== meets.weekday).length).toBeLessThan(4);
    }
  });
});
