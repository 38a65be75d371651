import { describe, expect, it } from 'vitest';
import type { CaseDuration } from './caseDuration.ts';
import { slowestStep, stepsOfWay } from './slowestStep.ts';

const among = (medians: Partial<Record<CaseDuration, number>>) => slowestStep(waysOf(medians));
const waysOf = (medians: Partial<Record<CaseDuration, number>>) => stepsOfWay((duration) => medians[duration] ?? null);

describe('the slowest step', () => {
  it('is what the way grows by most, not what lies furthest from the referral', () => {
    const step = among({ screened: 2, listed: 11.3, heard: 15, closed: 90, supportEnded: 120 });
    expect(step).toEqual({ what: 'from screening to listing', days: 9.3 });
  });

  it('stands among all steps that were gone through, in their order', () => {
    expect(waysOf({ screened: 2, listed: 11.3, heard: 10, actionsEnded: 30 })).toEqual([
      { what: 'from the referral to screening', days: 2 },
      { what: 'from screening to listing', days: 9.3 },
      { what: 'from listing to hearing', days: 0 },
      { what: 'from hearing to the end of all actions', days: 30 },
    ]);
    expect(waysOf({ screened: 2, heard: 10 })).toEqual([{ what: 'from the referral to screening', days: 2 }]);
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
