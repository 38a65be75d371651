import { describe, expect, it } from 'vitest';
import { londonMoment } from '../calendar/london.ts';
import { defaultPolicyEntries } from '../policy/defaults.ts';
import { policyInForce } from '../policy/policyInForce.ts';
import { calendar, monthlyArea } from './aClock.ts';
import { hasCutOffPassed, listingCutOff } from './listingCutOff.ts';

const weekly = policyInForce(defaultPolicyEntries, 'medway', '2026-01-01');

describe('the listing cut-off', () => {
  it.each([
    ['2026-03-12', '2026-03-02', '2026-03-09'],
    ['2026-04-14', '2026-03-31', '2026-04-09'],
  ])('of a meeting on %s is %s in a monthly area and %s in a weekly one', (meeting, ofMonthly, ofWeekly) => {
    expect(listingCutOff(meeting, monthlyArea, calendar).date).toBe(ofMonthly);
    expect(listingCutOff(meeting, weekly, calendar).date).toBe(ofWeekly);
  });

  it('passes with the end of its day in London', () => {
    const passed = (date: string, time: string) =>
      hasCutOffPassed('2026-03-12', londonMoment(date, time), monthlyArea, calendar);
    expect([passed('2026-03-02', '23:59'), passed('2026-03-03', '00:00')]).toEqual([false, true]);
  });
});
