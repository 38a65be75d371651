import { describe, expect, test } from 'vitest';
import { fromInstant, fromIsoDate, toInstant, toIsoDate } from './time.ts';

describe('time between Prisma and the product', () => {
  test('an instant comes back in the one spelling, in UTC with milliseconds', () => {
    expect(toInstant(fromInstant('2026-06-01T09:00:00+01:00'))).toBe('2026-06-01T08:00:00.000Z');
  });

  test('a calendar date is the same day again, in summer too', () => {
    expect(toIsoDate(fromIsoDate('2026-07-31'))).toBe('2026-07-31');
  });

  test.each(['2026-02-30', '2026-13-01', 'tomorrow'])('%s is no date', (text) => {
    expect(() => fromIsoDate(text)).toThrow(RangeError);
  });

  test.each(['2026-03-09', '2026-03-09T10:00:00', 'Tuesday'])('%s is no instant', (text) => {
    expect(() => fromInstant(text)).toThrow(RangeError);
  });
});
