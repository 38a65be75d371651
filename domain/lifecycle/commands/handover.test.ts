import { describe, expect, it } from 'vitest';
import { aCase, type CaseBuilder, grading, onwardReferral } from '../../../tests/builders/aCase.ts';
import { aReferral } from '../../../tests/builders/aReferral.ts';
import { aMeeting, countyOf17 } from '../../../tests/builders/world.ts';

const byId = 'coordinator-1';
const refusal = { handoverId: 'handover-1', reasonId: 'full' };
const handedOver = () => aCase(aReferral().mediumRisk()).handedOver();
const refused = () => handedOver().at('2026-03-04 10:00').must('refuseHandover', refusal);

describe('a service that was handed a case', () => {
  it('takes it on by acknowledging it, and nothing is left to chase', () => {
    const taken = handedOver().must('recordAcknowledgement', { handoverId: 'handover-1' });
    expect(taken.clock('acknowledgement')).toBeUndefined();
    expect(taken.clock('refusedHandover')).toBeUndefined();
  });

  it('refuses it, and what follows is owed by the area the next working day', () => {
    const about = refused();
    expect(about.clock('acknowledgement')).toBeUndefined();
    expect(about.clock('refusedHandover')?.due).toEqual({ type: 'day', date: '2026-03-05' });
    const owned = [...about.running.values()].find(({ clock }) => clock.kind === 'refusedHandover');
    expect(owned?.owner).toEqual({ agencyId: null, ownerId: null });
  });

  it('may give it back after it had taken it on', () => {
    const back = handedOver().must('recordAcknowledgement', { handoverId: 'handover-1' });
    expect(back.must('refuseHandover', refusal).clock('refusedHandover')).toBeDefined();
  });

  it('may take it on after all, while nothing else follows', () => {
    const about = refused().must('recordAcknowledgement', { handoverId: 'handover-1' });
    expect(about.clock('refusedHandover')).toBeUndefined();
    expect(about.send('settleRefusal', { ...refusal, byId })).toMatchObject({ ok: false, code: 'NOT_REFUSED' });
  });

  it('does not refuse twice, nor what it was never handed', () => {
    expect(refused().send('refuseHandover', refusal)).toMatchObject({ ok: false, code: 'ALREADY_REFUSED' });
    const unknown = handedOver().send('refuseHandover', { ...refusal, handoverId: 'another' });
    expect(unknown).toMatchObject({ ok: false, code: 'UNKNOWN_HANDOVER' });
  });
});

describe('reaching the victim of a case that was handed over', () => {
  const owed = (about: CaseBuilder) =>
    about.runningKinds.filter((kind) => kind === 'firstContact' || kind === 'contactAttempts');
  const takenOn = (handoverId = 'handover-1', about = handedOver()) =>
    about.must('recordAcknowledgement', { handoverId });

  it('stays the IDVA service’s until the other service has said that it takes the case on', () => {
    const silent = handedOver().at('2026-03-20 10:00').wake();
    expect(owed(silent)).toEqual(['firstContact']);
    expect(silent.standing?.withIdva).toBe(true);
    expect(silent.send('endCase', {}).ok).toBe(false);
    const taken = takenOn();
    expect(owed(taken)).toEqual([]);
    expect(taken.last('clockEnded')?.data.clock.end).toMatchObject({ outcome: 'cancelled', reason: 'handedOver' });
    expect(taken.standing?.withIdva).toBe(false);
  });

  it('goes on where the other service refuses, and where nobody else is asked', () => {
    expect(owed(refused())).toEqual(['firstContact']);
    expect(owed(refused().must('settleRefusal', { ...refusal, byId }))).toEqual(['firstContact']);
    expect(owed(refused().attempted('noAnswer'))).toEqual(['contactAttempts']);
  });

  it('ends with the service that takes it on in place of one that had refused, and not with another beside it', () => {
    const instead = onwardReferral('handover-2', { kind: 'standardRisk', insteadOfId: 'handover-1' });
    const about = refused().must('referOn', instead).must('referOn', onwardReferral('beside'));
    expect(owed(takenOn('beside', about))).toEqual(['firstContact']);
    expect(owed(takenOn('handover-2', about))).toEqual([]);
  });

  it('begins again where a service gives back what it had taken on: at the first contact, or where it had stopped', () => {
    expect(owed(takenOn().must('refuseHandover', refusal))).toEqual(['firstContact']);
    const tried = takenOn('handover-1', handedOver().attempted('noAnswer')).at('2026-03-09 10:00');
    expect(owed(tried)).toEqual([]);
    expect(owed(tried.must('refuseHandover', refusal))).toEqual(['contactAttempts']);
    const spoke = takenOn('handover-1', handedOver().attempted('spoke'));
    expect(owed(spoke.must('refuseHandover', refusal))).toEqual([]);
    const decided = handedOver().attempted('noAnswer').attempted('noAnswer').attempted('noAnswer');
    decided.must('decideAttempts', { decision: 'stop', reasonId: 'reason-1' });
    expect(owed(takenOn('handover-1', decided).must('refuseHandover', refusal))).toEqual([]);
  });

  it('begins again with no case whose victim has died', () => {
    expect(owed(takenOn().dead().must('refuseHandover', refusal))).toEqual([]);
  });
});

describe('what follows a refusal', () => {
  it('is another service, which is chased in its turn', () => {
    const next = onwardReferral('handover-2', {
      kind: 'standardRisk',
      toAgencyId: 'voluntary',
      insteadOfId: 'handover-1',
    });
    const about = refused().must('referOn', next);
    expect(about.clock('refusedHandover')).toBeUndefined();
    expect(about.clock('acknowledgement', 'handover-2')).toBeDefined();
    const again = about.must('refuseHandover', { ...refusal, handoverId: 'handover-2' });
    expect(again.clock('refusedHandover', 'handover-2')).toBeDefined();
  });

  it('is decided by a named person where nobody else is asked', () => {
    const about = refused().must('settleRefusal', { ...refusal, byId });
    expect(about.runningKinds).not.toContain('refusedHandover');
    expect(about.last('refusalSettled')?.data.byId).toBe(byId);
  });

  it('is settled once', () => {
    const about = refused().must('settleRefusal', { ...refusal, byId });
    expect(about.send('settleRefusal', { ...refusal, byId })).toMatchObject({ ok: false, code: 'NOT_REFUSED' });
    const late = onwardReferral('handover-2', { insteadOfId: 'handover-1' });
    expect(about.send('referOn', late)).toMatchObject({ ok: false, code: 'NOT_REFUSED' });
    const nothing = onwardReferral('handover-2', { insteadOfId: 'nothing' });
    expect(about.send('referOn', nothing)).toMatchObject({ ok: false, code: 'UNKNOWN_HANDOVER' });
  });

  it('stays owed after the victim has died, and keeps the case from ending', () => {
    const about = refused().dead();
    expect(about.clock('refusedHandover')).toBeDefined();
    expect(about.must('settleRefusal', { ...refusal, byId }).clock('refusedHandover')).toBeUndefined();
  });
});

describe('an onward referral', () => {
  it('is acknowledged in 2 working days, in 24 hours where it is urgent', () => {
    const about = aCase().received('2026-03-06 16:00');
    about.must('referOn', onwardReferral('usual')).must('referOn', onwardReferral('urgent', { urgent: true }));
    expect(about.clock('acknowledgement', 'usual')?.due).toEqual({ type: 'day', date: '2026-03-10' });
    expect(about.clock('urgentAcknowledgement', 'urgent')?.overdueAt).toBe('2026-03-07T16:00:00.000Z');
  });
});

describe('what scored high below the threshold of a county of 17', () => {
  const scored = (referral = aReferral()) =>
    aCase(referral.counted(15)).where({ policy: countyOf17 }).received().accepted().at('2026-03-03 10:30');
  const graded = (about: CaseBuilder) => about.must('gradeRisk', grading({ count: 15 }));
  const withoutConsent = () => graded(scored(aReferral().withoutConsent()));

  it('goes to the IDVA service with consent, whose first contact stays owed', () => {
    const about = graded(scored());
    expect(about.last('handedOver')?.data.toAgencyId).toBe('kent-idva-service');
    expect(about.state.stage).toBe('handedOver');
    expect(about.clock('firstContact')).toBeDefined();
    expect(about.attempted('noAnswer').clock('contactAttempts')).toBeDefined();
  });

  it('waits for a named decision without consent, by the next working day', () => {
    const about = withoutConsent();
    expect(about.state.stage).toBe('graded');
    expect(about.last('handedOver')).toBeUndefined();
    expect(about.clock('consentDecision')?.due).toEqual({ type: 'day', date: '2026-03-04' });
  });

  it('goes where it was decided', () => {
    const decide = (decision: 'marac' | 'idvaService' | 'standardRiskService') =>
      withoutConsent().must('decideOnConsent', { decision, handoverId: 'handover-2', reasonId: 'reason-1', byId });
    const marac = decide('marac');
    expect(marac.state.stage).toBe('listed');
    expect(decide('idvaService').last('handedOver')?.data.toAgencyId).toBe('kent-idva-service');
    expect(decide('standardRiskService').last('handedOver')?.data.toAgencyId).toBe('kidas');
    for (const about of [marac, decide('idvaService')]) expect(about.clock('consentDecision')).toBeUndefined();
  });

  it('goes to MARAC without another decision where it is graded above the threshold or somebody lists it', () => {
    const higher = withoutConsent().must('gradeRisk', grading({ count: 18 }));
    expect(higher.state.stage).toBe('listed');
    const listed = withoutConsent()
      .where({ meetings: [aMeeting('2026-04-07')] })
      .must('listCase', { meetingId: null, reasonId: 'reason-1' });
    for (const about of [higher, listed]) expect(about.clock('consentDecision')).toBeUndefined();
  });

  it('keeps waiting where it is graded the same again', () => {
    const again = withoutConsent().must('gradeRisk', grading({ count: 15 }));
    expect(again.state.stage).toBe('graded');
    expect(again.clock('consentDecision')).toBeDefined();
  });

  it('is not closed while nobody has decided', () => {
    const closing = withoutConsent().spokenToAndDeclined().send('closeCase', { reasonId: null, disposals: [] });
    expect(closing).toMatchObject({ code: 'DISPOSITIONS_MISSING', blocking: [{ code: 'consentDecision' }] });
  });
});
