import { describe, expect, it } from 'vitest';
import { aCase, type CaseBuilder } from '../../../tests/builders/aCase.ts';
import { aReferral } from '../../../tests/builders/aReferral.ts';

const about = { reportId: 'report-1', reasonId: 'other-people' };
const takeOut = { ...about, byId: 'coordinator-1' };
const takeBack = { ...about, ofCaseId: 'case-0' };
const reported = (newCaseId: string | null = null) => ({
  ...{ reportId: 'report-1', newCaseId, withinFlag: newCaseId !== null },
});

const refusalOf = (theCase: CaseBuilder) => {
  const outcome = theCase.send('takeOutReport', takeOut);
  return outcome.ok ? null : outcome.code;
};

describe('a report that is about other people', () => {
  it('is taken out of the case that had recorded it, once, by somebody and with a reason', () => {
    const known = aCase().accepted();
    expect(refusalOf(known)).toBe('REPORT_NOT_HERE');
    known.must('reportFurtherAbuse', reported('case-2')).must('takeOutReport', takeOut);
    expect(known.last('reportTakenOut')?.data).toEqual({ ...takeOut, newCaseId: 'case-2' });
    expect(refusalOf(known)).toBe('REPORT_NOT_HERE');
    expect(known.standing?.flagEndsOn, 'the flag of its own referral').toBe('2027-03-02');
  });

  it('waits until the repeat opened for it can hear of it, or stands for itself', () => {
    const known = aCase().accepted().must('reportFurtherAbuse', reported('case-2'));
    expect(refusalOf(known.where({ stageOfRepeat: null }))).toBe('REPEAT_UNDER_WAY');
    expect(refusalOf(known.where({ stageOfRepeat: 'merged' }))).toBe('REPEAT_MERGED');
    expect(refusalOf(known.where({ stageOfRepeat: 'heard' }))).toBeNull();
  });

  it('is taken out whatever has become of the case meanwhile', () => {
    const dead = aCase().accepted().must('reportFurtherAbuse', reported()).dead();
    expect(refusalOf(dead)).toBeNull();
    const merged = aCase().accepted().must('reportFurtherAbuse', reported()).merged();
    expect(refusalOf(merged)).toBeNull();
    const ended = aCase().closed().must('reportFurtherAbuse', reported()).ended();
    expect(refusalOf(ended)).toBeNull();
  });
});

describe('the repeat that was opened for such a report', () => {
  it('leaves its list, owes nobody anything, and ends', () => {
    const repeat = aCase(aReferral().withChildren(1)).repeated();
    expect(repeat.runningKinds).toEqual(expect.arrayContaining(['firstContact', 'planReview', 'screen']));
    repeat.must('takeBackRepeat', takeBack);
    expect(repeat.standing).toMatchObject({ stage: 'declined', repeatOfId: null, meetingId: null, flagEndsOn: null });
    expect(repeat.last('takenOffList')?.data.decisionId).toBe('other-people');
    expect(repeat.runningKinds).toEqual([]);
    repeat.must('endCase', {});
  });

  it('takes the flag back that it had set', () => {
    const accepted = aCase().repeated().accepted();
    expect(accepted.clock('repeatFlag')).toBeDefined();
    accepted.must('takeBackRepeat', takeBack);
    expect(accepted.last('repeatTakenBack')?.data.hadFlag).toBe(true);
    expect([accepted.state.flagEndsOn, accepted.clock('repeatFlag')]).toEqual([null, undefined]);
    const unscreened = aCase().repeated().must('takeBackRepeat', takeBack);
    expect(unscreened.last('repeatTakenBack')?.data.hadFlag).toBe(false);
  });

  it.each<[string, () => CaseBuilder]>([
    ['an adviser has tried to reach the victim', () => aCase().repeated().attempted('noAnswer')],
    ['an agency has an action', () => aCase().repeated().withAction('action-1')],
    [
      'children’s services were told of a child',
      () => aCase(aReferral().withChildren(1)).repeated().graded().notified(),
    ],
    ['an order stands', () => aCase().repeated().withLiveDate('date-1', 'restraining', null)],
    ['another referral was merged into it', () => joined(aCase().repeated())],
    ['a meeting has heard it', () => aCase().repeated().accepted().heard()],
    ['the victim has died', () => aCase().repeated().dead()],
  ])('stays for a person to decide where %s, and is no repeat', (_why, story) => {
    const repeat = story();
    const { stage } = repeat.state;
    repeat.must('takeBackRepeat', takeBack);
    expect([repeat.state.stage, repeat.state.repeat, repeat.state.flagEndsOn]).toEqual([stage, false, null]);
    expect(repeat.clock('planReview')).toBeUndefined();
    expect(repeat.last('referralTakenBack')).toBeUndefined();
  });

  it('can be declined where it stays, although it was listed as a repeat', () => {
    const repeat = aCase(aReferral().standardRisk().by('repeat')).repeated().attempted('spoke');
    repeat.must('takeBackRepeat', takeBack).must('endSupport', { status: 'planned', contentId: null });
    repeat.must('screenReferral', { outcome: 'decline', reason: 'notDomesticAbuse', adviceId: 'advice-1' });
    expect(repeat.state.stage).toBe('declined');
  });
});

describe('the flag that ran before it', () => {
  it('runs again to its day, counted as it was', () => {
    const known = aCase().accepted();
    const first = known.last('flagSet')?.data;
    known.at('2026-08-03 10:00').must('setFlagAgain', { insteadOfId: 'case-2' });
    expect(known.last('flagSet')?.data).toEqual({ ...first, again: true });
    expect(known.clock('repeatFlag')?.due).toEqual({ type: 'day', date: '2027-03-02' });
    expect(known.runningKinds.filter((kind) => kind === 'repeatFlag')).toHaveLength(1);
  });

  it('does not run again once its day is over, or where there never was one', () => {
    const never = aCase().received().send('setFlagAgain', { insteadOfId: 'case-2' });
    expect(never).toMatchObject({ ok: false, code: 'NO_FLAG_TO_SET' });
    const over = aCase().accepted().at('2027-03-03 00:00').flagRunsOut();
    expect(over.send('setFlagAgain', { insteadOfId: 'case-2' })).toMatchObject({ code: 'NO_FLAG_TO_SET' });
  });
});

function joined(repeat: CaseBuilder): CaseBuilder {
  return repeat.must('joinReferral', { fromCaseId: 'case-3', children: [] });
}
