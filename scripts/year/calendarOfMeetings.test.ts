import { describe, expect, it } from 'vitest';
import { dayOfWeek } from '../../domain/calendar/london.ts';
import { englandAndWales, workingDaysBetween } from '../../domain/calendar/workingCalendar.ts';
import { yearAreas } from './areas.ts';
import { meetingsOfYear } from './calendarOfMeetings.ts';
import { isOfficeDay } from './moments.ts';

const all = yearAreas.map((area) => ({ area, ...meetingsOfYear(area, 60) }));

describe('the meetings of the year', () => {
  it('are twelve in every area, one a month from April 2012 to March 2013', () => {
    for (const { meetings } of all) {
      expect(new Set(meetings.map(({ date }) => date.slice(0, 7))).size).toBe(12);
      expect(meetings[0]?.date.slice(0, 7)).toBe('2012-04');
      expect(meetings[11]?.date.slice(0, 7)).toBe('2013-03');
    }
  });

  it('never fall on a weekend or bank holiday, and stay on their weekday unless one drives them off', () => {
    for (const { area, meetings } of all) {
      expect(meetings.every(({ date }) => isOfficeDay(date))).toBe(true);
      const onTheirDay = meetings.filter(({ date }) => dayOfWeek(date) === area.meets.weekday);
      expect(onTheirDay.length).toBeGreaterThanOrEqual(10);
    }
  });

  it('give way to the Jubilee of June 2012, to Boxing Day and to New Year’s Day', () => {
    const dates = (code: string): string[] =>
      all.find(({ area }) => area.code === code)?.meetings.map(({ date }) => date) ?? [];
    expect(dates('tunbridge-wells')).toContain('2012-06-06');
    expect(dates('tunbridge-wells')).toContain('2013-01-02');
    expect(dates('sevenoaks')).toContain('2012-12-27');
  });

  it('close their list eight working days before, later than the list of the month before', () => {
    for (const { meetings, previousCutOff } of all) {
      let before = previousCutOff;
      for (const { date, cutOff } of meetings) {
        expect(workingDaysBetween(englandAndWales, cutOff, date)).toBe(8);
        expect(cutOff > before).toBe(true);
        before = cutOff;
      }
    }
  });

  it('take about as many cases as the year had: 25 in Medway, 18 in Thanet, a twelfth and one more elsewhere', () => {
    const capacity = (code: string, cases: number): number | undefined => {
      const area = yearAreas.find((each) => each.code === code);
      return area && meetingsOfYear(area, cases).meetings[0]?.capacity;
    };
    expect(capacity('medway', 291)).toBe(25);
    expect(capacity('thanet', 215)).toBe(18);
    expect(capacity('dover', 59)).toBe(6);
  });
});
