import { describe, expect, it } from 'vitest';
import { defaultPolicyEntries, nationalDefault } from './defaults.ts';
import { figure } from './figure.ts';
import { policyInForce } from './policyInForce.ts';
import type { PolicyEntry } from './policyInForce.ts';

const medwayOn = (date: string, entries: readonly PolicyEntry[] = defaultPolicyEntries) =>
  policyInForce(entries, 'medway', date);

describe('the policy in force', () => {
  it('of Medway is that of a monthly meeting until the end of 2014 and of a weekly one since', () => {
    const figures = (date: string) => {
      const { pattern, cutOffWorkingDays, agendaWorkingDays, capacity } = medwayOn(date).meeting;
      return [pattern, cutOffWorkingDays, agendaWorkingDays, capacity].map(({ value }) => value);
    };
    expect(figures('2012-06-01')).toEqual(['monthly', 8, 5, 25]);
    expect(figures('2014-12-31')).toEqual(['monthly', 8, 5, 25]);
    expect(figures('2015-01-01')).toEqual(['weekly', 3, 2, 11]);
  });

  it('in Kent and Medway takes three events in six months, elsewhere three in twelve', () => {
    const escalation = (area: string) =>
      policyInForce(defaultPolicyEntries, area, '2026-01-01').routes.escalation.value;
    expect(escalation('dover')).toEqual({ events: 3, withinMonths: 6 });
    expect(escalation('elsewhere')).toEqual({ events: 3, withinMonths: 12 });
    expect(medwayOn('2026-01-01').routes.suicideRoute.value).toBe(true);
    expect(policyInForce(defaultPolicyEntries, 'elsewhere', '2026-01-01').routes.suicideRoute.value).toBe(false);
  });

  it('names every entry that went into it and the date of the latest', () => {
    expect(medwayOn('2016-01-01')).toMatchObject({
      version: 'national-1+kent-and-medway-1+medway-monthly-1+medway-weekly-1',
      effectiveFrom: '2015-01-01',
    });
  });

  it('before any entry is the earliest national one, and without a national one there is none', () => {
    expect(medwayOn('1999-01-01').version).toBe('national-1');
    expect(() => policyInForce([], 'medway', '2026-01-01')).toThrow(/national/);
  });

  it('takes what an area adds, from its date on, and leaves the rest as it was', () => {
    const added: PolicyEntry = {
      version: 'medway-own-1',
      effectiveFrom: '2026-04-01',
      areas: ['medway'],
      changes: { grading: { highFrom: figure(17, 'local decision') } },
    };
    const entries = [added, ...defaultPolicyEntries];
    expect(medwayOn('2026-03-31', entries)).toEqual(medwayOn('2026-03-31'));
    const after = medwayOn('2026-04-01', entries);
    expect(after.grading.highFrom.value).toBe(17);
    expect({ ...after, grading: null, version: null, effectiveFrom: null }).toEqual({
      ...medwayOn('2026-04-01'),
      grading: null,
      version: null,
      effectiveFrom: null,
    });
    expect(policyInForce(entries, 'dover', '2026-04-01').grading.highFrom.value).toBe(14);
  });

  it('of two entries with one date takes the later in the list', () => {
    const own = (version: string, highFrom: number): PolicyEntry => ({
      version,
      effectiveFrom: '2026-04-01',
      areas: ['medway'],
      changes: { grading: { highFrom: figure(highFrom, 'local decision') } },
    });
    expect(medwayOn('2026-04-01', [...defaultPolicyEntries, own('a', 15), own('b', 16)]).grading.highFrom.value).toBe(
      16,
    );
  });

  it('takes a new national policy without losing what the area does differently', () => {
    const next: PolicyEntry = {
      ...nationalDefault,
      version: 'national-2',
      effectiveFrom: '2020-01-01',
      policy: { ...nationalDefault.policy, acknowledgementMaxDays: figure(5, 'test') },
    };
    const policy = medwayOn('2026-01-01', [...defaultPolicyEntries, next]);
    expect(policy.acknowledgementMaxDays.value).toBe(5);
    expect(policy.meeting.pattern.value).toBe('weekly');
  });
});
