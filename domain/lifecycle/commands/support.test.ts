import { describe, expect, it } from 'vitest';
import { aCase, attempt } from '../../../tests/builders/aCase.ts';
import type { SafeContactLimit } from '../../idva/outsideSafeContact.ts';
import { aReferral } from '../../../tests/builders/aReferral.ts';

const decided = (decision: 'resumed' | 'ended') => ({ victimId: 'victim-1', decision, reasonId: 'reason-1' });

describe('a failed safety check', () => {
  const unsafe = () => aCase().received().attempted('unsafe');

  it('suspends contact with the victim', () => {
    const suspended = unsafe();
    expect(suspended.last('contactSuspended')?.data).toEqual({ victimId: 'victim-1', attemptId: 'attempt-1' });
    expect(suspended.state.contactSuspended).toBe(true);
  });

  it('stops every further attempt until a person has decided', () => {
    const suspended = unsafe();
    expect(suspended.send('recordContactAttempt', attempt('noAnswer'))).toEqual({
      ok: false,
      code: 'CONTACT_SUSPENDED',
    });
    suspended.must('decideContact', decided('resumed'));
    expect(suspended.send('recordContactAttempt', attempt('noAnswer')).ok).toBe(true);
  });

  it('stays in force where the service ends contact, and can still be lifted later', () => {
    const ended = unsafe().must('decideContact', decided('ended'));
    expect(ended.send('recordContactAttempt', attempt('spoke')).ok).toBe(false);
    ended.must('decideContact', decided('resumed'));
    expect(ended.send('recordContactAttempt', attempt('spoke')).ok).toBe(true);
  });

  it('in another case of the victim stops contact here, and can be lifted from here', () => {
    const here = aCase().received().where({ contactSuspended: true });
    expect(here.send('recordContactAttempt', attempt('spoke'))).toEqual({ ok: false, code: 'CONTACT_SUSPENDED' });
    expect(here.send('decideContact', decided('resumed')).ok).toBe(true);
  });

  it('that was lifted from another case can still be decided here, where its clock runs', () => {
    const here = unsafe().where({ contactSuspended: false });
    expect(here.send('decideContact', decided('resumed')).ok).toBe(true);
    expect(here.clock('contactDecision')).toBeUndefined();
  });

  it('that another case decided about is only followed here, which lifts nothing by itself', () => {
    const here = unsafe().where({ contactSuspended: true });
    expect(here.send('decideContact', { ...decided('resumed'), elsewhere: true }).ok).toBe(true);
    expect(here.clock('contactDecision')).toBeUndefined();
    expect(here.send('recordContactAttempt', attempt('noAnswer'))).toEqual({ ok: false, code: 'CONTACT_SUSPENDED' });
  });

  it('is not decided where there was none', () => {
    expect(aCase().received().send('decideContact', decided('resumed'))).toEqual({
      ok: false,
      code: 'CONTACT_NOT_SUSPENDED',
    });
  });
});

describe('support by the IDVA', () => {
  const supportOver = () => aCase().received().must('endSupport', { status: 'planned', contentId: null });

  it.each([
    ['allocateAdviser', { adviserId: 'adviser-1' }],
    ['recordContactAttempt', attempt('spoke')],
    ['decideAttempts', { decision: 'stop', reasonId: 'r' }],
    ['recordEngagement', { status: 'engaged', noteId: null }],
    ['recordSafetyPlan', { planId: 'plan-1', contentId: 'words' }],
    ['recordRiskReview', { assessment: null, change: 'same', contentId: null }],
    ['endSupport', { status: 'planned', contentId: null }],
  ] as const)('that has ended takes no %s', (type, payload) => {
    expect(supportOver().send(type, payload)).toEqual({ ok: false, code: 'SUPPORT_ENDED' });
  });

  it('may end before the hearing, and the outcome is told all the same', () => {
    const heard = supportOver().heard();
    expect(heard.send('tellOutcome', { result: 'noSafeWay', reasonId: 'reason-1' }).ok).toBe(true);
  });

  it('may end after the case is closed: a date of its own', () => {
    const closed = aCase().closed().at('2026-06-01 10:00').must('endSupport', { status: 'planned', contentId: null });
    expect(closed.standing).toMatchObject({
      stage: 'closed',
      closedAt: '2026-04-10T14:00:00.000Z',
      supportEndedAt: '2026-06-01T09:00:00.000Z',
    });
  });
});

describe('a review of the risk', () => {
  const review = { assessment: null, change: 'lower', contentId: null } as const;

  it('is of a victim who is engaged, for the time being dormant included', () => {
    const engaged = aCase().received().engaged();
    expect(engaged.send('recordRiskReview', review).ok).toBe(true);
    engaged.must('recordEngagement', { status: 'dormant', noteId: null });
    expect(engaged.clock('riskReview')).toBeDefined();
    expect(engaged.send('recordRiskReview', review).ok).toBe(true);
    engaged.must('recordEngagement', { status: 'disengaged', noteId: null });
    expect(engaged.send('recordRiskReview', review)).toEqual({ ok: false, code: 'NOT_ENGAGED' });
  });

  it('never lowers the grade that routed the case', () => {
    const reviewed = aCase().graded().engaged().must('recordRiskReview', review);
    expect(reviewed.standing?.grade).toBe('high');
  });
});

describe('telling', () => {
  it('the victim waits for a meeting, and is done once for each', () => {
    const told = { result: 'told', reasonId: null } as const;
    expect(aCase().listed().send('tellOutcome', told)).toEqual({ ok: false, code: 'OUTCOME_NOT_DUE' });
    const heard = aCase().heard().must('tellOutcome', told);
    expect(heard.send('tellOutcome', told)).toEqual({ ok: false, code: 'ALREADY_TOLD' });
  });

  it('the referrer what a meeting decided waits for the meeting; what became of the screening does not', () => {
    const listed = aCase().listed();
    expect(listed.send('tellReferrer', { about: 'meeting', contentId: null })).toEqual({
      ok: false,
      code: 'OUTCOME_NOT_DUE',
    });
    expect(listed.send('tellReferrer', { about: 'screening', contentId: null }).ok).toBe(true);
  });
});

describe('an attempt outside the safe times', () => {
  const outside = (more = {}) => ({ ...attempt('noAnswer'), outsideSafeTimes: true, ...more });

  it('is refused without a reason, and kept with one', () => {
    const theCase = aCase().received();
    expect(theCase.send('recordContactAttempt', outside())).toEqual({ ok: false, code: 'OUTSIDE_SAFE_TIMES' });
    expect(theCase.clock('firstContact')).toBeDefined();
    theCase.must('recordContactAttempt', outside({ reasonId: 'reason-1' }));
    expect(theCase.last('contactAttempted')?.data).toMatchObject({ outsideSafeTimes: true, reasonId: 'reason-1' });
  });

  it('that failed the safety check is written down all the same, and stops contact', () => {
    const theCase = aCase().received();
    theCase.must('recordContactAttempt', { ...attempt('unsafe'), outsideSafeTimes: true });
    expect(theCase.state.contactSuspended).toBe(true);
  });
});

describe('a contact outside of what is safe', () => {
  const heard = () => aCase().heard();
  const attempted = (outside: readonly SafeContactLimit[], reasonId: string | null = null) => ({
    ...{ ...attempt('messageLeft'), outside, reasonId },
  });
  const told = (outside: readonly SafeContactLimit[], outsideReasonId: string | null = null) => ({
    ...{ result: 'told' as const, reasonId: null, medium: 'phone', outside, outsideReasonId },
  });

  it.each([
    [['message', 'time'], 'MESSAGE_NOT_SAFE'],
    [['medium'], 'MEDIUM_NOT_SAFE'],
    [['time'], 'OUTSIDE_SAFE_TIMES'],
  ] as const)('by %s is refused without a reason, whatever the contact', (outside, code) => {
    expect(heard().send('recordContactAttempt', attempted(outside))).toEqual({ ok: false, code });
    expect(heard().send('tellOutcome', told(outside))).toEqual({ ok: false, code });
    const decided = withResult();
    expect(decided.send('tellResult', { liveDateId: 'h-1', ...told(outside) })).toEqual({ ok: false, code });
  });

  it('is recorded as such with a reason', () => {
    const tried = heard().must('recordContactAttempt', attempted(['message'], 'reason-1'));
    expect(tried.last('contactAttempted')?.data).toMatchObject({ outside: ['message'], reasonId: 'reason-1' });
    const heardOf = heard().must('tellOutcome', told(['medium'], 'reason-1'));
    expect(heardOf.last('outcomeTold')?.data).toMatchObject({ outside: ['medium'], outsideReasonId: 'reason-1' });
    const decided = withResult().must('tellResult', { liveDateId: 'h-1', ...told(['time'], 'reason-1') });
    expect(decided.last('resultTold')?.data).toMatchObject({ outside: ['time'], outsideReasonId: 'reason-1' });
  });

  it('of a case that is taken over happened as it happened', () => {
    const adopted = aCase(aReferral().adopted()).received();
    expect(adopted.send('recordContactAttempt', attempted(['message'])).ok).toBe(true);
  });

  it('is refused while contact is suspended, reason or not; that there is no safe way can be said', () => {
    const suspended = heard().where({ contactSuspended: true });
    expect(suspended.send('tellOutcome', told([], 'reason-1'))).toEqual({ ok: false, code: 'CONTACT_SUSPENDED' });
    expect(suspended.send('tellOutcome', { result: 'noSafeWay', reasonId: 'reason-1' }).ok).toBe(true);
    const decided = withResult().where({ contactSuspended: true });
    const heardOf = { liveDateId: 'h-1', ...told([], 'reason-1') };
    expect(decided.send('tellResult', heardOf)).toEqual({ ok: false, code: 'CONTACT_SUSPENDED' });
    const noWay = { liveDateId: 'h-1', result: 'noSafeWay', reasonId: 'reason-1' } as const;
    expect(decided.send('tellResult', noWay).ok).toBe(true);
  });

  /** Somebody is owed what a hearing decided. */
  function withResult() {
    const listed = aCase().heard().withLiveDate('h-1', 'hearing', '2026-04-01 10:00').at('2026-04-01 16:00');
    return listed.must('recordLiveDateOutcome', { liveDateId: 'h-1', outcome: 'acquitted', contentId: null });
  }
});

describe('an allocation', () => {
  const room = { appointed: true, conflict: false, ftePercent: 100, open: 0, pastYear: 0 };
  const give = { adviserId: 'adviser-1', allocationId: 'place-1' };

  it('is refused where the adviser has no room, by cases open now and by a year’s referrals', () => {
    const full = (adviser: Partial<typeof room>) =>
      aCase()
        .received()
        .where({ adviser: { ...room, ...adviser } })
        .send('allocateAdviser', give);
    expect(full({ open: 24, pastYear: 99 }).ok).toBe(true);
    expect(full({ open: 25 })).toMatchObject({ code: 'ADVISER_AT_CAPACITY', blocking: [{ code: 'openCases' }] });
    expect(full({ pastYear: 100 })).toMatchObject({ blocking: [{ code: 'referralsInAYear' }] });
    // Half a post has room for twelve of twenty-five.
    expect(full({ ftePercent: 50, open: 11 }).ok).toBe(true);
    expect(full({ ftePercent: 50, open: 12 })).toMatchObject({ code: 'ADVISER_AT_CAPACITY' });
  });

  it('beyond the room of a post takes a reason, and says that it is', () => {
    const theCase = aCase()
      .received()
      .where({ adviser: { ...room, open: 30 } });
    theCase.must('allocateAdviser', { ...give, reasonId: 'reason-1' });
    expect(theCase.last('adviserAllocated')?.data).toMatchObject({ overCapacity: true, reasonId: 'reason-1' });
  });

  it('never goes to somebody with a conflict of interest, whatever the reason', () => {
    const theCase = aCase()
      .received()
      .where({ adviser: { ...room, conflict: true } });
    expect(theCase.send('allocateAdviser', { ...give, reasonId: 'reason-1' })).toMatchObject({
      code: 'ADVISER_CONFLICT',
    });
  });

  it('to somebody who does not speak the victim’s language takes a reason', () => {
    const theCase = aCase().received();
    const foreign = { ...give, languageSpoken: false };
    expect(theCase.send('allocateAdviser', foreign)).toEqual({ ok: false, code: 'LANGUAGE_NOT_SPOKEN' });
    expect(theCase.send('allocateAdviser', { ...foreign, reasonId: 'reason-1' }).ok).toBe(true);
  });
});

describe('the safety plan', () => {
  const version = (planId: string, subjectIds?: string[]) => ({
    planId,
    contentId: `${planId}-words`,
    ...(subjectIds ? { subjectIds } : {}),
  });

  it('is owed until nobody is without one: the victim, and each child', () => {
    const theCase = aCase(aReferral().withChildren(2)).received().engaged();
    theCase.must('recordSafetyPlan', version('plan-1', ['victim-1']));
    expect(theCase.clock('safetyPlan')).toBeDefined();
    theCase.must('recordSafetyPlan', version('plan-2', ['child-1']));
    expect(theCase.standing?.withoutPlan).toEqual(['child-2']);
    expect(theCase.clock('safetyPlan')).toBeDefined();
    theCase.must('recordSafetyPlan', version('plan-3', ['child-2', 'victim-1']));
    expect(theCase.clock('safetyPlan')).toBeUndefined();
  });

  it('for everybody is enough at once', () => {
    const theCase = aCase(aReferral().withChildren(2)).received().engaged();
    theCase.must('recordSafetyPlan', version('plan-1'));
    expect(theCase.clock('safetyPlan')).toBeUndefined();
  });

  it('is reviewed by its version, and only one that is there', () => {
    const theCase = aCase().received().engaged();
    const review = { reviewId: 'r', planId: 'plan-1', outcome: 'stands', byId: 'adviser-1', contentId: null } as const;
    expect(theCase.send('reviewSafetyPlan', review)).toEqual({ ok: false, code: 'UNKNOWN_PLAN' });
    theCase.must('recordSafetyPlan', version('plan-1'));
    expect(theCase.send('reviewSafetyPlan', review).ok).toBe(true);
  });
});

describe('a review of the risk', () => {
  const dash = (assessmentId: string, count: number) => ({
    assessment: { assessmentId, tool: 'DASH', toolVersion: '1', count, policeGrade: null, contentId: null },
    contentId: null,
  });

  it('finds the change from the assessment before, may fall, and never changes the grade', () => {
    const theCase = aCase().heard().engaged();
    const before = theCase.last('referralReceived')?.data.assessment?.count ?? 0;
    const { grade } = theCase.standing ?? {};
    theCase.must('recordRiskReview', dash('a-2', before - 5));
    expect(theCase.last('riskReviewed')?.data).toMatchObject({ change: 'lower', countBefore: before });
    theCase.must('recordRiskReview', dash('a-3', before - 4));
    expect(theCase.last('riskReviewed')?.data).toMatchObject({ change: 'higher', countBefore: before - 5 });
    expect(theCase.standing?.grade).toBe(grade);
  });
});
