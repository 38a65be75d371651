import { describe, expect, it } from 'vitest';
import { noticesOf } from '../../notices/noticesOf.ts';
import { aCase, grading } from '../../../tests/builders/aCase.ts';
import { aReferral } from '../../../tests/builders/aReferral.ts';

const accept = { outcome: 'accept', adviceId: null } as const;
const decline = { outcome: 'decline', reason: 'notDomesticAbuse', adviceId: 'advice-1' } as const;
const notification = (...children: string[]) => ({
  notificationId: 'notification-1',
  children,
  toAgencyId: 'childrens-services-kent',
  alreadySent: false,
});

describe('a referral', () => {
  it('is received once', () => {
    expect(aCase().received().send('submitReferral', aReferral().build())).toEqual({ ok: false, code: 'CASE_EXISTS' });
  });

  it('about a victim under 16 is handed to children’s safeguarding at once, and never listed', () => {
    const child = aCase(aReferral().under16()).repeated();
    expect(child.facts.map(({ type }) => type)).toEqual(['referralReceived', 'safeguardingHandedOver', 'clockStarted']);
    expect(child.state.stage).toBe('handedOver');
  });
});

describe('screening', () => {
  it('is refused once the referral is accepted', () => {
    expect(aCase().accepted().send('screenReferral', accept)).toEqual({ ok: false, code: 'ALREADY_ACCEPTED' });
  });

  it('is refused once the referral is declined', () => {
    expect(aCase(aReferral().standardRisk()).declined().send('screenReferral', accept)).toEqual({
      ok: false,
      code: 'NOT_IN_THIS_STAGE',
    });
  });

  it('leaves a repeat on the list it is on already', () => {
    expect(aCase().repeated().accepted().state).toMatchObject({ stage: 'listed', accepted: true });
    expect(aCase().repeated().returned().state).toMatchObject({ stage: 'listed', accepted: false });
  });

  it('is still possible for a repeat that was taken off its list or heard before anybody screened it', () => {
    const off = aCase().repeated().must('takeOffList', { decisionId: 'decision-1' });
    expect(off.accepted().state).toMatchObject({ stage: 'graded', accepted: true });
    const heard = aCase().repeated().heard();
    expect(heard.send('screenReferral', accept).ok).toBe(true);
    expect(heard.state).toMatchObject({ stage: 'heard', accepted: true });
    expect(heard.state.flagEndsOn).toBe('2027-03-02');
  });

  it('cannot decline what a meeting has heard', () => {
    expect(aCase().repeated().heard().send('screenReferral', decline)).toEqual({
      ok: false,
      code: 'NOT_IN_THIS_STAGE',
    });
  });

  it('takes off the list what it declines', () => {
    const declined = aCase(aReferral().standardRisk().under16()).received().at('2026-03-03 10:00');
    declined.must('gradeRisk', grading({ judgement: 'high', reasonId: 'reason-1' }));
    const { listing } = declined.state;
    declined.must('screenReferral', decline);
    expect(declined.last('takenOffList')?.data).toEqual({
      listingId: listing?.listingId,
      meetingId: 'meeting-2026-03-24',
      decisionId: 'advice-1',
    });
    expect(declined.state).toMatchObject({ stage: 'declined', listing: null });
    expect(declined.standing).toMatchObject({ stage: 'declined', meetingId: null });
  });
});

describe('what was missing', () => {
  it('is supplied only where something was', () => {
    const supplied = { contentId: 'supplied-1', assessment: null };
    expect(aCase().received().send('completeReferral', supplied)).toEqual({ ok: false, code: 'NOTHING_MISSING' });
    expect(aCase().returned().accepted().send('completeReferral', supplied).ok).toBe(false);
  });

  it('is supplied for a repeat too, which stays on its list', () => {
    const repeat = aCase().repeated().returned();
    repeat.must('completeReferral', { contentId: 'supplied-1', assessment: null });
    expect(repeat.state.stage).toBe('listed');
    expect(repeat.send('completeReferral', { contentId: 'supplied-2', assessment: null }).ok).toBe(false);
  });
});

describe('grading', () => {
  it('is refused before the referral is accepted, on a list too', () => {
    const refused = { ok: false, code: 'NOT_IN_THIS_STAGE' };
    expect(
      aCase()
        .received()
        .send('gradeRisk', grading({ count: 16 })),
    ).toEqual(refused);
    expect(
      aCase()
        .repeated()
        .send('gradeRisk', grading({ count: 16 })),
    ).toEqual(refused);
  });

  it('is refused where nothing is known to grade by', () => {
    expect(aCase().accepted().send('gradeRisk', grading({}))).toEqual({ ok: false, code: 'GRADE_MISSING' });
  });

  it.each([{ count: 0 }, { policeGrade: 'standard' }, { judgement: 'standard', reasonId: 'r' }] as const)(
    'goes by any one of the three: %o',
    (known) => {
      expect(aCase().accepted().send('gradeRisk', grading(known)).ok).toBe(true);
    },
  );
});

describe('a notification of children', () => {
  const family = () => aCase(aReferral().withChildren(2)).received();

  it('is refused for a child who is not part of the referral, and names it', () => {
    expect(family().send('notifyChildrensServices', notification('child-1', 'child-9'))).toEqual({
      ok: false,
      code: 'UNKNOWN_CHILD',
      blocking: [{ type: 'child', id: 'child-9' }],
    });
  });

  it('is refused a second time for the same child, and names it', () => {
    const told = family().must('notifyChildrensServices', notification('child-1'));
    expect(told.send('notifyChildrensServices', notification('child-1', 'child-2'))).toEqual({
      ok: false,
      code: 'ALREADY_NOTIFIED',
      blocking: [{ type: 'child', id: 'child-1' }],
    });
    expect(told.send('notifyChildrensServices', { ...notification('child-2'), notificationId: 'second' }).ok).toBe(
      true,
    );
  });

  it('are told of each child in a notification of its own, to the services of that child', () => {
    const kent = 'childrens-services-kent';
    const medway = 'childrens-services-medway';
    const each = [
      { childId: 'child-1', notificationId: 'n-1', toAgencyId: kent },
      { childId: 'child-2', notificationId: 'n-2', toAgencyId: kent },
      { childId: 'child-3', notificationId: 'n-3', toAgencyId: medway },
    ];
    const three = aCase(aReferral().withChildren(3)).received();
    const told = three.must('notifyChildrensServices', { ...notification('child-1', 'child-2', 'child-3'), each });
    const facts = told.facts.flatMap((fact) => (fact.type === 'childrenNotified' ? [fact] : []));
    expect(facts.map(({ data }) => [data.notificationId, data.children, data.toAgencyId, data.toldWith])).toEqual([
      ['n-1', ['child-1'], kent, undefined],
      ['n-2', ['child-2'], kent, 'n-1'],
      ['n-3', ['child-3'], medway, undefined],
    ]);
    const context = { deferrals: 0, silent: false };
    expect(facts.flatMap((fact) => noticesOf(fact, context)).map(({ agencyId }) => agencyId)).toEqual([kent, medway]);
    const owed = () => told.runningKinds.filter((kind) => kind === 'urgentAcknowledgement').length;
    expect(owed()).toBe(3);
    told.must('recordAcknowledgement', { handoverId: 'n-2' });
    expect(owed()).toBe(2);
    expect(told.send('recordAcknowledgement', { handoverId: 'n-2' })).toMatchObject({ code: 'ALREADY_ACKNOWLEDGED' });
  });

  it('that somebody else sent already prevents a second too, and needs no acknowledgement', () => {
    const told = family().must('notifyChildrensServices', { ...notification('child-1'), alreadySent: true });
    expect(told.send('notifyChildrensServices', notification('child-1')).ok).toBe(false);
    expect(told.send('recordAcknowledgement', { handoverId: 'notification-1' })).toEqual({
      ok: false,
      code: 'ALREADY_ACKNOWLEDGED',
    });
  });
});

describe('an acknowledgement', () => {
  it('is refused for what was never handed over', () => {
    expect(aCase().received().send('recordAcknowledgement', { handoverId: 'handover-1' })).toEqual({
      ok: false,
      code: 'UNKNOWN_HANDOVER',
    });
  });

  it('comes once', () => {
    const arrived = aCase(aReferral().mediumRisk()).handedOver();
    arrived.must('recordAcknowledgement', { handoverId: 'handover-1' });
    expect(arrived.send('recordAcknowledgement', { handoverId: 'handover-1' })).toEqual({
      ok: false,
      code: 'ALREADY_ACKNOWLEDGED',
    });
  });
});

describe('a case that is taken over', () => {
  it('is declared caught up once', () => {
    const adopted = aCase(aReferral().adopted()).received();
    expect(adopted.state.silent).toBe(true);
    adopted.must('caughtUp', {});
    expect(adopted.state.silent).toBe(false);
    expect(adopted.standing?.adopted).toBe(true);
    expect(adopted.send('caughtUp', {})).toEqual({ ok: false, code: 'NOT_ADOPTED' });
  });
});
