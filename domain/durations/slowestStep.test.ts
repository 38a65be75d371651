import { describe, expect, it } from 'vitest';
import type { CaseDuration } from './caseDuration.ts';
import { slowestStep } from './slowestStep.ts';

const among = (medians: Partial<Record<CaseDuration, number>>) => slowestStep((duration) => medians[duration] ?? null);

describe('the slowest step', () => {
  it('is what the way grows by most, not what lies furthest from the referral', () => {
    const step = among({ screened: 2, listed: 11.3, heard: 15, closed: 90, supportEnded: 120 });
    expect(step).toEqual({ what: 'from screening to listing', days: 9.3 });
  });

  it('may be after the hearing, which counts from there', () => {
    expect(among({ screened: 2, listed: 3, heard: 9, actionsEnded: 7 })?.what).toMatch(/^from hearing/);
  });

  it('is none that has not been gone through', () => {
    expect(among({})).toBeNull();
    expect(among({ heard: 9 })).toBeNull();
    expect(among({ screened: 0 })).toBeNull();
  });

  it('is none that other cases make look shorter than nothing', () => {
    expect(among({ screened: 3, listed: 2 })).toEqual({ what: 'from the referral to screening', days: 3 });
  });
});
