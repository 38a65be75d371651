import { describe, expect, it } from 'vitest';
import { describePattern } from './describePattern.ts';

describe('a pattern in words', () => {
  it('says how often, on which day, when, and what a bank holiday does', () => {
    expect(
      describePattern({ every: 'month', nth: 5, weekday: 4, at: '13:00', onBankHoliday: 'workingDayBefore' }),
    ).toBe('every month on the last Thursday at 13:00, on a bank holiday the working day before');
    expect(describePattern({ every: 'week', weekday: 2, at: '09:30', onBankHoliday: 'cancelled' })).toBe(
      'every week on Tuesday at 09:30, not on a bank holiday',
    );
  });
});
