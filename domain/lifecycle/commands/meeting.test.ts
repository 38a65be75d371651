import { describe, expect, it } from 'vitest';
import { aCase, anAction } from '../../../tests/builders/aCase.ts';
import { aReferral } from '../../../tests/builders/aReferral.ts';
import { aMeeting, happened } from '../../../tests/builders/world.ts';

const anywhere = { meetingId: null, reasonId: null };
const heardAt = (meetingId: string) =>
  ({ outcome: 'heard', meetingId, attendance: [], minuteId: null, actions: [] }) as const;

describe('listing', () => {
  it('is for a case that is graded and on no list yet', () => {
    expect(aCase().accepted().send('listCase', anywhere)).toEqual({ ok: false, code: 'NOT_IN_THIS_STAGE' });
    expect(aCase().listed().send('listCase', anywhere)).toEqual({ ok: false, code: 'ALREADY_LISTED' });
    expect(aCase().closed().send('listCase', anywhere)).toEqual({ ok: false, code: 'NOT_IN_THIS_STAGE' });
  });

  it('of a repeat that found no meeting does not wait for screening or grade', () => {
    const repeat = () => aCase().where({ meetings: [] }).repeated();
    const added = { meetings: [aMeeting('2026-03-24')] };
    expect(repeat().state.stage).toBe('received');
    expect(repeat().where(added).send('listCase', anywhere).ok).toBe(true);
    expect(repeat().returned().where(added).send('listCase', anywhere).ok).toBe(true);
    expect(repeat().accepted().where(added).send('listCase', anywhere).ok).toBe(true);
  });

  it('goes to a meeting that is named, even where it is full', () => {
    const full = { meetings: [aMeeting('2026-03-24', { listed: 16 }), aMeeting('2026-04-21')] };
    const named = { meetingId: 'meeting-2026-03-24', reasonId: 'reason-1' };
    const listed = aCase().graded().where(full).must('listCase', named);
    expect(listed.last('caseListed')?.data).toMatchObject({
      meetingId: 'meeting-2026-03-24',
      overflow: true,
      because: 'decided',
      reasonId: 'reason-1',
    });
  });
});

describe('an emergency meeting, and a list that is locked', () => {
  const soon = aMeeting('2026-03-04', { meetingId: 'emergency', emergency: true });
  const locked = aMeeting('2026-03-10', { meetingId: 'locked', locked: true });

  it.each(['received', 'returned', 'accepted'] as const)(
    'take a repeat that is on no list and %s: it is heard whatever the score, and waits for no grade',
    (stage) => {
      const repeat = () => {
        const about = aCase(aReferral().highRisk()).where({ meetings: [] }).repeated();
        return (stage === 'received' ? about : about[stage]()).where({ meetings: [soon, locked] });
      };
      const called = repeat().must('callToEmergency', { meetingId: 'emergency', reasonId: 'reason-1' });
      expect(called.last('caseListed')?.data).toMatchObject({ meetingId: 'emergency', because: 'emergency' });
      expect(called.state.stage).toBe('listed');
      const late = repeat().must('admitLate', { meetingId: 'locked', reasonId: 'reason-1' });
      expect(late.last('caseListed')?.data).toMatchObject({ meetingId: 'locked', because: 'late' });
    },
  );

  it('take no first referral before it is graded', () => {
    const first = aCase(aReferral().highRisk())
      .accepted()
      .where({ meetings: [soon, locked] });
    for (const [type, meetingId] of [
      ['callToEmergency', 'emergency'],
      ['admitLate', 'locked'],
    ] as const)
      expect(first.send(type, { meetingId, reasonId: 'reason-1' })).toEqual({ ok: false, code: 'NOT_IN_THIS_STAGE' });
  });
});

describe('taking a case off its list', () => {
  it('names the decision and leaves the case graded, to be listed again', () => {
    const off = aCase().listed().must('takeOffList', { decisionId: 'decision-1' });
    expect(off.last('takenOffList')?.data).toMatchObject({ meetingId: 'meeting-2026-03-24', decisionId: 'decision-1' });
    expect(off.state).toMatchObject({ stage: 'graded', listing: null });
    expect(off.standing?.meetingId).toBeNull();
    expect(off.send('takeOffList', { decisionId: 'decision-2' })).toEqual({ ok: false, code: 'NOT_LISTED' });
    expect(off.send('listCase', anywhere).ok).toBe(true);
  });
});

describe('a hearing', () => {
  const onTheDay = () => aCase().listed().at('2026-03-24 09:30');

  it('is recorded for the meeting the case is listed on', () => {
    expect(onTheDay().send('recordHearing', heardAt('meeting-2026-04-21'))).toEqual({
      ok: false,
      code: 'OTHER_MEETING',
    });
    expect(aCase().graded().send('recordHearing', heardAt('meeting-2026-03-24'))).toEqual({
      ok: false,
      code: 'NOT_LISTED',
    });
  });

  it('is not recorded before the day of the meeting, nor as having happened before it', () => {
    const refused = { ok: false, code: 'MEETING_NOT_YET' };
    const thisCase = heardAt('meeting-2026-03-24');
    expect(aCase().listed().at('2026-03-23 23:59').send('recordHearing', thisCase)).toEqual(refused);
    expect(onTheDay().send('recordHearing', thisCase, happened('2026-03-23 15:00'))).toEqual(refused);
    const before = aCase().listed().at('2026-03-23 17:00');
    expect(before.send('recordHearing', thisCase, happened('2026-03-24 09:30'))).toEqual(refused);
    expect(aCase().listed().at('2026-03-24 00:01').send('recordHearing', thisCase).ok).toBe(true);
  });

  it('may be written down later', () => {
    const later = aCase().listed().at('2026-03-26 10:00');
    later.must('recordHearing', heardAt('meeting-2026-03-24'), happened('2026-03-24 10:40'));
    expect(later.standing).toMatchObject({
      heardAt: '2026-03-24T10:40:00.000Z',
      heardMeetingId: 'meeting-2026-03-24',
      meetingId: null,
    });
  });

  it('comes with the actions that were set there', () => {
    const heard = aCase().heard(anAction('one'), anAction('two', { urgent: true }));
    expect(heard.state.actions).toEqual({ one: 'open', two: 'open' });
    expect(heard.runningKinds).toEqual(expect.arrayContaining(['action', 'urgentAction']));
  });

  it('that is deferred puts the case on the next list by itself, and counts', () => {
    const deferred = aCase().deferred();
    expect(deferred.state).toMatchObject({ stage: 'listed', deferrals: 1, heard: false });
    expect(deferred.state.listing?.meetingId).toBe('meeting-2026-04-21');
    expect(deferred.last('caseListed')?.data).toMatchObject({ because: 'deferred', reasonId: 'reason-1' });
    expect(deferred.deferred().state.deferrals).toBe(2);
    expect(deferred.state.listing?.meetingId).toBe('meeting-2026-05-19');
  });

  it('that is deferred where no meeting is to come leaves the case graded, not lost and not refused', () => {
    const nowhere = aCase().listed().where({ meetings: [] }).deferred();
    expect(nowhere.state).toMatchObject({ stage: 'graded', listing: null, deferrals: 1 });
  });
});

describe('the last plan of a repeat', () => {
  it('is reviewed once, and only where there is one', () => {
    const reviewed = aCase(aReferral()).repeated().must('recordPlanReview', { contentId: 'review-1' });
    const refused = { ok: false, code: 'NO_PLAN_TO_REVIEW' };
    expect(reviewed.send('recordPlanReview', { contentId: 'review-2' })).toEqual(refused);
    expect(aCase().listed().send('recordPlanReview', { contentId: 'review-1' })).toEqual(refused);
  });
});
