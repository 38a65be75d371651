import { describe, expect, it } from 'vitest';
import { aCase, type CaseBuilder, grading } from '../../tests/builders/aCase.ts';
import { aReferral } from '../../tests/builders/aReferral.ts';
import { aMeeting, countyOf17, happened, monthly, policyOf } from '../../tests/builders/world.ts';
import type { CommandPayloads } from '../lifecycle/command.ts';
import { addMonths } from '../calendar/london.ts';
import { complete } from './complete.ts';
import type { Found } from './found.ts';

const reasons = ['duplicate', 'wrongArea', 'belowThreshold', 'notDomesticAbuse'] as const;
const decline = (reason: (typeof reasons)[number]) => ({ outcome: 'decline', reason, adviceId: 'advice-1' }) as const;

function graded(about: CaseBuilder, by: Partial<CommandPayloads['gradeRisk']>) {
  about.must('gradeRisk', grading(by));
  return about.last('riskGraded')?.data;
}

describe('accepting a referral', () => {
  it('sets the flag twelve months from the referral, to the calendar day, whenever it is screened', () => {
    const late = aCase().received('2026-03-02 10:00').at('2026-03-20 10:00');
    late.must('screenReferral', { outcome: 'accept', adviceId: null });
    expect(late.last('flagSet')?.data).toMatchObject({ pairId: 'pair-1', endsOn: '2027-03-02' });
    expect(late.clock('repeatFlag')?.due).toEqual({ type: 'day', date: '2027-03-02' });
  });

  it('lets the flag of a referral of 29 February end on 1 March', () => {
    const leap = aCase().received('2028-02-29 10:00');
    leap.must('screenReferral', { outcome: 'accept', adviceId: null });
    expect(leap.state.flagEndsOn).toBe('2029-03-01');
  });

  it('counts the flag from the London date of a referral shortly after midnight', () => {
    const night = aCase().received('2026-06-11 00:30');
    night.must('screenReferral', { outcome: 'accept', adviceId: null });
    expect(night.state.flagEndsOn).toBe('2027-06-11');
  });

  it('writes down which routes were met', () => {
    const judged = aCase(aReferral().counted(20).by('professionalJudgement')).received().accepted();
    expect(judged.last('referralAccepted')?.data.routesMet).toEqual(['visibleHighRisk', 'professionalJudgement']);
    expect(aCase(aReferral().mediumRisk()).accepted().last('referralAccepted')?.data.routesMet).toEqual([]);
  });
});

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

describe('declining a referral', () => {
  it.each(['belowThreshold', 'notDomesticAbuse'] as const)('as %s is refused while a route is met', (reason) => {
    const outcome = aCase(aReferral().highRisk()).received().send('screenReferral', decline(reason));
    expect(outcome).toEqual({
      ok: false,
      code: 'ROUTE_IS_MET',
      blocking: [{ type: 'route', id: 'visibleHighRisk' }],
    });
  });

  it.each([
    ['duplicate', 'MERGE_IT_INSTEAD'],
    ['wrongArea', 'TRANSFER_IT_INSTEAD'],
  ] as const)('as %s is refused while a route is met, and what to do instead is said', (reason, code) => {
    const about = aCase(aReferral().counted(20)).received();
    expect(about.send('screenReferral', decline(reason))).toMatchObject({
      code,
      blocking: [{ type: 'route', id: 'visibleHighRisk' }],
    });
    expect(about.runningKinds).toEqual(['firstContact', 'screen']);
  });

  it('leaves the first contact owed until a duplicate is merged, and until another area accepts what is its own', () => {
    const merged = aCase().received().asked();
    expect(merged.runningKinds).toContain('firstContact');
    expect(merged.must('answerTransfer', { outcome: 'accept', noteId: null }).runningKinds).toContain('firstContact');
    expect(aCase().received().merged().runningKinds).not.toContain('firstContact');
  });

  it.each(reasons)('as %s is possible where no route is met', (reason) => {
    const declined = aCase(aReferral().mediumRisk()).received().must('screenReferral', decline(reason));
    expect(declined.state.stage).toBe('declined');
    expect(declined.last('referralDeclined')?.data).toEqual({ reason, adviceId: 'advice-1' });
  });

  it('is refused for a repeat, a judgement and an escalation, whatever the score', () => {
    const standard = () => aReferral().standardRisk();
    const cases = [
      aCase(standard()).repeated(),
      aCase(standard().by('professionalJudgement')).received(),
      aCase(standard().by('potentialEscalation')).received(),
      aCase(aReferral().gradedByPolice('high')).received(),
    ];
    for (const about of cases)
      expect(about.send('screenReferral', decline('belowThreshold'))).toMatchObject({ code: 'ROUTE_IS_MET' });
  });

  it('is refused while an order stands of which nobody says what becomes of it', () => {
    const about = () => aCase(aReferral().standardRisk()).received().withLiveDate('d', 'dvpo', '2026-03-20 10:00');
    expect(about().send('screenReferral', decline('notDomesticAbuse'))).toEqual({
      ok: false,
      code: 'DISPOSITIONS_MISSING',
      blocking: [{ type: 'liveDate', id: 'd', code: 'dvpo' }],
    });
    const disposed = (disposal: 'ended' | 'transferred' | 'watched') => {
      const watchedById = disposal === 'watched' ? 'supervisor-1' : null;
      const disposals = [{ liveDateId: 'd', disposal, watchedById }];
      return about().must('screenReferral', { ...decline('notDomesticAbuse'), disposals });
    };
    expect(disposed('ended').runningKinds).toEqual([]);
    expect(disposed('transferred').runningKinds).toEqual([]);
    const watched = disposed('watched');
    expect(watched.state.stage).toBe('declined');
    expect(watched.runningKinds).toEqual(['dvpo', 'protectionReview']);
    const id = watched.clock('dvpo')?.id ?? '';
    expect(watched.running.get(id)?.owner).toEqual({ agencyId: null, ownerId: 'supervisor-1' });
    expect(watched.send('endCase', {}).ok).toBe(false);
  });

  it('goes by what was supplied later', () => {
    const supplied = aCase(aReferral().withoutAssessment()).returned();
    const assessment = aReferral().counted(15).build().assessment;
    supplied.must('completeReferral', { contentId: 'supplied-1', assessment });
    expect(supplied.send('screenReferral', decline('belowThreshold'))).toMatchObject({ code: 'ROUTE_IS_MET' });
  });
});

describe('grading', () => {
  it.each([
    [{ count: 14 }, 'high'],
    [{ count: 13 }, 'medium'],
    [{ count: 10 }, 'medium'],
    [{ count: 9 }, 'standard'],
    [{ count: 3, policeGrade: 'medium' }, 'medium'],
    [{ count: 16, policeGrade: 'standard' }, 'high'],
    [{ count: 3, policeGrade: 'medium', judgement: 'high', reasonId: 'r' }, 'high'],
    [{ count: 16, judgement: 'standard', reasonId: 'r' }, 'high'],
    [{ judgement: 'medium', reasonId: 'r' }, 'medium'],
  ] as const)('takes the highest of the three: %o is %s', (by, grade) => {
    expect(graded(aCase().accepted(), by)?.grade).toBe(grade);
  });

  it('goes by the thresholds in force', () => {
    const policy = policyOf('maidstone', {
      grading: { highFrom: { value: 18, source: 'test' }, mediumFrom: { value: 12, source: 'test' } },
    });
    expect(graded(aCase().where({ policy }).accepted(), { count: 17 })?.grade).toBe('medium');
    expect(graded(aCase().where({ policy }).accepted(), { count: 11 })?.grade).toBe('standard');
  });

  it('puts a judgement that raised the grade into the register, with what it was raised from', () => {
    const by = (more: object) => graded(aCase().accepted(), more)?.overrides;
    expect(by({ count: 11, judgement: 'high', reasonId: 'r' })).toBe('medium');
    expect(by({ judgement: 'high', reasonId: 'r' })).toBe('standard');
    expect(by({ count: 11, judgement: 'medium', reasonId: 'r' })).toBeNull();
    expect(by({ count: 16, judgement: 'medium', reasonId: 'r' })).toBeNull();
    expect(by({ count: 16 })).toBeNull();
  });

  it('is never lowered by grading again, and neither is the way to MARAC', () => {
    const offList = aCase().listed().must('takeOffList', { decisionId: 'decision-1' });
    expect(graded(offList, { count: 5 })).toMatchObject({ grade: 'high', toMarac: true, overrides: null });
    expect(offList.state.stage).toBe('listed');
    expect(offList.last('handedOver')).toBeUndefined();
    expect(graded(aCase().listed(), { policeGrade: 'standard' })).toMatchObject({ grade: 'high', toMarac: true });
  });

  it('lists the case on the first meeting', () => {
    const listed = aCase().accepted();
    graded(listed, { count: 16 });
    expect(listed.last('caseListed')?.data).toMatchObject({ meetingId: 'meeting-2026-03-24', because: 'graded' });
    expect(listed.state.stage).toBe('listed');
  });

  it('is recorded though no meeting is to come: the case stands among the exceptions', () => {
    const nowhere = aCase().where({ meetings: [] }).accepted();
    expect(graded(nowhere, { count: 16 })?.toMarac).toBe(true);
    expect(nowhere.state.stage).toBe('graded');
  });

  it('leaves a case on the list it is on', () => {
    const listed = aCase().listed();
    const { listing } = listed.state;
    graded(listed, { count: 18 });
    expect(listed.state.listing).toEqual(listing);
  });

  it('hands a case below the threshold over to a named service, never to nobody', () => {
    const own = aCase(aReferral().mediumRisk()).accepted();
    expect(graded(own, { count: 11 })?.toMarac).toBe(false);
    expect(own.last('handedOver')?.data).toEqual({ handoverId: 'handover-1', toAgencyId: 'kidas', urgent: false });
    const named = aCase(aReferral().standardRisk()).accepted();
    graded(named, { count: 4, handOverTo: 'voluntary' });
    expect(named.last('handedOver')?.data.toAgencyId).toBe('voluntary');
    expect(named.state.stage).toBe('handedOver');
  });

  it('leads to MARAC below the threshold where another route is met', () => {
    for (const about of [
      aCase(aReferral().standardRisk()).repeated().accepted(),
      aCase(aReferral().standardRisk().by('professionalJudgement')).accepted(),
      aCase(aReferral().standardRisk().by('potentialEscalation')).accepted(),
    ])
      expect(graded(about, { count: 4 })?.toMarac).toBe(true);
  });

  it('leads to the IDVA service in a county of 17 where the count is 14 to 16, and to MARAC where somebody judges it high', () => {
    const county = () => aCase(aReferral().counted(15)).where({ policy: countyOf17 }).accepted();
    expect(graded(county(), { count: 15 })).toMatchObject({ grade: 'high', toMarac: false });
    expect(graded(county(), { count: 17 })).toMatchObject({ grade: 'high', toMarac: true });
    expect(graded(county(), { count: 15, judgement: 'high', reasonId: 'r' })).toMatchObject({ toMarac: true });
    expect(graded(county(), { count: 3, judgement: 'high', reasonId: 'r' })).toMatchObject({ toMarac: true });
  });

  it('brings a case back that was handed over', () => {
    const back = aCase(aReferral().mediumRisk()).handedOver();
    expect(graded(back, { count: 16, handoverId: 'handover-2' })?.toMarac).toBe(true);
    expect(back.state.stage).toBe('listed');
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

describe('notifying children’s services', () => {
  const ages = ['unborn', 'underOne', 'oneToSeventeen', 'adult'] as const;
  const owed = {
    high: ['unborn', 'underOne', 'oneToSeventeen'],
    medium: ['unborn', 'underOne', 'oneToSeventeen'],
    standard: ['unborn', 'underOne'],
  } as const;
  const notify = (about: CaseBuilder, ...children: string[]) =>
    about.send('notifyChildrensServices', {
      notificationId: 'notification-1',
      children,
      toAgencyId: 'childrens-services-kent',
      alreadySent: false,
    });

  for (const grade of ['high', 'medium', 'standard'] as const)
    it.each(ages)(`at ${grade} risk, of a child who is %s`, (age) => {
      const about = aCase(aReferral().gradedByPolice(grade).withChildren(1, age)).received();
      const expected: readonly string[] = owed[grade];
      expect(notify(about, 'child-1').ok).toBe(expected.includes(age));
      if (expected.includes(age)) expect(about.last('childrenNotified')?.data.urgent).toBe(grade === 'high');
    });

  it('goes by how old the children are by then, where that is known', () => {
    const about = aCase(aReferral().highRisk().withChildren(2)).received();
    const each = (childId: string, ageBand: 'adult' | 'oneToSeventeen') => {
      return { childId, notificationId: `about-${childId}`, toAgencyId: 'services', ageBand };
    };
    const { notificationId, toAgencyId } = each('child-1', 'adult');
    const asked = { notificationId, toAgencyId, alreadySent: false, contentId: 'what-it-tells' };
    const grown = { ...asked, children: ['child-1'], each: [each('child-1', 'adult')] };
    expect(about.send('notifyChildrensServices', grown)).toMatchObject({ code: 'CHILD_NOT_OWED' });
    const young = { ...asked, children: ['child-2'], each: [each('child-2', 'oneToSeventeen')] };
    expect(about.send('notifyChildrensServices', young).ok).toBe(true);
    expect(about.last('childrenNotified')?.data.contentId).toBe('what-it-tells');
  });

  it('names the children for whom nothing is owed', () => {
    const about = aCase(aReferral().standardRisk().withChildren(1, 'underOne').withChildren(2)).received();
    expect(notify(about, 'child-1', 'child-2', 'child-3')).toEqual({
      ok: false,
      code: 'CHILD_NOT_OWED',
      blocking: [
        { type: 'child', id: 'child-2' },
        { type: 'child', id: 'child-3' },
      ],
    });
  });

  it('goes by the higher of count and police grade before anybody has graded, and by high where nothing is known', () => {
    const about = (referral: ReturnType<typeof aReferral>) =>
      notify(aCase(referral.withChildren(1)).received(), 'child-1');
    expect(about(aReferral().gradedByPolice('medium').counted(4)).ok).toBe(true);
    expect(about(aReferral().counted(4)).ok).toBe(false);
    expect(about(aReferral().withoutAssessment()).ok).toBe(true);
  });

  it('goes by the grade once there is one', () => {
    const judged = aCase(aReferral().standardRisk().withChildren(1)).accepted();
    graded(judged, { count: 4, judgement: 'high', reasonId: 'r' });
    expect(notify(judged, 'child-1').ok).toBe(true);
    expect(judged.last('childrenNotified')?.data.urgent).toBe(true);
  });
});

describe('what only a received case can be asked', () => {
  it('is a fault of the program before there is a case', () => {
    const found = { standing: null, policy: monthly, children: [] } as unknown as Found;
    const proposal = { ok: true, facts: [], asks: [{ type: 'accept', adviceId: null }] } as const;
    expect(() => complete(proposal, found)).toThrow('received');
  });
});
