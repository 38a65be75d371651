import { describe, expect, it } from 'vitest';
import { londonDate } from '../../domain/calendar/london.ts';
import { englandAndWales, workingDaysAfter } from '../../domain/calendar/workingCalendar.ts';
import { actionsSetBy, isOutcome, momentOf, plan } from '../../tests/builders/plannedYear.ts';
import type { Intention, PlannedCase } from './plannedCase.ts';

describe('the life of a case', () => {
  it('runs in order from the referral on, the closing last but for the end of support', () => {
    for (const { life } of plan) {
      const moments = life.map(({ occurred }) => occurred.at);
      expect(moments).toEqual(moments.toSorted());
      expect(life[0]?.type).toBe('submitReferral');
      const afterClosing = life.slice(life.findIndex(({ type }) => type === 'close') + 1).map(({ type }) => type);
      if (life.some(({ type }) => type === 'close')) expect(['', 'endSupport']).toContain(afterClosing.join());
    }
  });

  it.each<[Intention['type'], Intention['type']]>([
    ['submitReferral', 'screen'],
    ['screen', 'grade'],
    ['screen', 'reviewPlan'],
    ['reviewPlan', 'hear'],
    ['submitReferral', 'recordContactAttempt'],
    ['recordContactAttempt', 'recordEngagement'],
    ['recordEngagement', 'recordSafetyPlan'],
    ['recordEngagement', 'close'],
    ['recordSafetyPlan', 'endSupport'],
    ['setAction', 'hear'],
    ['defer', 'hear'],
    ['hear', 'tellOutcome'],
    ['hear', 'tellReferrer'],
    ['hear', 'addCourtHearing'],
    ['tellOutcome', 'endSupport'],
    ['addCourtHearing', 'recordCourtOutcome'],
    ['recordCourtOutcome', 'tellCourtResult'],
    ['tellCourtResult', 'close'],
  ])('never has %s after %s', (first, second) => {
    const both = plan.filter(({ life }) => [first, second].every((type) => life.some((each) => each.type === type)));
    expect(both.length).toBeGreaterThan(0);
    for (const planned of both) expect(momentOf(planned, first) < momentOf(planned, second)).toBe(true);
  });

  it('tries to reach every victim, and records what came of it', () => {
    for (const { life } of plan) {
      const attempts = life.flatMap((each) => (each.type === 'recordContactAttempt' ? [each.result] : []));
      const engagement = life.flatMap((each) => (each.type === 'recordEngagement' ? [each.status] : []));
      expect(attempts.length).toBeLessThanOrEqual(3);
      expect(attempts.includes('spoke')).toBe(engagement[0] !== 'unableToContact');
      expect(attempts.includes('spoke') || attempts.length === 3).toBe(true);
      expect(engagedTooLate(life)).toBe(false);
      expect(life.some(({ type }) => type === 'recordSafetyPlan')).toBe(engagement[0] === 'engaged');
    }
  });

  it('ends each action once, after it was set, and only moves a date forward that has not passed', () => {
    for (const { life } of plan) {
      const ended = life.flatMap((each) => (isOutcome(each) ? [each.action] : []));
      expect(new Set(ended).size).toBe(ended.length);
      for (const each of life) {
        if (each.type === 'moveActionDue') expect(each.to > londonDate(each.occurred.at)).toBe(true);
        if (!isOutcome(each)) continue;
        const set = life.findIndex((other) => actionsSetBy(other).includes(each.action));
        expect(set).toBeGreaterThanOrEqual(0);
        expect(set).toBeLessThan(life.indexOf(each));
      }
    }
  });

  it('takes about one case in seven to court, and notes the outcome after the hearing', () => {
    const atCourt = plan.flatMap(({ life }) =>
      life.flatMap((each) =>
        each.type === 'addCourtHearing'
          ? [{ at: each.at, noted: life.find(({ type }) => type === 'recordCourtOutcome')?.occurred.at ?? '' }]
          : [],
      ),
    );
    expect(atCourt.length / plan.length).toBeGreaterThan(0.1);
    expect(atCourt.length / plan.length).toBeLessThan(0.2);
    for (const { at, noted } of atCourt) expect(noted > at).toBe(true);
  });

  it('is written down now to the minute, now only to the day, which is kept as noon in London', () => {
    const all = plan.flatMap(({ life }) => life.map(({ occurred }) => occurred));
    expect(all.some(({ precision }) => precision === 'day')).toBe(true);
    for (const { at, precision } of all) if (precision === 'day') expect(at).toMatch(/T1[12]:00:00\.000Z$/);
  });
});

/** Whether somebody spoke to the victim and recorded later than five working days after it whether they engage. */
function engagedTooLate(life: PlannedCase['life']): boolean {
  const spoke = life.find((each) => each.type === 'recordContactAttempt' && each.result === 'spoke');
  const engagement = life.find(({ type }) => type === 'recordEngagement');
  if (spoke === undefined) return false;
  const last = workingDaysAfter(englandAndWales, londonDate(spoke.occurred.at), 5).date;
  return engagement === undefined || londonDate(engagement.occurred.at) > last;
}
