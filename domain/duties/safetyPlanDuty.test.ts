import { describe, expect, it } from 'vitest';
import { aCase, type CaseBuilder } from '../../tests/builders/aCase.ts';
import { aMeeting, calendar, moment, monthly, springMeetings } from '../../tests/builders/world.ts';
import { moveClock } from '../clocks/moveClock.ts';
import { planAgain } from '../clocks/planAgain.ts';

/** A meeting called at short notice: one can be put on its list up to the day itself. */
const near = aMeeting('2026-03-10', { cutOffOn: '2026-03-10' });
const plan = (about: CaseBuilder) => {
  const clock = about.clock('safetyPlan');
  return clock?.due.type === 'day' ? clock.due.date : undefined;
};
const whyOf = (about: CaseBuilder) => about.clock('safetyPlan')?.reason.rule;
const list = (about: CaseBuilder, at: string) => about.at(at).must('listCase', { meetingId: null, reasonId: null });
const takeOff = (about: CaseBuilder, at: string) => about.at(at).must('takeOffList', { decisionId: 'decision-1' });
const clockId = (about: CaseBuilder) => about.clock('safetyPlan')?.id ?? '';
const pause = (about: CaseBuilder, at: string) =>
  about.at(at).must('pauseClock', { clockId: clockId(about), reason: 'victimAskedToWait', reasonId: null });
const resume = (about: CaseBuilder, at: string) => about.at(at).must('resumeClock', { clockId: clockId(about) });

/** Engaged on Wednesday 4 March, five working days before Wednesday the 11th; the next meeting is on Tuesday the 10th. */
const engagedBefore = () =>
  aCase()
    .graded()
    .at('2026-03-04 10:00')
    .engaged()
    .where({ meetings: [near, ...springMeetings] });

describe('a safety plan', () => {
  it('of a case that is listed is due the working day before its meeting, where that comes first', () => {
    const about = aCase().listed().at('2026-03-19 10:00').engaged();
    expect(plan(about)).toBe('2026-03-23');
    expect(whyOf(about)).toBe(
      '1 working day before the meeting on Tuesday 24 March 2026; that comes before 5 working days after engagement',
    );
    expect(plan(aCase().listed().at('2026-03-16 10:00').engaged())).toBe('2026-03-23');
    expect(plan(aCase().listed().at('2026-03-13 10:00').engaged())).toBe('2026-03-20');
  });

  it('has the same date whichever came first, the listing or the engagement', () => {
    const about = engagedBefore();
    expect(plan(about)).toBe('2026-03-11');
    list(about, '2026-03-05 10:00');
    expect(plan(about)).toBe('2026-03-09');
    const listedFirst = aCase()
      .graded()
      .where({ meetings: [near] });
    expect(plan(list(listedFirst, '2026-03-04 09:00').at('2026-03-04 10:00').engaged())).toBe('2026-03-09');
    expect(whyOf(about)).toBe(whyOf(listedFirst));
  });

  it('that is moved by a listing keeps the date first set and says the meeting moved it', () => {
    const about = list(engagedBefore(), '2026-03-05 10:00');
    expect(about.last('clockMoved')?.data).toMatchObject({
      because: 'meeting',
      from: { type: 'day', date: '2026-03-11' },
      clock: { originalDue: { type: 'day', date: '2026-03-11' }, round: 2, anchor: moment('2026-03-04 10:00') },
    });
  });

  it('that is due before the meeting anyway stays as it is, and nothing is recorded of it', () => {
    const about = aCase().graded().at('2026-03-04 09:00').engaged();
    list(about, '2026-03-04 10:00');
    expect(about.last('clockMoved')).toBeUndefined();
    expect(plan(about)).toBe('2026-03-11');
  });

  it('is due on the day of the listing where the working day before the meeting is over', () => {
    const about = list(engagedBefore(), '2026-03-10 09:00');
    expect(plan(about)).toBe('2026-03-10');
    expect(whyOf(about)).toContain('had passed already');
  });

  it('counts back over bank holidays', () => {
    const afterEaster = aMeeting('2026-04-07', { cutOffOn: '2026-04-07' });
    const about = aCase().graded().at('2026-03-30 10:00').engaged();
    expect(plan(about)).toBe('2026-04-08');
    list(about.where({ meetings: [afterEaster] }), '2026-03-31 10:00');
    expect(plan(about)).toBe('2026-04-02');
    const skipped = about.clock('safetyPlan')?.reason.skipped.map(({ date }) => date);
    expect(skipped).toEqual(['2026-04-06', '2026-04-03']);
  });

  it('has its five working days again when the case is taken off the list, and the meeting’s when it is listed again', () => {
    const about = list(engagedBefore(), '2026-03-05 10:00');
    expect(plan(takeOff(about, '2026-03-05 11:00'))).toBe('2026-03-11');
    expect(whyOf(about)).toBe('5 working days after engagement');
    expect(plan(list(about, '2026-03-06 10:00'))).toBe('2026-03-09');
  });

  it('of a case that is deferred is planned for the meeting it goes to', () => {
    const about = list(engagedBefore(), '2026-03-05 10:00');
    const { meetingId = '' } = about.state.listing ?? {};
    about.at('2026-03-10 11:00');
    about.must('recordHearing', { outcome: 'deferred', meetingId, attendance: [], reasonId: 'reason-1' });
    expect(about.standing?.meetingOn).toBe('2026-03-24');
    expect(plan(about)).toBe('2026-03-11');
    const late = list(
      aCase()
        .graded()
        .at('2026-03-09 10:00')
        .engaged()
        .where({ meetings: [near] }),
      '2026-03-09 11:00',
    );
    expect(plan(late)).toBe('2026-03-09');
    late.where({ meetings: [aMeeting('2026-03-13', { cutOffOn: '2026-03-13' })] }).at('2026-03-10 11:00');
    late.must('recordHearing', { outcome: 'deferred', meetingId, attendance: [], reasonId: 'reason-1' });
    expect(plan(late)).toBe('2026-03-12');
  });

  it('keeps its date once the case was heard, and knows of no meeting that is over', () => {
    const heard = list(engagedBefore(), '2026-03-05 10:00').heard();
    expect(plan(heard)).toBe('2026-03-09');
    expect(plan(aCase().heard().at('2026-03-25 10:00').engaged())).toBe('2026-04-01');
    expect(plan(aCase().listed().at('2026-03-25 10:00').engaged())).toBe('2026-04-01');
  });

  it('that is paused waits, and is planned with the meeting when it runs on', () => {
    const about = pause(engagedBefore(), '2026-03-05 09:00');
    list(about, '2026-03-05 10:00');
    expect(about.last('clockMoved')).toBeUndefined();
    resume(about, '2026-03-06 10:00');
    expect(plan(about)).toBe('2026-03-09');
    expect(about.clock('safetyPlan')?.round).toBe(2);
    expect(plan(takeOff(about, '2026-03-06 11:00'))).toBe('2026-03-12');
    expect(whyOf(about)).toBe('5 working days after engagement; paused, then resumed with 4 working days left');
  });

  it('that was paused before a near meeting has all its days back when the meeting goes', () => {
    const about = list(engagedBefore(), '2026-03-05 09:00');
    resume(pause(about, '2026-03-05 10:00'), '2026-03-06 10:00');
    expect(plan(about)).toBe('2026-03-09');
    expect(plan(takeOff(about, '2026-03-06 11:00'))).toBe('2026-03-12');
  });

  it('whose date a person has set is left with it', () => {
    const about = engagedBefore();
    const clock = about.clock('safetyPlan');
    if (!clock) throw new Error('There is no safety plan to move.');
    const at = moment('2026-03-05 10:00');
    const due = { type: 'day', date: '2026-03-13' } as const;
    const moved = moveClock(clock, due, at, monthly, calendar);
    expect(planAgain(moved, '2026-03-10', at, monthly, calendar)).toBe(moved);
    const byPolicy = moveClock(clock, due, at, monthly, calendar, 'policy');
    expect(planAgain(byPolicy, '2026-03-10', at, monthly, calendar).due).toEqual({ type: 'day', date: '2026-03-09' });
  });
});
