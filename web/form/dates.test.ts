import { describe, expect, it } from 'vitest';
import { readDate, readMoment, readTime } from './dates.ts';

describe('a date as people type it', () => {
  it.each([
    ['9/3/2026', '2026-03-09'],
    ['09.03.2026', '2026-03-09'],
    ['9 3 2026', '2026-03-09'],
    ['2026-03-09', '2026-03-09'],
  ])('%s is %s', (typed, date) => expect(readDate(typed)).toBe(date));

  it('is left as it was typed where it is none, and left out where nothing was typed', () => {
    expect(readDate('next Tuesday')).toBe('next Tuesday');
    expect(readDate('  ')).toBeUndefined();
  });
});

describe('a time as people type it', () => {
  it.each([
    ['9:30', '09:30'],
    ['0930', '09:30'],
    ['9.30am', '09:30'],
    ['2pm', '14:00'],
    ['12am', '00:00'],
    ['12:05pm', '12:05'],
  ])('%s is %s', (typed, time) => expect(readTime(typed)).toBe(time));

  it.each(['25:00', '9:75', 'noonish'])('%s is none', (typed) => expect(readTime(typed)).toBeNull());
});

describe('a day and a time', () => {
  it('are a moment in London, in summer an hour before it is said in UTC', () => {
    expect(readMoment('9/3/2026', '14:30')).toBe('2026-03-09T14:30:00.000Z');
    expect(readMoment('9/7/2026', '14:30')).toBe('2026-07-09T13:30:00.000Z');
  });

  it('are the day alone where no time is known, and are not guessed where the day is missing', () => {
    expect(readMoment('9/3/2026', '')).toBe('2026-03-09');
    expect(readMoment('', '')).toBeUndefined();
    expect(readMoment('', '9:30')).not.toMatch(/^\d{4}/);
  });
});
