import { describe, expect, it } from 'vitest';
import { aCase } from '../../../tests/builders/aCase.ts';
import { aReferral } from '../../../tests/builders/aReferral.ts';
import { everyCommand } from '../../../tests/builders/everyCommand.ts';
import type { CaseBuilder } from '../../../tests/builders/aCase.ts';
import { noticesOf } from '../../notices/noticesOf.ts';

const match = everyCommand(aCase()).noteLikelyMatch;
const noted = (about: CaseBuilder) => about.must('noteLikelyMatch', match);
const decided = (about: CaseBuilder, answer: 'same' | 'notSame') =>
  about.must('decideLikelyMatch', { matchId: 'match-1', answer, reasonId: 'reason-1' });
/** An accepted case of the same two people, whose flag covers this one, is there once they are the same. */
const flagged = (about: CaseBuilder) => about.where({ earlierCaseId: 'case-0' });

describe('two records that may be of one person', () => {
  it('are a duty of the area from the next working day on, until somebody has decided', () => {
    const about = noted(aCase().received());
    expect(about.clock('likelyMatch')?.due).toEqual({ type: 'day', date: '2026-03-03' });
    expect(decided(about, 'notSame').clock('likelyMatch')).toBeUndefined();
  });

  it('are the duty of whoever has the later record; the case of the earlier one is told and may decide', () => {
    const theirs = { ...match, personId: 'victim-9', knownId: 'victim-1' };
    const about = aCase().received().must('noteLikelyMatch', theirs);
    expect(about.clock('likelyMatch')).toBeUndefined();
    expect(about.send('decideLikelyMatch', { matchId: 'match-1', answer: 'same', reasonId: 'r' }).ok).toBe(true);
  });

  it('are decided once, and otherwise as often as somebody finds it was wrong', () => {
    const about = decided(noted(aCase().received()), 'same');
    const again = about.send('decideLikelyMatch', { matchId: 'match-1', answer: 'same', reasonId: 'r' });
    expect(again).toMatchObject({ code: 'MATCH_DECIDED' });
    expect(decided(about, 'notSame').last('likelyMatchDecided')?.data).toMatchObject({ before: 'same' });
    const unknown = about.send('decideLikelyMatch', { matchId: 'match-2', answer: 'same', reasonId: 'r' });
    expect(unknown).toMatchObject({ code: 'NO_LIKELY_MATCH' });
  });

  it('keep a case from being closed, and a declined one from ending, until it is decided', () => {
    const closing = noted(aCase().heard()).send('closeCase', { reasonId: null, disposals: [] });
    expect(closing).toMatchObject({ code: 'DISPOSITIONS_MISSING' });
    expect(!closing.ok && closing.blocking?.map(({ code }) => code)).toContain('likelyMatch');
    const about = noted(aCase(aReferral().standardRisk()).received()).declined();
    expect(about.state.stage).toBe('declined');
    expect(about.clock('likelyMatch')).toBeDefined();
  });
});

describe('a case that turns out to be a repeat', () => {
  it('is listed at once, whatever the score, and its last plan is reviewed before', () => {
    const about = flagged(noted(aCase().received()));
    decided(about, 'same');
    expect(about.state).toMatchObject({ repeat: true, stage: 'listed' });
    expect(about.standing?.repeatOfId).toBe('case-0');
    expect(about.last('caseListed')?.data.because).toBe('repeat');
    expect(about.clock('planReview')).toBeDefined();
  });

  it('stays on the list it is on, and its last plan is reviewed before that meeting', () => {
    const about = flagged(noted(aCase().listed()));
    const meetingId = about.state.listing?.meetingId;
    decided(about, 'same');
    expect(about.state.listing?.meetingId).toBe(meetingId);
    expect(about.clock('planReview')).toBeDefined();
  });

  it('hears of a decision made in another case, and is listed as well', () => {
    const about = flagged(aCase().graded());
    about.must('noteMatchDecision', everyCommand(about).noteMatchDecision);
    expect(about.state).toMatchObject({ repeat: true, stage: 'listed' });
  });

  it('is none where no flag covered it, or where the records are of two people', () => {
    expect(decided(noted(aCase().received()), 'same').state).toMatchObject({ repeat: false, stage: 'received' });
  });

  it('is none any more once it is decided otherwise; a person takes it off the list', () => {
    const about = flagged(noted(aCase().received()));
    decided(about, 'same');
    about.where({ earlierCaseId: null });
    decided(about, 'notSame');
    expect(about.state).toMatchObject({ repeat: false, stage: 'listed' });
    expect(about.standing?.repeatOfId).toBeNull();
    expect(about.clock('planReview')).toBeUndefined();
  });

  it('stays one where its referral had been one without any match', () => {
    const about = noted(aCase().repeated()).where({ earlierCaseId: null });
    decided(about, 'same');
    decided(about, 'notSame');
    expect(about.state.repeat).toBe(true);
  });
});

describe('who hears of a decision about two records', () => {
  const told = (answer: 'same' | 'notSame', before: 'same' | null) =>
    noticesOf(
      {
        type: 'likelyMatchDecided',
        occurred: { at: '2026-03-02T10:00:00Z', precision: 'minute' },
        data: { matchId: 'match-1', answer, before, byCaseId: 'case-1', reasonId: null },
      },
      { deferrals: 0, silent: false },
    ).map(({ ladder }) => ladder[0]?.[0]);

  it('is whoever runs the MARAC and whoever supports the victim, where it changes something', () => {
    expect(told('same', null)).toEqual(['coordinator', 'adviser']);
    expect(told('notSame', 'same')).toEqual(['coordinator', 'adviser']);
    expect(told('notSame', null)).toEqual([]);
  });
});
