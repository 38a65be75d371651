import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { courtHoursAfter } from './courtHours.ts';
import { epochMs, instantAt, londonMoment } from './london.ts';
import { englandAndWales as calendar } from './workingCalendar.ts';

const after48 = (date: string, time: string) => courtHoursAfter(calendar, londonMoment(date, time), 48);

describe('the 48 hours of a protection notice', () => {
  it.each([
    ['run straight through within a week', '2026-03-09', '15:00', '2026-03-11', '15:00'],
    ['count a Saturday and no Sunday', '2026-03-06', '18:00', '2026-03-09', '18:00'],
    ['begin after Sunday when served on Sunday', '2026-03-08', '13:00', '2026-03-11', '00:00'],
    ['step over Easter but for its Saturday', '2026-04-02', '12:00', '2026-04-07', '12:00'],
    ['step over Christmas Day on a Saturday and both substitute days', '2027-12-24', '10:00', '2027-12-30', '10:00'],
    ['are not shortened where the clocks go forward', '2026-03-28', '20:00', '2026-03-31', '20:00'],
    ['are not lengthened where the clocks go back', '2026-10-24', '20:00', '2026-10-27', '20:00'],
  ])('%s', (_, date, time, endDate, endTime) => {
    expect(after48(date, time).at).toBe(londonMoment(endDate, endTime));
  });

  it('name the days that do not count, Sundays apart', () => {
    expect(after48('2027-12-24', '10:00').skipped).toEqual([
      { date: '2027-12-25', name: 'Christmas Day' },
      { date: '2027-12-27', name: 'Christmas Day' },
      { date: '2027-12-28', name: 'Boxing Day' },
    ]);
  });

  it('are provisional beyond the known calendar', () => {
    expect(after48('2028-12-28', '10:00').provisional).toBe(false);
    expect(after48('2028-12-31', '10:00').provisional).toBe(true);
  });

  it('are never less than 48 hours of elapsed time, and keep their order', () => {
    const anyMoment = fc.integer({ min: epochMs('2012-01-02T00:00:00Z'), max: epochMs('2028-12-01T00:00:00Z') });
    fc.assert(
      fc.property(anyMoment, fc.integer({ min: 0, max: 90_000_000 }), (ms, later) => {
        const [one = 0, other = 0] = [ms, ms + later].map((at) =>
          epochMs(courtHoursAfter(calendar, instantAt(at), 48).at),
        );
        expect(one - ms).toBeGreaterThanOrEqual(48 * 3_600_000);
        expect(one).toBeLessThanOrEqual(other);
      }),
    );
  });
});
