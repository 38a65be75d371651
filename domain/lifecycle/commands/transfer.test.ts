import { describe, expect, it } from 'vitest';
import { aCase, anAction, grading, transferTo } from '../../../tests/builders/aCase.ts';
import { aReferral } from '../../../tests/builders/aReferral.ts';
import { aMeeting, countyOf17 } from '../../../tests/builders/world.ts';

const accept = { outcome: 'accept', noteId: null } as const;
const refuse = { outcome: 'refuse', reasonId: 'why-not' } as const;

/** A case of another area than the one it is sent to, heard, with an action nobody has done. */
const heard = () => aCase().heard(anAction('action-1'));

describe('a transfer to another area', () => {
  it('changes nothing until it is accepted: area, list and clocks stay the sender’s', () => {
    const asked = aCase().listed();
    const before = asked.runningKinds;
    asked.asked();
    expect(asked.standing?.areaId).not.toBe('swale');
    expect(asked.state.stage).toBe('listed');
    expect(asked.runningKinds).toEqual([...before, 'transferAcknowledgement'].toSorted());
  });

  it('re-homes the case when it is accepted: off the sender’s list, on the receiver’s, with every duty', () => {
    const moved = aCase().listed().withAction('action-1').asked();
    moved.where({ meetings: [aMeeting('2026-03-31', { meetingId: 'meeting-of-swale' })] });
    moved.at('2026-03-06 10:00').must('answerTransfer', accept);
    expect(moved.last('takenOffList')?.data).toMatchObject({ decisionId: 'reason-1' });
    expect(moved.last('caseListed')?.data).toMatchObject({ meetingId: 'meeting-of-swale', because: 'transfer' });
    expect(moved.standing).toMatchObject({ areaId: 'swale', stage: 'listed', meetingId: 'meeting-of-swale' });
    expect(moved.standing?.transferredFromId).toBe(moved.last('referralReceived')?.data.areaId);
    expect(moved.clock('action', 'action-1')).toBeDefined();
    expect(moved.clock('transferAcknowledgement')).toBeUndefined();
  });

  it('lets the receiver hear what the sender had heard or closed', () => {
    for (const about of [heard(), aCase().closed()]) {
      about.at('2026-04-13 10:00').asked().must('answerTransfer', accept);
      expect(about.state.stage).toBe('listed');
      expect(about.standing?.closedAt).toBeNull();
    }
  });

  it('leaves screening to the receiver where the sender had not screened it, and lists it only as a repeat', () => {
    const wrongDoor = aCase().received().asked().must('answerTransfer', accept);
    expect(wrongDoor.state.stage).toBe('received');
    expect(wrongDoor.clock('screen')).toBeDefined();
    const repeat = aCase().repeated().must('takeOffList', { decisionId: 'decision-1' });
    repeat.asked().must('answerTransfer', accept);
    expect(repeat.state.stage).toBe('listed');
  });

  it('waits among the exceptions where the receiver has no meeting to come', () => {
    const moved = heard().asked().where({ meetings: [] }).must('answerTransfer', accept);
    expect(moved.state).toMatchObject({ stage: 'graded', listing: null });
  });

  it('gives the support to the receiver’s service, from a first contact on', () => {
    const moved = heard().must('allocateAdviser', { adviserId: 'adviser-1' }).attempted('spoke').engaged().asked();
    moved.at('2026-03-27 15:00').must('answerTransfer', accept);
    expect(moved.standing).toMatchObject({ idvaServiceId: 'idva-service-of-swale', adviserId: null });
    const owner = { agencyId: 'idva-service-of-swale', ownerId: null };
    const owned = [...moved.running.values()].filter(({ clock }) =>
      ['firstContact', 'safetyPlan', 'riskReview', 'outcomeTold'].includes(clock.kind),
    );
    expect(owned.map((each) => each.clock.kind).toSorted()).toEqual([
      'firstContact',
      'outcomeTold',
      'riskReview',
      'safetyPlan',
    ]);
    for (const each of owned) expect(each.owner).toEqual(owner);
    // Friday: two working days after it are Monday and Tuesday.
    expect(moved.clock('firstContact')?.due).toEqual({ type: 'day', date: '2026-03-31' });
  });

  it('leaves the adviser where one service serves both areas', () => {
    const about = heard().must('allocateAdviser', { adviserId: 'adviser-1' });
    about
      .where({ receivingServiceId: about.standing?.idvaServiceId ?? '' })
      .asked()
      .must('answerTransfer', accept);
    expect(about.standing?.adviserId).toBe('adviser-1');
  });

  it('that is refused leaves the case where it was and has to be settled by both', () => {
    const refused = heard().asked().at('2026-03-27 09:00').must('answerTransfer', refuse);
    expect(refused.state.transfer?.status).toBe('refused');
    expect(refused.clock('transferAcknowledgement')).toBeUndefined();
    expect(refused.clock('refusedTransfer')?.due).toEqual({ type: 'day', date: '2026-03-30' });
    expect(refused.send('answerTransfer', refuse)).toMatchObject({ code: 'NO_TRANSFER' });
    refused.must('withdrawTransfer', { reasonId: 'reason-2' });
    expect(refused.clock('refusedTransfer')).toBeUndefined();
  });

  it('may be accepted after a refusal, or sent elsewhere instead', () => {
    expect(heard().asked().must('answerTransfer', refuse).must('answerTransfer', accept).standing?.areaId).toBe(
      'swale',
    );
    const elsewhere = heard().asked().must('answerTransfer', refuse);
    elsewhere.must('requestTransfer', { ...transferTo('dover'), transferId: 'transfer-2' });
    expect(elsewhere.last('transferWithdrawn')?.data.transferId).toBe('transfer-1');
    expect(elsewhere.clock('refusedTransfer')).toBeUndefined();
    expect(elsewhere.clock('transferAcknowledgement')?.subject.id).toBe('transfer-2');
  });

  it('can be withdrawn, and asks nothing of anybody any more', () => {
    const about = heard().asked().must('withdrawTransfer', { reasonId: 'reason-2' });
    expect(about.state.transfer).toBeNull();
    expect(about.clock('transferAcknowledgement')).toBeUndefined();
    expect(about.send('answerTransfer', accept)).toMatchObject({ code: 'NO_TRANSFER' });
  });

  it('to the own area, or a second one, is refused', () => {
    const about = heard();
    const own = about.standing?.areaId ?? '';
    expect(about.send('requestTransfer', transferTo(own))).toMatchObject({ code: 'OWN_AREA' });
    expect(about.asked().send('requestTransfer', transferTo('dover'))).toMatchObject({ code: 'TRANSFER_PENDING' });
  });

  it('is over when the referral is declined', () => {
    const about = aCase(aReferral().standardRisk()).received().asked().declined();
    expect(about.state).toMatchObject({ stage: 'declined', transfer: null });
    expect(about.clock('transferAcknowledgement')).toBeUndefined();
  });

  it('takes a case over that was handed to a service, hands it to its own, and lists nothing', () => {
    for (const about of [
      aCase().accepted().asked().handedOver(),
      aCase(aReferral().mediumRisk()).handedOver().asked(),
    ]) {
      about.must('answerTransfer', accept);
      expect(about.state).toMatchObject({ stage: 'handedOver', listing: null });
      const { handoverId = '', toAgencyId } = about.last('handedOver')?.data ?? {};
      expect(toAgencyId).toBe('service-of-swale');
      expect(about.clock('acknowledgement', handoverId)).toBeDefined();
      expect(about.clock('firstContact')).toBeDefined();
      about.must('recordAcknowledgement', { handoverId });
      expect(about.clock('firstContact')).toBeUndefined();
    }
  });

  it('gives what the IDVA service had to the IDVA service there, and a child’s safeguarding to the services there', () => {
    const scored = aCase(aReferral().counted(15)).where({ policy: countyOf17 }).received().accepted();
    scored
      .must('gradeRisk', grading({ count: 15 }))
      .asked()
      .must('answerTransfer', accept);
    expect(scored.last('handedOver')?.data.toAgencyId).toBe('idva-service-of-swale');
    expect(scored.standing).toMatchObject({ withIdva: true, idvaServiceId: 'idva-service-of-swale' });
    const child = aCase(aReferral().under16()).received().asked().must('answerTransfer', accept);
    expect(child.last('safeguardingHandedOver')?.data.toAgencyId).toBe('childrens-services-of-swale');
    expect(child.last('handedOver')).toBeUndefined();
  });

  it('outside is told of here no more, once a MARAC there has taken over what a service had', () => {
    const left = aCase(aReferral().mediumRisk()).handedOver().askedOutside();
    left.must('recordOutsideAnswer', { outcome: 'accept', noteId: null });
    expect(left.state.stage).toBe('transferred');
    expect(left.runningKinds).toEqual(['acknowledgement', 'repeatFlag']);
  });

  it('is over when the victim dies', () => {
    const about = heard().asked().dead();
    expect(about.state.transfer).toBeNull();
    expect(about.clock('transferAcknowledgement')).toBeUndefined();
  });

  it.each([
    ['2026-03-04 10:00', '2026-03-11', 'five working days from a Wednesday'],
    ['2026-03-27 16:30', '2026-04-07', 'over Good Friday, 3 April, and Easter Monday, over the change of clocks'],
    ['2026-12-22 09:00', '2026-12-31', 'over Christmas Day and the substitute for Boxing Day, Monday the 28th'],
    ['2028-02-25 12:00', '2028-03-03', 'over 29 February'],
  ])('sent on %s is answered by %s: %s', (sent, due) => {
    const about = aCase().received(sent).asked();
    expect(about.clock('transferAcknowledgement')?.due).toEqual({ type: 'day', date: due });
  });
});

describe('a transfer to a MARAC outside', () => {
  it('is answered by what the sender records, and by nobody in this system', () => {
    const about = heard().askedOutside();
    expect(about.send('answerTransfer', accept)).toMatchObject({ code: 'NO_TRANSFER' });
    expect(about.must('recordOutsideAnswer', refuse).clock('refusedTransfer')).toBeDefined();
    expect(heard().asked().send('recordOutsideAnswer', accept)).toMatchObject({ code: 'NO_TRANSFER' });
  });

  it('that is accepted ends what this MARAC owes, and what was asked of others here is still chased', () => {
    const gone = aCase().listed().withAction('action-1').askedOutside().must('recordOutsideAnswer', accept);
    expect(gone.state).toMatchObject({ stage: 'transferred', listing: null });
    expect(gone.runningKinds).toEqual(['action', 'repeatFlag']);
  });

  it('is not possible for what was never to be a case of MARAC', () => {
    for (const about of [aCase(aReferral().standardRisk()).declined()])
      expect(about.send('requestTransfer', transferTo(null))).toMatchObject({ code: 'NOT_IN_THIS_STAGE' });
  });
});
