import { describe, expect, it } from 'vitest';
import { aCase, attempt } from '../../../tests/builders/aCase.ts';

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
