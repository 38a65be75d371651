import { describe, expect, it } from 'vitest';
import { aCase, type CaseBuilder } from '../../tests/builders/aCase.ts';
import { aReferral } from '../../tests/builders/aReferral.ts';
import { dutiesFrom } from '../../tests/builders/dutiesFrom.ts';

const idva = 'kent-idva-service';
const received = (referral = aReferral()) => aCase(referral).received();

describe('a hand-over', () => {
  it('is acknowledged in two working days', () => {
    expect(dutiesFrom(received(aReferral().mediumRisk()).accepted(), (about) => about.handedOver())).toEqual([
      '+ acknowledgement 2026-03-05 (kidas)',
    ]);
  });

  it('is met by its acknowledgement, and with that the IDVA no longer owes first contact', () => {
    const about = received(aReferral().mediumRisk()).handedOver().at('2026-03-05 17:00');
    expect(dutiesFrom(about, () => about.must('recordAcknowledgement', { handoverId: 'handover-1' }))).toEqual([
      '- acknowledgement met',
      '- firstContact cancelled handedOver',
    ]);
  });

  it('is taken back by a high grade: the first contact is owed again', () => {
    const back = received(aReferral().mediumRisk()).handedOver();
    back.must('recordAcknowledgement', { handoverId: 'handover-1' }).at('2026-03-10 10:00');
    const high = { count: 16, policeGrade: null, judgement: null, reasonId: null, handOverTo: null };
    expect(dutiesFrom(back, () => back.must('gradeRisk', { ...high, handoverId: 'handover-2' }))).toEqual([
      `+ firstContact 2026-03-12 (${idva})`,
      `+ allocation 2026-03-11 (${idva})`,
    ]);
  });

  it('that is acknowledged only after a high grade leaves the first contact to the IDVA service', () => {
    const high = { count: 16, policeGrade: null, judgement: null, reasonId: null, handOverTo: null };
    const about = received(aReferral().mediumRisk()).handedOver();
    about.must('gradeRisk', { ...high, handoverId: 'handover-2' });
    expect(dutiesFrom(about, () => about.must('recordAcknowledgement', { handoverId: 'handover-1' }))).toEqual([
      '- acknowledgement met',
    ]);
    expect(about.clock('firstContact')).toBeDefined();
    expect(about.clock('allocation')).toBeDefined();
  });

  it('is taken back with the attempts that had begun, or the decision on them where all were in vain', () => {
    const high = { count: 16, policeGrade: null, judgement: null, reasonId: null, handOverTo: null };
    const back = (about: CaseBuilder) =>
      about.must('recordAcknowledgement', { handoverId: 'handover-1' }).at('2026-03-10 10:00');
    const once = back(received(aReferral().mediumRisk()).attempted('noAnswer').handedOver());
    expect(dutiesFrom(once, () => once.must('gradeRisk', { ...high, handoverId: 'handover-2' }))).toEqual([
      `+ contactAttempts 2026-03-17 (${idva})`,
      `+ allocation 2026-03-11 (${idva})`,
    ]);
    const thrice = received(aReferral().mediumRisk()).attempted('noAnswer').attempted('noAnswer').attempted('noAnswer');
    const given = back(thrice.must('decideAttempts', { decision: 'continue', reasonId: 'r' }).handedOver());
    const refused = () => given.must('refuseHandover', { handoverId: 'handover-1', reasonId: 'r' });
    expect(dutiesFrom(given, refused)).toEqual(
      expect.arrayContaining([`+ contactDecision 2026-03-11 (${idva})`, `+ allocation 2026-03-11 (${idva})`]),
    );
  });

  it('is taken back without a second first contact where there was one', () => {
    const high = { count: 16, policeGrade: null, judgement: null, reasonId: null, handOverTo: null };
    for (const about of [
      received(aReferral().mediumRisk()).attempted('noAnswer'),
      received(aReferral().mediumRisk()).engaged(),
    ]) {
      about.handedOver().must('gradeRisk', { ...high, handoverId: 'handover-2' });
      expect(about.clock('firstContact')).toBeUndefined();
    }
  });
});

describe('a notification of children', () => {
  const notify = (alreadySent: boolean) => ({
    notificationId: 'notification-1',
    children: ['child-1'],
    toAgencyId: 'childrens-services-kent',
    alreadySent,
  });
  const family = (referral: ReturnType<typeof aReferral>) => received(referral.withChildren(1));

  it('is acknowledged in 24 hours at high risk and in two working days below', () => {
    expect(dutiesFrom(family(aReferral()), (about) => about.must('notifyChildrensServices', notify(false)))).toEqual([
      '+ urgentAcknowledgement 2026-03-03T10:00:00.000Z (childrens-services-kent)',
    ]);
    const medium = family(aReferral().mediumRisk());
    expect(dutiesFrom(medium, (about) => about.must('notifyChildrensServices', notify(false)))).toEqual([
      '+ acknowledgement 2026-03-04 (childrens-services-kent)',
    ]);
  });

  it('that somebody else sent already waits for no acknowledgement', () => {
    expect(dutiesFrom(family(aReferral()), (about) => about.must('notifyChildrensServices', notify(true)))).toEqual([]);
  });
});
