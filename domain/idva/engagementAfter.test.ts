import { describe, expect, it } from 'vitest';
import { engagementAfter, isEngaged, mayFollow } from './engagementAfter.ts';

const statuses = ['engaged', 'dormant', 'declined', 'disengaged', 'unableToContact'] as const;
const before = ['none', ...statuses] as const;

describe('what may be recorded of a victim’s engagement', () => {
  it('is dormant only of who was engaged, and disengaged of who was or has left already', () => {
    expect(before.filter((each) => mayFollow(each, 'dormant'))).toEqual(['engaged', 'dormant']);
    expect(before.filter((each) => mayFollow(each, 'disengaged'))).toEqual(['engaged', 'dormant', 'disengaged']);
  });

  it('is engaged, and unable to contact, at any time, and the same again', () => {
    for (const each of before) {
      expect(mayFollow(each, 'engaged'), each).toBe(true);
      expect(mayFollow(each, 'unableToContact'), each).toBe(true);
      if (each !== 'none') expect(mayFollow(each, each), each).toBe(true);
    }
  });

  it('names a status no more than once', () => {
    for (const allowed of Object.values(engagementAfter)) expect(new Set<string>(allowed).size).toBe(allowed.length);
  });

  it('is an engagement while the victim is engaged or dormant', () => {
    expect(before.filter(isEngaged)).toEqual(['engaged', 'dormant']);
  });
});
