import { describe, expect, it } from 'vitest';
import { aCase } from '../../tests/builders/aCase.ts';
import { aReferral } from '../../tests/builders/aReferral.ts';
import { dutiesFrom } from '../../tests/builders/dutiesFrom.ts';

const idva = 'kent-idva-service';
const received = (referral = aReferral()) => aCase(referral).received();

describe('a repeat', () => {
  it('has its last plan reviewed the working day before the agenda goes out', () => {
    expect(dutiesFrom(aCase(), (about) => about.repeated())).toContain('+ planReview 2026-03-16 (nobody)');
  });

  it('that is listed elsewhere has it reviewed before that agenda', () => {
    expect(dutiesFrom(aCase().repeated(), (about) => about.deferred())).toEqual([
      '- planReview cancelled deferred',
      '+ planReview 2026-04-13 (nobody)',
    ]);
    const off = aCase().repeated();
    expect(dutiesFrom(off, (about) => about.must('takeOffList', { decisionId: 'd' }))).toEqual([
      '- planReview cancelled takenOffList',
    ]);
  });

  it('whose plan was reviewed is not asked for it again', () => {
    const reviewed = aCase().repeated().must('recordPlanReview', { contentId: 'review-1' });
    expect(dutiesFrom(reviewed, (about) => about.deferred())).toEqual([]);
  });

  it('that is heard without the review no longer owes it', () => {
    expect(dutiesFrom(aCase().repeated(), (about) => about.heard())).toContain('- planReview cancelled heard');
  });

  it('alone has a plan to review', () => {
    expect(aCase().listed().clock('planReview')).toBeUndefined();
  });
});

describe('a hearing', () => {
  it('has the victim told in two working days and the referrer in three', () => {
    expect(dutiesFrom(aCase().listed(), (about) => about.heard())).toEqual([
      '- interimDecision cancelled heard',
      '+ referrerTold 2026-03-27 (nobody)',
      `+ outcomeTold 2026-03-26 (${idva})`,
    ]);
  });

  it('is told to both, each for itself', () => {
    const heard = aCase().heard();
    expect(dutiesFrom(heard, () => heard.must('tellOutcome', { result: 'noSafeWay', reasonId: 'r' }))).toEqual([
      '- outcomeTold met',
    ]);
    expect(dutiesFrom(heard, () => heard.must('tellReferrer', { about: 'screening', contentId: null }))).toEqual([]);
    expect(dutiesFrom(heard, () => heard.must('tellReferrer', { about: 'meeting', contentId: null }))).toEqual([
      '- referrerTold met',
    ]);
  });

  it('at court is reminded of on its day, and its outcome told the working day after', () => {
    const about = received();
    expect(dutiesFrom(about, () => about.withLiveDate('hearing-1', 'hearing', '2026-04-02 10:00'))).toEqual([
      `+ hearing 2026-04-02 (${idva})`,
      `+ hearingOutcome 2026-04-07 (${idva})`,
    ]);
  });
});
