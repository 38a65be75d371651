import { describe, expect, it } from 'vitest';
import { aCase, anAction, grading } from '../../../tests/builders/aCase.ts';
import { aReferral } from '../../../tests/builders/aReferral.ts';
import { aMeeting, countyOf17 } from '../../../tests/builders/world.ts';
import type { Grade } from '../../risk/grade.ts';

const reasonId = 'reason-1';
const byId = 'coordinator-1';
/** Graded on Tuesday 3 March, and listed there and then: ten working days after that is Tuesday 17 March. */
const listedFor = (meetingOn: string, referral = aReferral(), count = 16) =>
  aCase(referral)
    .accepted()
    .where({ meetings: [aMeeting(meetingOn, { cutOffOn: '2026-03-04' })] })
    .at('2026-03-03 10:30')
    .must('gradeRisk', grading({ count }));
const assessed = (count: number | null, more: { tool?: string; policeGrade?: Grade } = {}) => ({
  contentId: null,
  assessment: {
    ...{ assessmentId: `a-${count}`, toolVersion: '1', contentId: null, count, tool: 'DASH', policeGrade: null },
    ...more,
  },
});

describe('a high-risk case whose meeting is far off', () => {
  it('is somebody’s to decide by the next working day: what protects the victim until then', () => {
    expect(listedFor('2026-03-18').clock('interimDecision')?.due).toEqual({ type: 'day', date: '2026-03-04' });
    expect(listedFor('2026-03-17').clock('interimDecision')).toBeUndefined();
  });

  it('is left to its meeting where something is being done already, and where the risk is lower', () => {
    const acting = aCase().accepted().must('setAction', anAction('action-1'));
    acting.at('2026-03-03 10:30').must('gradeRisk', grading({ count: 16 }));
    expect(acting.state.listing?.meetingOn).toBe('2026-03-24');
    expect(acting.clock('interimDecision')).toBeUndefined();
    const judged = aReferral().standardRisk().by('professionalJudgement');
    expect(listedFor('2026-03-24', judged, 4).clock('interimDecision')).toBeUndefined();
  });

  it('may come to be high on the list', () => {
    const about = listedFor('2026-03-24', aReferral().standardRisk().by('professionalJudgement'), 4);
    about.must('gradeRisk', grading({ count: 16 }));
    expect(about.clock('interimDecision')).toBeDefined();
    about.must('decideInterim', { decision: 'notNeeded', reasonId, byId }).must('gradeRisk', grading({ count: 17 }));
    expect(about.clock('interimDecision')).toBeUndefined();
  });

  it('is answered by an action, by an emergency meeting, by a decision, and by the meeting itself', () => {
    const far = () => listedFor('2026-03-24');
    const soon = aMeeting('2026-03-05', { emergency: true });
    const emergency = { meetingId: soon.meetingId, reasonId };
    for (const answered of [
      far().must('setAction', anAction('action-1')),
      far()
        .where({ meetings: [soon] })
        .must('callToEmergency', emergency),
      far().must('decideInterim', { decision: 'interimPlan', reasonId, byId }),
      far().must('decideInterim', { decision: 'notNeeded', reasonId, byId }),
    ])
      expect(answered.clock('interimDecision')).toBeUndefined();
    const heard = far().at('2026-03-24 11:00');
    const { meetingId = '' } = heard.state.listing ?? {};
    heard.must('recordHearing', { outcome: 'heard', meetingId, attendance: [], minuteId: null, actions: [] });
    expect(heard.clock('interimDecision')).toBeUndefined();
  });

  it('is asked about again where it is deferred to another that is far off, and not where its meeting only moves', () => {
    const about = listedFor('2026-03-24').must('decideInterim', { decision: 'notNeeded', reasonId, byId });
    const { meetingId = '' } = about.state.listing ?? {};
    const later = aMeeting('2026-04-21');
    about.where({ meetings: [later] });
    const moved = {
      fromMeetingId: meetingId,
      toMeetingId: later.meetingId,
      because: 'meetingMoved',
      reasonId,
    } as const;
    about.must('relistCase', moved);
    expect(about.state.listing?.meetingOn).toBe('2026-04-21');
    expect(about.clock('interimDecision')).toBeUndefined();
    about.at('2026-04-21 11:00').where({ meetings: [aMeeting('2026-05-19')] });
    about.must('recordHearing', { outcome: 'deferred', meetingId: later.meetingId, attendance: [], reasonId });
    expect(about.clock('interimDecision')).toBeDefined();
  });

  it('is not closed over, and goes with the victim’s death', () => {
    const about = listedFor('2026-03-24').must('takeOffList', { decisionId: 'd' });
    const closing = about.send('closeCase', { reasonId: null, disposals: [] });
    expect(closing).toMatchObject({ code: 'DISPOSITIONS_MISSING' });
    expect(JSON.stringify(closing)).toContain('interimDecision');
    expect(about.must('recordDeath', { contentId: null }).clock('interimDecision')).toBeUndefined();
  });

  it('has nothing to decide where nobody asks', () => {
    const about = listedFor('2026-03-17');
    expect(about.send('decideInterim', { decision: 'notNeeded', reasonId, byId })).toMatchObject({
      code: 'NO_INTERIM_DECISION',
    });
  });
});

describe('a review by which the risk has risen', () => {
  const engaged = (count: number) => aCase(aReferral().counted(count)).accepted().engaged();
  const clock = (from: number | ReturnType<typeof engaged>, to: ReturnType<typeof assessed>) =>
    (typeof from === 'number' ? engaged(from) : from).must('recordRiskReview', to).clock('interimDecision');

  it('is somebody’s to answer by the next working day: from band to band, by whatever says so', () => {
    const onFriday = engaged(11).at('2026-03-06 16:00');
    expect(clock(onFriday, assessed(14))?.due).toEqual({ type: 'day', date: '2026-03-09' });
    expect(clock(4, assessed(10))).toBeDefined();
    expect(clock(11, assessed(null, { policeGrade: 'high' }))).toBeDefined();
    expect(clock(11, assessed(12, { tool: 'DARA', policeGrade: 'high' }))).toBeDefined();
  });

  it('asks nobody where it stays in its band, falls, or nobody assessed anything', () => {
    for (const [from, to] of [
      [11, 13],
      [16, 20],
      [16, 11],
      [14, 14],
    ] as const)
      expect(clock(from, assessed(to)), `${from} to ${to}`).toBeUndefined();
    expect(clock(11, { assessment: null, contentId: null } as never)).toBeUndefined();
  });

  it('reaches what leads to MARAC by itself, where a county has that above the high band', () => {
    const county = (count: number) => engaged(count).where({ policy: countyOf17 });
    expect(clock(county(15), assessed(16))).toBeUndefined();
    expect(clock(county(15), assessed(17))).toBeDefined();
    expect(clock(county(17), assessed(18))).toBeUndefined();
    // Counts of different forms are no measure of each other.
    expect(clock(county(15), assessed(17, { tool: 'DASH-27' }))).toBeUndefined();
  });

  it('is held against the grade of the case where nobody assessed it before', () => {
    const judged = () => aCase(aReferral().withoutAssessment().by('professionalJudgement')).accepted().engaged();
    expect(clock(judged(), assessed(16))).toBeDefined();
    const graded = judged().must('gradeRisk', grading({ judgement: 'high', reasonId }));
    graded.must('decideInterim', { decision: 'notNeeded', reasonId, byId });
    expect(clock(graded, assessed(16))).toBeUndefined();
  });

  it('is answered though actions are open: they were set for the lower risk', () => {
    expect(clock(engaged(11).must('setAction', anAction('action-1')), assessed(16))).toBeDefined();
  });

  it('of a case that had been handed over is answered by grading and listing it', () => {
    const about = aCase(aReferral().counted(11)).handedOver().engaged();
    about.must('recordRiskReview', assessed(16));
    expect(about.clock('interimDecision')).toBeDefined();
    about.where({ meetings: [aMeeting('2026-03-12', { cutOffOn: '2026-03-10' })] });
    about.must('gradeRisk', grading({ count: 16 }));
    expect(about.state.listing?.meetingOn).toBe('2026-03-12');
    expect(about.clock('interimDecision')).toBeUndefined();
  });
});
