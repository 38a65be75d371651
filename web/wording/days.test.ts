import { describe, expect, it } from 'vitest';
import { dayFromNow, dueWords, lateWords, momentWords, toldWords } from './days.ts';

// Friday 27 February 2026; the clocks go forward on 29 March.
const friday = '2026-02-27T09:00:00.000Z';

describe('a day for people', () => {
  it.each([
    ['2026-02-27', 'Friday 27 February, today'],
    ['2026-02-28', 'Saturday 28 February, tomorrow'],
    ['2026-03-01', 'Sunday 1 March, in 2 days'],
    ['2026-03-03', 'Tuesday 3 March, in 2 working days'],
    ['2026-02-26', 'Thursday 26 February, yesterday'],
    ['2026-02-20', 'Friday 20 February, 7 days ago'],
    ['2025-12-24', 'Wednesday 24 December 2025, 9 weeks ago'],
    ['2026-03-27', 'Friday 27 March, in 20 working days'],
    ['2026-03-28', 'Saturday 28 March, in 4 weeks'],
    ['2026-06-01', 'Monday 1 June, in 3 months'],
    ['2033-02-28', 'Monday 28 February 2033, in 7 years'],
  ])('%s is "%s"', (date, words) => expect(dayFromNow(date, friday)).toBe(words));

  it('skips a bank holiday: from the Thursday before Easter to Tuesday is one working day', () => {
    expect(dayFromNow('2026-04-07', '2026-04-02T09:00:00.000Z')).toBe('Tuesday 7 April, in 1 working day');
  });
});

describe('a moment for people', () => {
  it('is said in London time, and no more exactly than it is known', () => {
    expect(momentWords('2026-02-27T08:05:00.000Z', friday)).toBe('today at 8:05am');
    expect(momentWords('2026-02-26T12:00:00.000Z', friday)).toBe('yesterday at midday');
    expect(momentWords('2026-02-24T12:00:00.000Z', friday, 'day')).toBe('Tuesday 24 February');
  });

  it('that somebody told of is at no hour of its own where it may be known by its day alone', () => {
    expect(toldWords('2026-02-27T12:00:00.000Z', friday)).toBe('today');
    expect(toldWords('2026-02-26T12:00:00.001Z', friday)).toBe('yesterday at midday');
    expect(toldWords('2026-02-27T08:05:00.000Z', friday)).toBe('today at 8:05am');
    // Noon in London is an hour earlier in summer.
    expect(toldWords('2025-06-03T11:00:00.000Z', friday)).toBe('Tuesday 3 June 2025');
    expect(toldWords('2025-06-03T12:00:00.000Z', friday)).toBe('Tuesday 3 June 2025 at 1pm');
  });

  it('belongs to a due date that is one to the minute', () => {
    const due = { type: 'instant', at: '2026-03-02T12:00:00.000Z' } as const;
    expect(dueWords(due, friday)).toBe('midday on Monday 2 March, in 1 working day');
  });
});

describe('how late something is', () => {
  it.each([
    ['2026-02-27', 'Late today'],
    ['2026-02-26', '1 day late'],
    ['2026-01-30', '28 days late'],
    ['2025-12-24', '9 weeks late'],
    ['2025-11-27', '3 months late'],
    ['2023-02-27', '3 years late'],
  ])('that was due on %s is "%s"', (date, words) => expect(lateWords({ type: 'day', date }, friday)).toBe(words));

  it('goes by the day in London, also where it is due at an hour', () => {
    // Half an hour past midnight in London, an hour earlier by the instant.
    const due = { type: 'instant', at: '2026-06-10T22:30:00.000Z' } as const;
    expect(lateWords(due, '2026-06-10T22:59:00.000Z')).toBe('Late today');
    expect(lateWords(due, '2026-06-10T23:00:00.000Z')).toBe('1 day late');
  });
});
