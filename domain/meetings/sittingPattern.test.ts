import { describe, expect, it } from 'vitest';
import { englandAndWales } from '../calendar/workingCalendar.ts';
import { listingCutOff } from '../clocks/listingCutOff.ts';
import { monthlyArea } from '../clocks/aClock.ts';
import { defaultPolicyEntries } from '../policy/defaults.ts';
import { policyInForce } from '../policy/policyInForce.ts';
import { changeOfPattern, type SittingPattern, sittingsOf } from './sittingPattern.ts';

const withPattern = (pattern: SittingPattern) => () => ({
  ...monthlyArea,
  meeting: { ...monthlyArea.meeting, sits: { value: pattern, source: 'test' } },
});
const weekly = (weekday: number, more: Partial<SittingPattern> = {}) =>
  ({ every: 'week', weekday, at: '09:30', onBankHoliday: 'nextWorkingDay', ...more }) as SittingPattern;
const monthly = (nth: number, weekday: number) =>
  ({ every: 'month', nth, weekday, at: '14:00', onBankHoliday: 'nextWorkingDay' }) as const;
const days = (pattern: SittingPattern, from: string, until: string) =>
  sittingsOf(withPattern(pattern), from, until, englandAndWales).map(({ on }) => on);

describe('the sittings of a pattern', () => {
  it('keep their London time on both sides of both changes of the clocks', () => {
    // The clocks go forward on Sunday 29 March 2026 and back on Sunday 25 October 2026.
    const spring = sittingsOf(withPattern(weekly(2)), '2026-03-23', '2026-04-03', englandAndWales);
    expect(spring.map(({ startsAt }) => startsAt)).toEqual(['2026-03-24T09:30:00.000Z', '2026-03-31T08:30:00.000Z']);
    const autumn = sittingsOf(withPattern(weekly(2)), '2026-10-19', '2026-10-30', englandAndWales);
    expect(autumn.map(({ startsAt }) => startsAt)).toEqual(['2026-10-20T08:30:00.000Z', '2026-10-27T09:30:00.000Z']);
  });

  it('fall on the nth weekday of each month, or the last', () => {
    expect(days(monthly(2, 3), '2026-01-01', '2026-04-30')).toEqual([
      '2026-01-14',
      '2026-02-11',
      '2026-03-11',
      '2026-04-08',
    ]);
    expect(days(monthly(5, 4), '2026-01-01', '2026-03-31')).toEqual(['2026-01-29', '2026-02-26', '2026-03-26']);
  });

  it('move where they meet a bank holiday, the way the area says', () => {
    // Easter Monday is 6 April 2026, Good Friday 3 April; 25 and 28 December 2026 are bank holidays.
    expect(days(weekly(1), '2026-04-06', '2026-04-12')).toEqual(['2026-04-07']);
    expect(days(weekly(1, { onBankHoliday: 'workingDayBefore' }), '2026-04-01', '2026-04-12')).toEqual(['2026-04-02']);
    expect(days(weekly(1, { onBankHoliday: 'cancelled' }), '2026-04-06', '2026-04-19')).toEqual(['2026-04-13']);
    expect(days(weekly(5), '2026-12-21', '2027-01-01')).toEqual(['2026-12-29']);
  });

  it('are weekly in Medway and monthly elsewhere, by the policy in force on the day', () => {
    const of = (area: string) => (date: string) => policyInForce(defaultPolicyEntries, area, date);
    const year = (area: string, from: string, until: string) =>
      sittingsOf(of(area), from, until, englandAndWales).length;
    expect(year('medway', '2026-01-01', '2026-12-31')).toBeGreaterThanOrEqual(51);
    expect(year('medway', '2013-01-01', '2013-12-31')).toBe(12);
    expect(year('thanet', '2026-01-01', '2026-12-31')).toBe(12);
  });
});

describe('a pattern that changes within a month', () => {
  const old = withPattern(monthly(1, 4))();
  const changing = (date: string) => (date < '2026-03-10' ? old : withPattern(monthly(3, 4))());

  it('has the first of the two sittings of that month, and not both', () => {
    const on = sittingsOf(changing, '2026-03-01', '2026-04-30', englandAndWales).map((sitting) => sitting.on);
    expect(on).toEqual(['2026-03-05', '2026-04-16']);
  });
});

describe('another rhythm', () => {
  const meetingOf = (area: string) => policyInForce(defaultPolicyEntries, area, '2026-03-02').meeting;
  const [monthlyOnes, weeklyOnes] = [meetingOf('maidstone'), meetingOf('medway')];
  const cutOffAndAgenda = (changes: ReturnType<typeof changeOfPattern>) => [
    changes.meeting?.cutOffWorkingDays?.value,
    changes.meeting?.agendaWorkingDays?.value,
  ];

  it('brings its cut-off and its agenda: 3 and 2 working days before a weekly meeting, 8 and 5 before a monthly one', () => {
    expect(cutOffAndAgenda(changeOfPattern(weekly(2), 'test', monthlyOnes))).toEqual([3, 2]);
    expect(cutOffAndAgenda(changeOfPattern(monthly(2, 3), 'test', weeklyOnes))).toEqual([8, 5]);
  });

  it('leaves what the area has set for itself, and another day of the same rhythm brings nothing', () => {
    const own = { ...monthlyOnes, cutOffWorkingDays: { value: 6, source: 'the area' } };
    expect(cutOffAndAgenda(changeOfPattern(weekly(2), 'test', own))).toEqual([undefined, 2]);
    expect(cutOffAndAgenda(changeOfPattern(monthly(1, 1), 'test', monthlyOnes))).toEqual([undefined, undefined]);
  });

  it('counts for the meetings from its day on, and not for those before', () => {
    const changes = changeOfPattern(weekly(2), 'test', monthlyOnes);
    const entries = [
      ...defaultPolicyEntries,
      { version: 'weekly', effectiveFrom: '2026-06-01', areas: ['maidstone'], changes },
    ];
    const cutOff = (on: string) => listingCutOff(on, policyInForce(entries, 'maidstone', on), englandAndWales).date;
    // The late May bank holiday is Monday 25 May.
    expect(cutOff('2026-05-28')).toBe('2026-05-15');
    expect(cutOff('2026-06-02')).toBe('2026-05-28');
  });
});
