import { describe, expect, it } from 'vitest';
import { timeApart } from './timeApart.ts';

describe('how far one day is from a later one', () => {
  it.each([
    ['2026-02-27', '2026-02-28', '1 day'],
    ['2026-02-27', '2026-03-27', '28 days'],
    ['2026-02-27', '2026-03-28', '4 weeks'],
    // Five weeks less a day, and five weeks.
    ['2026-02-27', '2026-04-02', '4 weeks'],
    ['2026-02-27', '2026-04-03', '5 weeks'],
    ['2026-02-27', '2026-05-26', '12 weeks'],
    ['2026-02-27', '2026-05-27', '3 months'],
    ['2026-02-27', '2026-06-26', '3 months'],
    ['2026-02-27', '2026-06-27', '4 months'],
    ['2026-02-27', '2027-02-27', '12 months'],
    ['2026-02-27', '2028-02-26', '23 months'],
    ['2026-02-27', '2028-02-27', '2 years'],
    // A record that is kept for seven years: the day before them it is not seven yet.
    ['2026-11-28', '2033-11-27', '6 years'],
    ['2026-11-28', '2033-11-28', '7 years'],
  ])('from %s to %s is %s', (from, to, words) => expect(timeApart(from, to)).toBe(words));

  it('counts a month to the end of a shorter one as not whole', () => {
    // From 30 November to 28 February it is two months and 29 days: twelve weeks.
    expect(timeApart('2026-11-30', '2027-02-28')).toBe('12 weeks');
    expect(timeApart('2026-11-30', '2027-03-01')).toBe('3 months');
    // From a leap day it is a year on the day after its like.
    expect(timeApart('2024-02-29', '2026-02-28')).toBe('23 months');
    expect(timeApart('2024-02-29', '2026-03-01')).toBe('2 years');
  });

  it('is never longer than it is, and never less for a later day', () => {
    const inDays = { day: 1, week: 7, month: 28, year: 365 };
    const units = Object.keys(inDays);
    let before = [0, 0];
    for (let days = 1; days <= 4000; days += 1) {
      const until = new Date(Date.UTC(2026, 1, 27 + days)).toISOString().slice(0, 10);
      const [count = '', unit = ''] = timeApart('2026-02-27', until).replace(/s$/, '').split(' ');
      expect(Number(count) * inDays[unit as keyof typeof inDays]).toBeLessThanOrEqual(days);
      const now = [units.indexOf(unit), Number(count)];
      expect(now[0] === before[0] ? now[1] : now[0]).toBeGreaterThanOrEqual(
        (now[0] === before[0] ? before[1] : before[0]) ?? 0,
      );
      before = now;
    }
  });
});
