import { describe, expect, it } from 'vitest';
import { aCase, aChild, attempt, type CaseBuilder, transferTo } from '../../../tests/builders/aCase.ts';
import { aReferral } from '../../../tests/builders/aReferral.ts';
import { happened } from '../../../tests/builders/world.ts';
import { whyThisDate } from '../../../usecases/clocks/whyThisDate.ts';

const reasonId = 'reason-1';
const back = (about: CaseBuilder, at: string) => about.at(at).must('takeBackDeath', { reasonId });
const listed = () => aCase().listed();

describe('a death that was recorded by mistake', () => {
  it('is taken back where one is on record, and once', () => {
    expect(aCase().received().send('takeBackDeath', { reasonId })).toMatchObject({ code: 'NOT_DIED' });
    const about = back(aCase().received().dead(), '2026-03-09 10:00');
    expect(about.state.frozen).toBe(false);
    expect(about.standing).toMatchObject({ frozen: false, legalHold: false, stage: 'received' });
    expect(about.send('takeBackDeath', { reasonId })).toMatchObject({ code: 'NOT_DIED' });
    expect(about.send('recordContactAttempt', attempt('noAnswer')).ok).toBe(true);
  });

  it('leaves nothing owed that was not owed before, and nothing out: a week later the same duties run', () => {
    const about = aCase().repeated().engaged().attempted('unsafe').withLiveDate('d', 'hearing', '2026-04-02 10:00');
    const before = about.runningKinds;
    back(about.dead(), '2026-03-09 10:00');
    expect(about.runningKinds).toEqual(before);
    expect(about.clock('contactDecision')?.subject.id).toBe('victim-1');
  });

  it('counts from that day and not from the time the record was frozen, and every date says so', () => {
    const about = back(aCase().received('2026-03-02 10:00').dead(), '2026-03-16 10:00');
    const clock = about.clock('firstContact');
    expect(clock).toMatchObject({ due: { type: 'day', date: '2026-03-18' }, begunAnew: true });
    expect(clock && whyThisDate(clock)).toBe(
      'Due by the end of Wednesday 18 March 2026: 2 working days after the referral, begun anew, counted from Monday 16 March 2026.',
    );
    about.at('2026-03-16 10:01').wake();
    expect(about.lastIndexOf('rungFired')).toBe(-1);
  });

  it('counts so too where somebody had found out earlier, and wrote it down late', () => {
    const about = aCase().received('2026-03-02 10:00').dead().at('2026-03-16 10:00');
    about.must('takeBackDeath', { reasonId }, happened('2026-03-04 10:00'));
    expect(about.last('deathTakenBack')?.occurred.at).toBe('2026-03-04T10:00:00.000Z');
    expect(about.clock('firstContact')?.due).toEqual({ type: 'day', date: '2026-03-18' });
  });

  it('gives its duties to whoever had them: adviser, service, the post that watches a date, nobody in particular', () => {
    const about = aCase().heard().must('allocateAdviser', { adviserId: 'adviser-1' });
    back(about.dead(), '2026-04-01 10:00');
    const ownerOf = (kind: string) => [...about.running.values()].find(({ clock }) => clock.kind === kind)?.owner;
    expect(ownerOf('outcomeTold')?.ownerId).toBe('adviser-1');
    expect(ownerOf('referrerTold')).toEqual({ agencyId: null, ownerId: null });
  });

  it('has the victim told what a court decided while she was taken for dead', () => {
    const about = listed().withLiveDate('d', 'hearing', '2026-03-10 10:00').dead().at('2026-03-11 10:00');
    about.must('recordLiveDateOutcome', { liveDateId: 'd', outcome: 'heard', contentId: null });
    expect(about.clock('hearingTold')).toBeUndefined();
    expect(back(about, '2026-03-12 10:00').clock('hearingTold', 'd')).toMatchObject({ begunAnew: true });
  });

  it('has a plan made for a child who was told of meanwhile', () => {
    const about = aCase().graded().engaged().must('recordSafetyPlan', { planId: 'plan-1', contentId: 'words' });
    about.dead().must('addChild', aChild('child-9'));
    expect(about.clock('safetyPlan')).toBeUndefined();
    expect(back(about, '2026-03-12 10:00').clock('safetyPlan')).toBeDefined();
  });

  it('puts the case on a list again where it came off one since, and asks for the plan of a repeat before that meeting', () => {
    const about = aCase().repeated().dead().must('takeOffList', { decisionId: 'decision-1' });
    expect(about.clock('planReview')).toBeUndefined();
    back(about, '2026-03-12 10:00');
    expect(about.last('caseListed')?.data).toMatchObject({ because: 'deathTakenBack' });
    expect(about.state.stage).toBe('listed');
    expect(about.clock('planReview')).toBeDefined();
  });

  it('leaves it off a list it had come off before', () => {
    const about = listed().must('takeOffList', { decisionId: 'decision-1' }).dead();
    expect(back(about, '2026-03-12 10:00').state).toMatchObject({ stage: 'graded', listing: null });
  });

  it('has it heard again where that was planned, and leaves it heard where no meeting is to come', () => {
    const again = () => {
      const about = aCase().heard().at('2026-03-30 10:00').must('listCase', { meetingId: null, reasonId });
      return about.dead().must('takeOffList', { decisionId: 'decision-1' });
    };
    expect(back(again(), '2026-03-31 10:00').state).toMatchObject({ stage: 'listed', again: true });
    expect(back(again().where({ meetings: [] }), '2026-03-31 10:00').state.stage).toBe('heard');
  });

  it.each([
    ['received', () => aCase().received(), 'received', 'screen'],
    ['returned', () => aCase().returned(), 'received', 'screen'],
    ['accepted', () => aCase().accepted(), 'accepted', 'firstContact'],
    ['graded', () => aCase().graded(), 'graded', 'firstContact'],
    ['heard', () => aCase().heard(), 'heard', 'outcomeTold'],
  ] as const)('reopens a case that was closed over it when it was %s', (_stage, begun, stage, kind) => {
    const about = begun().dead().settledAfterDeath().must('closeCase', { reasonId: null, disposals: [] });
    back(about, '2026-04-20 10:00');
    expect(about.state.stage).toBe(stage);
    expect(about.standing).toMatchObject({ stage, closedAt: null });
    expect(about.runningKinds).toContain(kind);
    expect(about.clock('incompleteChase')).toBeUndefined();
  });

  it('leaves closed what had been closed before', () => {
    const about = back(aCase().closed().dead(), '2026-04-20 10:00');
    expect(about.state.stage).toBe('closed');
    expect(about.clock('referrerTold')).toBeDefined();
  });

  it('does not send a transfer again that it had ended', () => {
    const about = aCase().graded().must('requestTransfer', transferTo('swale')).dead();
    expect(back(about, '2026-03-12 10:00').state.transfer).toBeNull();
  });

  it('is told to whoever had heard of the death in each of its cases; the other cases do not keep the reason', () => {
    const about = aCase().received().dead();
    about.must('takeBackDeath', { reasonId: null, elsewhere: true });
    expect(about.last('deathTakenBack')?.data).toMatchObject({ reasonId: null, elsewhere: true });
  });

  it('may be followed by a true one, and that one be taken back for what runs by then only', () => {
    const about = back(aCase().received().dead(), '2026-03-09 10:00');
    about.attempted('spoke').dead();
    expect(about.state.frozen).toBe(true);
    back(about, '2026-03-11 10:00');
    expect(about.clock('firstContact')).toBeUndefined();
    expect(about.clock('screen')).toBeDefined();
  });

  it('keeps what is owed to the children as it was, with its first date', () => {
    const about = aCase(aReferral().withSchoolchildren(1)).received().dead();
    const due = about.clock('schoolTold')?.due;
    expect(back(about, '2026-03-16 10:00').clock('schoolTold')?.due).toEqual(due);
  });
});
