import { describe, expect, it } from 'vitest';
import type { ExceptionView } from '../../../contracts/views/officeViews.ts';
import { presentExceptions } from './present.ts';

// Friday 27 February 2026, before midday.
const now = '2026-02-27T09:00:00.000Z';
const names = { area: String, agency: (code: string | null) => code, areaById: () => null, agencyById: () => null };

const sinceOf = (kind: ExceptionView['kind'], since: string) => {
  const item: ExceptionView = { kind, what: '', reference: null, meeting: null, area: null, id: null, since };
  const may = { mayRefer: false, mayRetry: false, maySettle: false, mayAppoint: false };
  return presentExceptions([item], { names, now, ...may })[0]?.lines[0]?.since;
};

describe('since when something is stuck', () => {
  it('is never an hour that has not come, where a referral is known by its day alone', () => {
    expect(sinceOf('unallocated', '2026-02-27T12:00:00.000Z')).toBe('today');
    expect(sinceOf('incomplete', '2026-02-26T12:00:00.000Z')).toBe('yesterday');
  });

  it('has its hour where that is known', () => {
    expect(sinceOf('undelivered', '2026-02-27T08:05:00.000Z')).toBe('today at 8:05am');
  });

  it('is a day, and how far that is away, where it goes by days', () => {
    expect(sinceOf('leaver', '2026-03-03T00:00:00.000Z')).toBe('Tuesday 3 March, in 2 working days');
    expect(sinceOf('notConcluded', '2026-02-26T00:00:00.000Z')).toBe('Thursday 26 February, yesterday');
  });
});
