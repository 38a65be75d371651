import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addHours,
  addMonths,
  daysBetween,
  endOfLondonDay,
  epochMs,
  formatLondonDate,
  formatLondonMoment,
  formatOccurred,
  instantAt,
  londonDate,
  londonMoment,
  londonTime,
  occurredOnDay,
  startOfLondonDay,
} from './london.ts';

const anyDate = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));
const anyInstant = fc.integer({ min: 946_684_800_000, max: 2_500_000_000_000 }).map(instantAt);

describe('London dates', () => {
  it.each([
    ['2026-01-15T23:59:59.999Z', '2026-01-15'],
    ['2026-07-15T22:59:59.999Z', '2026-07-15'],
    ['2026-07-15T23:00:00.000Z', '2026-07-16'],
  ])('at %s is %s', (instant, date) => {
    expect(londonDate(instant)).toBe(date);
  });

  it('have 23 hours where the clocks go forward and 25 where they go back', () => {
    const hours = (date: string) => (epochMs(endOfLondonDay(date)) - epochMs(startOfLondonDay(date))) / 3_600_000;
    expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-06-01')]).toEqual([23, 25, 24]);
  });

  it('and times of day are those of the zone itself, on every hour of its changes and between', () => {
    const zone = new Intl.DateTimeFormat('sv-SE', {
      ...{ timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit' },
    });
    const anyMoment = fc.oneof(
      fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2100, 0) }),
      // The clocks are changed at the end of March and of October: nights around it, hour by hour.
      fc
        .tuple(fc.integer({ min: 1972, max: 2037 }), fc.constantFrom(2, 9), fc.integer({ min: 20 * 24, max: 31 * 24 }))
        .map(([year, month, hours]) => Date.UTC(year, month, 1, hours, 30)),
    );
    fc.assert(
      fc.property(anyMoment, (ms) => {
        const instant = instantAt(ms);
        expect(`${londonDate(instant)} ${londonTime(instant)}`).toBe(zone.format(ms));
      }),
      { numRuns: 2_000 },
    );
  });

  it('hold every instant from their start to before their end', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const date = londonDate(instant);
        expect(startOfLondonDay(date) <= instant && instant < endOfLondonDay(date)).toBe(true);
      }),
    );
  });

  it('add and measure days as inverses, whatever the clocks do', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });
});

describe('dates that are reckoned the short way', () => {
  // From double summer time in the forties to well beyond every calendar, leap days among them.
  const longAgoToLater = fc.integer({ min: -3_900_000_000_000, max: 4_500_000_000_000 }).map(instantAt);
  const dateThen = longAgoToLater.map((instant) => instant.slice(0, 10));

  it('are those of the long way, whenever it is', () => {
    const inLondon = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London');
    fc.assert(
      fc.property(longAgoToLater, (instant) => {
        expect(londonDate(instant)).toBe(inLondon(instant).toPlainDate().toString());
      }),
    );
    expect(londonDate('1943-07-01T22:00:00.000Z')).toBe('1943-07-02');
    expect(londonDate('1847-06-01T00:00:30.000Z')).toBe('1847-05-31');
  });

  it('are counted as by the long way', () => {
    fc.assert(
      fc.property(dateThen, dateThen, fc.integer({ min: -4000, max: 4000 }), (date, other, days) => {
        const plain = Temporal.PlainDate.from(date);
        expect(addDays(date, days)).toBe(plain.add({ days }).toString());
        expect(daysBetween(date, other)).toBe(plain.until(Temporal.PlainDate.from(other)).days);
      }),
    );
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(daysBetween('2028-02-29', '2028-03-01')).toBe(1);
    expect(addDays('9999-12-31', 1)).toBe('+010000-01-01');
  });

  it('are none where the text is no date or the days are no whole number', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => addDays('2026-03-02', 1.5)).toThrow(RangeError);
    expect(() => londonDate('2026-02-30T10:00:00.000Z')).toThrow(RangeError);
    expect(() => daysBetween('2026-03-02', '2026-13-01')).toThrow(RangeError);
  });
});

describe('London moments', () => {
  it('read a skipped time as the later and a doubled time as the earlier one', () => {
    expect(londonMoment('2026-03-29', '01:30')).toBe('2026-03-29T01:30:00.000Z');
    expect(londonTime(londonMoment('2026-03-29', '01:30'))).toBe('02:30');
    expect(londonMoment('2026-10-25', '01:30')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('at nine stay at nine on both sides of a clock change', () => {
    expect(londonMoment('2026-03-27', '09:00')).toBe('2026-03-27T09:00:00.000Z');
    expect(londonMoment('2026-03-30', '09:00')).toBe('2026-03-30T08:00:00.000Z');
  });

  it('have one spelling, whatever spelling came in', () => {
    expect(addHours('2026-03-09T18:00:00+01:00', 0)).toBe('2026-03-09T17:00:00.000Z');
    expect(() => epochMs('yesterday')).toThrow(RangeError);
  });

  it('known by the day alone are London noon', () => {
    expect(occurredOnDay('2026-07-01')).toEqual({ at: '2026-07-01T11:00:00.000Z', precision: 'day' });
  });
});

describe('months on', () => {
  it.each([
    ['2025-03-09', 12, '2026-03-09'],
    ['2024-02-29', 12, '2025-03-01'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2023-02-28', 12, '2024-02-28'],
    ['2026-01-31', 1, '2026-03-01'],
    ['2026-08-31', -6, '2026-03-01'],
    ['2026-03-31', 3, '2026-07-01'],
    ['2025-12-31', 12, '2026-12-31'],
  ])('from %s by %i is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  it('are never a day short: the same day of the month or the first of the next', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 48 }), (date, months) => {
        const result = addMonths(date, months);
        expect([date.slice(8), '01']).toContain(result.slice(8));
        expect(result > date).toBe(true);
      }),
    );
  });
});

describe('dates for people', () => {
  it('name the weekday, and speak London time', () => {
    expect(formatLondonDate('2026-03-09')).toBe('Monday 9 March 2026');
    expect(formatLondonMoment('2026-03-09T17:00:00.000Z')).toBe('Monday 9 March 2026 at 5pm');
    expect(formatLondonMoment('2026-07-09T08:05:00.000Z')).toBe('Thursday 9 July 2026 at 9:05am');
    expect(formatLondonMoment('2026-03-09T12:00:00.000Z')).toBe('Monday 9 March 2026 at midday');
    expect(formatLondonMoment('2026-03-09T12:30:00.000Z')).toBe('Monday 9 March 2026 at 12:30pm');
    expect(formatLondonMoment('2026-07-08T23:00:00.000Z')).toBe('Thursday 9 July 2026 at midnight');
  });

  it('say no more than is known', () => {
    expect(formatOccurred(occurredOnDay('2026-03-09'))).toBe('Monday 9 March 2026');
    expect(formatOccurred({ at: '2026-03-09T09:10:00.000Z', precision: 'minute' })).toBe(
      'Monday 9 March 2026 at 9:10am',
    );
  });
});
