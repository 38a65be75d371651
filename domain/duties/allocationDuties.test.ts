import { describe, expect, it } from 'vitest';
import { aCase, type CaseBuilder, grading, onwardReferral } from '../../tests/builders/aCase.ts';
import { aReferral } from '../../tests/builders/aReferral.ts';
import { countyOf17 } from '../../tests/builders/world.ts';
import type { ClockKind } from '../clocks/clockKind.ts';
import type { AdviserKind } from '../lifecycle/facts/support.ts';

const given = (about: CaseBuilder, adviserId: string, kind: AdviserKind = 'community') =>
  about.must('allocateAdviser', { adviserId, kind, allocationId: `place-of-${adviserId}` });
const leaves = (about: CaseBuilder, adviserId: string) =>
  about.must('endAllocation', { allocationId: `place-of-${adviserId}` });
const ownerOf = (about: CaseBuilder, kind: ClockKind) =>
  [...about.running.values()].find(({ clock }) => clock.kind === kind)?.owner;

const received = () => given(aCase().received(), 'adviser-1');
const service = { agencyId: 'kent-idva-service', ownerId: null };

/** Another service took the case on below the threshold; its adviser here had spoken with the victim. */
const takenOn = () =>
  given(aCase(aReferral().mediumRisk()).handedOver(), 'adviser-1')
    .attempted('spoke')
    .must('recordAcknowledgement', { handoverId: 'handover-1' });
const leftWhileAnotherHadIt = () => leaves(takenOn(), 'adviser-1');

describe('an adviser who has left', () => {
  it('has no place in the case any more, and what they had to do is the duty queue’s', () => {
    const about = received();
    expect(ownerOf(about, 'firstContact')).toEqual({ ...service, ownerId: 'adviser-1' });
    leaves(about, 'adviser-1');
    expect(about.standing).toMatchObject({ adviserId: null, advisers: {} });
    expect(ownerOf(about, 'firstContact')).toEqual(service);
  });

  it('leaves the service to allocate the case by the next working day, and that ends with an adviser', () => {
    const about = leaves(received().at('2026-03-06 00:00'), 'adviser-1');
    expect(about.clock('allocation')?.due).toEqual({ type: 'day', date: '2026-03-09' });
    expect(ownerOf(about, 'allocation')).toEqual(service);
    given(about, 'adviser-2');
    expect(about.clock('allocation')).toBeUndefined();
    expect(ownerOf(about, 'firstContact')).toEqual({ ...service, ownerId: 'adviser-2' });
  });

  it('leaves their duties of contact to the service even where another adviser is beside the victim', () => {
    const about = leaves(given(received(), 'adviser-3', 'court'), 'adviser-1');
    expect(about.standing?.adviserId).toBe('adviser-3');
    expect(ownerOf(about, 'firstContact')).toEqual(service);
    expect(about.clock('allocation')).toBeDefined();
  });

  it('beside the adviser who leads takes nothing away and leaves nothing to allocate', () => {
    const about = leaves(given(received(), 'adviser-3', 'court'), 'adviser-3');
    expect(about.standing).toMatchObject({ adviserId: 'adviser-1' });
    expect(ownerOf(about, 'firstContact')).toEqual({ ...service, ownerId: 'adviser-1' });
    expect(about.clock('allocation')).toBeUndefined();
  });

  it('leaves what is the service’s own decision, and other people’s actions, where they are', () => {
    const about = received().attempted('unsafe').withAction('action-1', { agencyId: 'police', ownerId: 'adviser-1' });
    leaves(about, 'adviser-1');
    expect(ownerOf(about, 'contactDecision')).toEqual(service);
    expect(ownerOf(about, 'action')).toEqual({ agencyId: 'police', ownerId: 'adviser-1' });
  });

  it('is asked for again after the case is closed at MARAC: support goes on', () => {
    const about = given(aCase().closed(), 'adviser-1');
    leaves(about, 'adviser-1');
    expect(about.standing?.stage).toBe('closed');
    expect(about.clock('allocation')).toBeDefined();
  });

  it('is nobody’s to replace once support has ended, the victim has died or another service has the case', () => {
    const ended = leaves(received(), 'adviser-1').must('endSupport', { status: 'moved', contentId: null });
    expect(ended.clock('allocation')).toBeUndefined();
    const died = leaves(received(), 'adviser-1').must('recordDeath', { contentId: null });
    expect(died.clock('allocation')).toBeUndefined();
    const handedOver = leaves(given(aCase(aReferral().mediumRisk()).handedOver(), 'adviser-1'), 'adviser-1');
    expect(handedOver.clock('allocation')).toBeDefined();
    handedOver.must('recordAcknowledgement', { handoverId: 'handover-1' });
    expect(handedOver.clock('allocation')).toBeUndefined();
    const taken = given(aCase(aReferral().mediumRisk()).handedOver(), 'adviser-1');
    taken.must('recordAcknowledgement', { handoverId: 'handover-1' });
    expect(leaves(taken, 'adviser-1').clock('allocation')).toBeUndefined();
  });

  it('while another service had the case is to be replaced once it comes back to MARAC, though the victim was reached', () => {
    const about = leftWhileAnotherHadIt();
    expect(about.runningKinds).not.toContain('allocation');
    const high = { count: 16, policeGrade: null, judgement: null, reasonId: null, handOverTo: null };
    about.must('gradeRisk', { ...high, handoverId: 'handover-2' });
    expect(about.clock('firstContact')).toBeUndefined();
    expect(ownerOf(about, 'allocation')).toEqual(service);
    given(about, 'adviser-2');
    expect(about.clock('allocation')).toBeUndefined();
  });

  it('while another service had the case is to be replaced once that service gives it back, though the victim was reached', () => {
    const about = leftWhileAnotherHadIt();
    expect(about.at('2026-03-05 10:00').runningKinds).not.toContain('allocation');
    about.must('refuseHandover', { handoverId: 'handover-1', reasonId: 'full' });
    expect(about.runningKinds).not.toContain('firstContact');
    expect(about.clock('allocation')?.due).toEqual({ type: 'day', date: '2026-03-06' });
    expect(ownerOf(about, 'allocation')).toEqual(service);
    given(about, 'adviser-2');
    expect(about.clock('allocation')).toBeUndefined();
  });

  it('is replaced in a case that is given back only where nobody leads, support goes on and the victim lives', () => {
    const givesBack = (about: CaseBuilder) =>
      about.must('refuseHandover', { handoverId: 'handover-1', reasonId: 'full' });
    expect(givesBack(takenOn()).clock('allocation')).toBeUndefined();
    const ended = leftWhileAnotherHadIt().must('endSupport', { status: 'moved', contentId: null });
    expect(givesBack(ended).clock('allocation')).toBeUndefined();
    const died = leftWhileAnotherHadIt().must('recordDeath', { contentId: null });
    expect(givesBack(died).clock('allocation')).toBeUndefined();
    const beside = leftWhileAnotherHadIt().must('referOn', onwardReferral('isva'));
    expect(beside.must('refuseHandover', { handoverId: 'isva', reasonId: 'full' }).clock('allocation')).toBeUndefined();
  });

  it('is nobody’s to replace any more once another service, asked in place of that one, takes the case on', () => {
    const about = leftWhileAnotherHadIt().must('refuseHandover', { handoverId: 'handover-1', reasonId: 'full' });
    about.must('referOn', onwardReferral('handover-2', { insteadOfId: 'handover-1' }));
    expect(about.clock('allocation')).toBeDefined();
    about.must('recordAcknowledgement', { handoverId: 'handover-2' });
    expect(about.clock('allocation')).toBeUndefined();
    about.must('refuseHandover', { handoverId: 'handover-2', reasonId: 'full' });
    expect(ownerOf(about, 'allocation')).toEqual(service);
  });

  it('is asked for where a service refuses a case that never had one, and where it is graded below MARAC and handed over anew', () => {
    const refused = aCase(aReferral().mediumRisk()).handedOver();
    expect(refused.runningKinds).not.toContain('allocation');
    refused.must('refuseHandover', { handoverId: 'handover-1', reasonId: 'full' });
    expect(ownerOf(refused, 'allocation')).toEqual(service);
    const anew = leftWhileAnotherHadIt().must('gradeRisk', grading({ count: 5, handoverId: 'handover-2' }));
    expect(anew.standing).toMatchObject({ stage: 'handedOver', withIdva: true });
    expect(ownerOf(anew, 'allocation')).toEqual(service);
    anew.must('recordAcknowledgement', { handoverId: 'handover-2' });
    expect(anew.clock('allocation')).toBeUndefined();
  });

  it('is asked for where a child’s case, which safeguarding had, is graded below MARAC', () => {
    const about = leaves(given(aCase(aReferral().under16()).received(), 'adviser-1'), 'adviser-1');
    expect(about.clock('allocation')).toBeUndefined();
    about.must('gradeRisk', grading({ count: 5, handoverId: 'handover-1' }));
    expect(about.standing).toMatchObject({ stage: 'handedOver', withIdva: true });
    expect(ownerOf(about, 'allocation')).toEqual(service);
  });

  it('is asked for, and the victim is to be reached, while consent is decided on in a case that another service had', () => {
    const about = aCase(aReferral().counted(5).withoutConsent()).where({ policy: countyOf17 }).handedOver();
    given(about, 'adviser-1').must('recordAcknowledgement', { handoverId: 'handover-1' });
    leaves(about, 'adviser-1').must('gradeRisk', grading({ count: 15, handoverId: 'handover-2' }));
    expect(about.runningKinds).toEqual(['allocation', 'consentDecision', 'firstContact', 'repeatFlag']);
    expect([ownerOf(about, 'allocation'), ownerOf(about, 'firstContact')]).toEqual([service, service]);
  });

  it('is asked for in another area of the same service, until a service there takes the case on', () => {
    const about = leftWhileAnotherHadIt().where({ receivingServiceId: service.agencyId });
    about.asked().must('answerTransfer', { outcome: 'accept', noteId: null });
    expect(ownerOf(about, 'allocation')).toEqual(service);
    const { handoverId = '' } = about.last('handedOver')?.data ?? {};
    about.must('recordAcknowledgement', { handoverId });
    expect(about.clock('allocation')).toBeUndefined();
  });

  it('is asked for where a merge is undone: while it was merged nobody was', () => {
    const about = leaves(received(), 'adviser-1').must('mergeReferral', { intoCaseId: 'case-2', reasonId: 'one' });
    expect(about.runningKinds).not.toContain('allocation');
    about.must('undoMerge', { reasonId: 'two' });
    expect(ownerOf(about, 'allocation')).toEqual(service);
    const stays = received().must('mergeReferral', { intoCaseId: 'case-2', reasonId: 'one' });
    expect(stays.must('undoMerge', { reasonId: 'two' }).clock('allocation')).toBeUndefined();
  });

  it('who still leads when the case comes back to MARAC leaves nothing to allocate', () => {
    const about = given(aCase(aReferral().mediumRisk()).handedOver(), 'adviser-1');
    const high = { count: 16, policeGrade: null, judgement: null, reasonId: null, handOverTo: null };
    about.must('gradeRisk', { ...high, handoverId: 'handover-2' });
    expect(about.clock('allocation')).toBeUndefined();
  });

  it('keeps the place where the last day was taken back, and loses it once', () => {
    const end = { allocationId: 'place-of-adviser-1' };
    const stays = received().where({ adviserGone: null });
    expect(stays.send('endAllocation', end)).toMatchObject({ ok: false, code: 'ADVISER_STILL_HERE' });
    const gone = leaves(received(), 'adviser-1');
    expect(gone.send('endAllocation', end)).toEqual({ ok: false, code: 'PLACE_ENDED' });
    expect(given(received(), 'adviser-2').send('endAllocation', end)).toEqual({ ok: false, code: 'PLACE_ENDED' });
  });

  it('is known by the place of a case from before places had kinds', () => {
    const about = aCase().received();
    if (!about.standing) throw new Error('It was received.');
    const id = '0190a0c4-0000-7000-8000-000000000001';
    about.standing = { ...about.standing, id, advisers: null, adviserId: 'adviser-1' };
    about.must('endAllocation', { allocationId: `${id.slice(0, -4)}fffe` });
    expect(about.last('allocationEnded')?.data).toMatchObject({ adviserId: 'adviser-1', kind: 'community' });
    expect(about.standing.adviserId).toBeNull();
  });
});
