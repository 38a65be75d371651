import { describe, expect, it } from 'vitest';
import { aCase } from '../../tests/builders/aCase.ts';
import { aReferral } from '../../tests/builders/aReferral.ts';
import { aMeeting, happened, monthly, policyOf } from '../../tests/builders/world.ts';
import { addMonths } from '../calendar/london.ts';
import { complete } from './complete.ts';
import type { Found } from './found.ts';

describe('a flag that an area counts from the last meeting', () => {
  const fromMeeting = policyOf('maidstone', {
    routes: { repeatFrom: { value: 'meeting', source: 'an area of this test' } },
  });

  it('is set anew by the hearing, twelve months from that day', () => {
    const heard = aCase().where({ policy: fromMeeting }).heard();
    const meetingOn = heard.last('caseHeard')?.data.meetingOn ?? '';
    expect(heard.state.flagEndsOn).toBe(addMonths(meetingOn, 12));
    expect(heard.clock('repeatFlag')?.due).toEqual({ type: 'day', date: addMonths(meetingOn, 12) });
  });

  it('is left alone by a hearing where the policy counts from the referral', () => {
    const heard = aCase().received('2026-03-02 10:00').heard();
    expect(heard.state.flagEndsOn).toBe('2027-03-02');
  });
});

describe('a repeat', () => {
  it('is listed at once, whatever the score', () => {
    const repeat = aCase(aReferral().standardRisk()).repeated();
    expect(repeat.standing).toMatchObject({ stage: 'listed', repeatOfId: 'case-0' });
    expect(repeat.last('caseListed')?.data).toMatchObject({ because: 'repeat', meetingId: 'meeting-2026-03-24' });
  });

  it('is received though no meeting is to come', () => {
    const repeat = aCase().where({ meetings: [] }).repeated();
    expect(repeat.standing).toMatchObject({ stage: 'received', repeatOfId: 'case-0', meetingId: null });
  });

  it('is what the store found, never what the referral says', () => {
    expect(aCase(aReferral().by('repeat')).received().standing?.repeatOfId).toBeNull();
  });
});

describe('listing', () => {
  it('goes by the day it is recorded, not by an earlier day it is said to have happened on', () => {
    const late = aCase().graded().at('2026-03-13 10:00');
    late.must('listCase', { meetingId: null, reasonId: null }, happened('2026-03-12 10:00'));
    expect(late.state.listing?.meetingId).toBe('meeting-2026-04-21');
  });

  it('of a case that was taken over goes by the day it happened', () => {
    const adopted = aCase(aReferral().adopted()).graded().at('2026-05-01 10:00');
    adopted.must('listCase', { meetingId: null, reasonId: null }, happened('2026-03-12 10:00'));
    expect(adopted.state.listing?.meetingId).toBe('meeting-2026-03-24');
  });

  it('of a repeat that was taken over goes by the day of its referral', () => {
    const adopted = aCase(aReferral().adopted()).where({ earlierCaseId: 'case-0' }).at('2026-05-01 10:00');
    adopted.must('submitReferral', aReferral().adopted().build(), happened('2026-03-02 10:00'));
    expect(adopted.state.listing?.meetingId).toBe('meeting-2026-03-24');
  });

  it('is refused where no meeting is to come', () => {
    const nowhere = aCase().graded().where({ meetings: [] });
    expect(nowhere.send('listCase', { meetingId: null, reasonId: null })).toEqual({ ok: false, code: 'NO_MEETING' });
  });

  it('after a deferral never goes back to the meeting that deferred it', () => {
    const late = aMeeting('2026-03-24', { cutOffOn: '2026-03-24' });
    const deferred = aCase()
      .where({ meetings: [late, aMeeting('2026-04-21')] })
      .deferred();
    expect(deferred.state.listing?.meetingId).toBe('meeting-2026-04-21');
  });
});

describe('what only a received case can be asked', () => {
  it('is a fault of the program before there is a case', () => {
    const found = { standing: null, policy: monthly, children: [] } as unknown as Found;
    const proposal = { ok: true, facts: [], asks: [{ type: 'accept', adviceId: null }] } as const;
    expect(() => complete(proposal, found)).toThrow('received');
  });
});
