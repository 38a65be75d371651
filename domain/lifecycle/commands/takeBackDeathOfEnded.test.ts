import { describe, expect, it } from 'vitest';
import { aCase, type CaseBuilder } from '../../../tests/builders/aCase.ts';
import { aReferral } from '../../../tests/builders/aReferral.ts';

const reasonId = 'reason-1';
const back = (about: CaseBuilder, at: string) => about.at(at).must('takeBackDeath', { reasonId });
const closedOver = (about: CaseBuilder) =>
  about.dead().settledAfterDeath().must('closeCase', { reasonId: null, disposals: [] });
const declined = () => aCase(aReferral().standardRisk()).declined();

describe('a case that has ended altogether, once the death that held its record is taken back', () => {
  it('stays ended, is held no more, and its record is reviewed seven years after it ended', () => {
    const about = declined().dead().at('2026-03-04 10:00').must('endCase', {});
    expect(about.running.size).toBe(0);
    back(about, '2026-09-10 10:00');
    expect(about.state).toMatchObject({ stage: 'ended', frozen: false });
    expect(about.standing).toMatchObject({ stage: 'ended', frozen: false, legalHold: false });
    expect(about.runningKinds).toEqual(['retentionReview']);
    expect(about.clock('retentionReview')).toMatchObject({ due: { type: 'day', date: '2033-03-04' } });
    expect(about.clock('retentionReview')?.begunAnew).toBeUndefined();
  });

  it('is reviewed on the day it would have been where the death was heard of after the end', () => {
    const about = aCase().closed().ended();
    const due = about.clock('retentionReview')?.due;
    expect(about.at('2028-05-02 10:00').dead().running.size).toBe(0);
    expect(back(about, '2028-06-02 10:00').clock('retentionReview')?.due).toEqual(due);
    expect(about.state.stage).toBe('ended');
  });

  it('keeps to the day to which a review had put it off, whichever death came between', () => {
    const about = aCase().closed().ended().at('2034-04-02 10:00');
    about.must('keepRecord', { until: '2036-04-02', reasonId: 'reason-2' });
    for (const year of [2034, 2035]) {
      about.at(`${year}-05-02 10:00`).dead();
      back(about, `${year}-06-02 10:00`);
      expect(about.clock('retentionReview')?.due).toEqual({ type: 'day', date: '2036-04-02' });
    }
    const early = about.at('2036-04-01 10:00').send('eraseRecord', {});
    expect(early).toMatchObject({ code: 'ERASED_TOO_EARLY' });
    expect(about.at('2036-04-02 10:00').send('eraseRecord', {}).ok).toBe(true);
    expect(about.send('takeBackDeath', { reasonId })).toMatchObject({ code: 'CASE_ENDED' });
  });

  it('is worked again where it was closed over the death and ended at once: a referral nobody had screened is screened', () => {
    const about = closedOver(aCase().received()).must('endCase', {});
    back(about, '2026-03-09 10:00');
    expect(about.state.stage).toBe('received');
    expect(about.standing).toMatchObject({ stage: 'received', closedAt: null, endedAt: null, legalHold: false });
    expect(about.runningKinds).toEqual(expect.arrayContaining(['screen', 'firstContact']));
    expect(about.runningKinds).not.toContain('retentionReview');
  });

  it('is worked again where it ended for want of what its adviser owes her, though it had been closed before', () => {
    const about = aCase().heard().engaged().closed().must('tellReferrer', { about: 'meeting', contentId: null });
    about.at('2027-03-03 00:00').flagRunsOut();
    expect(about.send('endCase', {})).toMatchObject({ code: 'NOT_IN_THIS_STAGE' });
    about.dead().must('endCase', {});
    back(about, '2027-03-10 10:00');
    expect(about.state.stage).toBe('heard');
    expect(about.runningKinds).toContain('riskReview');
  });

  it('ends again as any other, and is reviewed seven years after that', () => {
    const about = closedOver(aCase(aReferral().standardRisk()).received()).must('endCase', {});
    back(about, '2026-03-09 10:00').must('screenReferral', {
      outcome: 'decline',
      reason: 'duplicate',
      adviceId: 'advice-1',
    });
    about.must('endCase', {});
    expect(about.clock('retentionReview')?.due).toEqual({ type: 'day', date: '2033-03-09' });
  });

  it('takes nothing else: neither a command of its stage, nor a death that is on record', () => {
    const about = declined().dead().must('endCase', {});
    for (const [type, payload] of [
      ['recordDeath', { contentId: null }],
      ['eraseRecord', {}],
      ['reopenCase', { reasonId }],
    ] as const)
      expect(about.send(type, payload), type).toMatchObject({ code: 'CASE_ENDED' });
  });
});
