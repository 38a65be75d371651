import { describe, expect, it } from 'vitest';
import { aCase, anAction, type CaseBuilder } from '../../../tests/builders/aCase.ts';
import { aReferral } from '../../../tests/builders/aReferral.ts';
import { isOver } from './closing.ts';

const nothingLeft = { reasonId: null, disposals: [] };
const watched = (liveDateId: string) => ({ liveDateId, disposal: 'watched', watchedById: 'supervisor-1' }) as const;

function blockingClosing(about: CaseBuilder): unknown {
  const outcome = about.send('closeCase', nothingLeft);
  return outcome.ok ? [] : outcome.blocking?.map(({ type, code, id }) => code ?? `${type} ${id}`);
}

describe('closing at MARAC', () => {
  it('is refused while something has no disposition, and lists all of it', () => {
    const about = aCase()
      .received()
      .engaged()
      .withLiveDate('order-1', 'restraining', null)
      .heard(anAction('one'), anAction('two'));
    expect(blockingClosing(about)).toEqual(['action one', 'action two', 'safetyPlan', 'outcomeTold', 'restraining']);
    expect(about.send('closeCase', nothingLeft)).toMatchObject({ ok: false, code: 'DISPOSITIONS_MISSING' });
  });

  it.each([
    ['nobody has tried to reach the victim', ['firstContact', 'outcomeTold'], () => aCase().heard()],
    [
      'the attempts are not done',
      ['contactAttempts', 'outcomeTold'],
      () => aCase().received().attempted('noAnswer').heard(),
    ],
    [
      'contact is suspended',
      ['contactDecision', 'firstContact', 'outcomeTold'],
      () => aCase().received().attempted('unsafe').heard(),
    ],
    ['the referral was never screened', ['firstContact', 'outcomeTold', 'screen'], () => aCase().repeated().heard()],
    [
      'the referrer never supplied what was missing',
      ['firstContact', 'incompleteChase', 'outcomeTold'],
      () => aCase().repeated().returned().heard(),
    ],
  ])('is refused while %s', (_, expected, about) => {
    expect(blockingClosing(about())).toEqual(expect.arrayContaining(expected));
    expect(blockingClosing(about())).toHaveLength(expected.length);
  });

  it('is refused while a task is paused: a pause is no outcome', () => {
    const about = aCase().received();
    const clockId = about.clock('firstContact')?.id ?? '';
    about.must('pauseClock', { clockId, reason: 'victimInHospital', reasonId: null }).heard();
    expect(blockingClosing(about)).toContain('firstContact');
  });

  it.each(['accepted', 'listed', 'handedOver', 'declined', 'closed'] as const)(
    'is refused where the case is %s',
    (state) => {
      const about = state === 'declined' ? aCase(aReferral().standardRisk()).declined() : aCase(aReferral())[state]();
      expect(about.send('closeCase', nothingLeft)).toEqual({ ok: false, code: 'NOT_IN_THIS_STAGE' });
    },
  );

  it('does not wait for the adviser’s exit, the next review of risk, or the trial', () => {
    const about = aCase().received().engaged().withLiveDate('trial', 'hearing', '2026-11-02 10:00').heard().settled();
    about.must('closeCase', { reasonId: null, disposals: [watched('trial')] });
    expect(about.runningKinds).toEqual(['hearing', 'hearingOutcome', 'referrerTold', 'repeatFlag', 'riskReview']);
  });

  it('is possible before a hearing, once the case was taken off its list', () => {
    const about = aCase().listed().must('takeOffList', { decisionId: 'decision-1' }).spokenToAndDeclined();
    // That its meeting was far off is still to be decided on: being taken off a list protects nobody.
    about.must('decideInterim', { decision: 'notNeeded', reasonId: 'reason-1', byId: 'coordinator-1' });
    expect(about.send('closeCase', nothingLeft).ok).toBe(true);
  });
});

describe('a live date at closing', () => {
  const about = () => aCase().received().withLiveDate('order-1', 'restraining', '2026-09-01 12:00').heard().settled();

  it('is watched by a named post, who is reminded from then on', () => {
    const closed = about().must('closeCase', { reasonId: null, disposals: [watched('order-1')] });
    expect([...closed.running.values()].find(({ clock }) => clock.kind === 'protectionOrder')?.owner).toEqual({
      agencyId: null,
      ownerId: 'supervisor-1',
    });
    expect(closed.state.liveDates['order-1']?.standing).toBe('watched');
  });

  it('keeps its named post when the case gets another adviser', () => {
    const closed = about().must('closeCase', { reasonId: null, disposals: [watched('order-1')] });
    closed.must('allocateAdviser', { adviserId: 'adviser-2' });
    expect([...closed.running.values()].find(({ clock }) => clock.kind === 'protectionOrder')?.owner.ownerId).toBe(
      'supervisor-1',
    );
  });

  it.each(['ended', 'transferred'] as const)('that is %s reminds nobody any more', (disposal) => {
    const disposals = [{ liveDateId: 'order-1', disposal, watchedById: null }];
    const closed = about().must('closeCase', { reasonId: null, disposals });
    expect(closed.clock('protectionOrder')).toBeUndefined();
    expect(closed.last('clockEnded')?.data.clock.end).toMatchObject({ outcome: 'cancelled', reason: disposal });
  });

  it('has to be one of this case, and one that stands', () => {
    expect(about().send('closeCase', { reasonId: null, disposals: [watched('other')] })).toEqual({
      ok: false,
      code: 'UNKNOWN_LIVE_DATE',
      blocking: [{ type: 'liveDate', id: 'other' }],
    });
    const ended = about().must('recordLiveDateOutcome', {
      liveDateId: 'order-1',
      outcome: 'orderRevoked',
      contentId: null,
    });
    expect(ended.send('closeCase', { reasonId: null, disposals: [watched('order-1')] })).toEqual({
      ok: false,
      code: 'LIVE_DATE_ENDED',
      blocking: [{ type: 'liveDate', id: 'order-1' }],
    });
  });

  it('needs no second disposal when the case is closed again', () => {
    const closed = about().must('closeCase', { reasonId: null, disposals: [watched('order-1')] });
    closed.must('reopenCase', { reasonId: 'reason-1' });
    expect(closed.send('closeCase', nothingLeft).ok).toBe(true);
  });
});

describe('reopening', () => {
  it('is of a closed case, and leaves no date of closing behind', () => {
    expect(aCase().heard().send('reopenCase', { reasonId: 'r' })).toEqual({ ok: false, code: 'NOT_CLOSED' });
    const reopened = aCase().closed().must('reopenCase', { reasonId: 'r' });
    expect(reopened.standing).toMatchObject({ stage: 'heard', closedAt: null });
  });

  it('of what was closed as history asks for the notification of each child of whom nobody made one', () => {
    const about = aCase(aReferral().adopted().highRisk().withChildren(1).withChildren(1, 'adult')).heard();
    expect(about.clock('urgentChildNotified', 'child-1')).toBeDefined();
    if (about.clock('firstContact')) about.spokenToAndDeclined();
    if (about.clock('outcomeTold')) about.must('tellOutcome', { result: 'told', reasonId: null });
    about.must('closeCase', { reasonId: null, disposals: [] });
    expect(about.clock('urgentChildNotified')).toBeUndefined();
    about.must('reopenCase', { reasonId: 'r' });
    expect(about.clock('urgentChildNotified', 'child-1')).toBeDefined();
    expect(about.runningKinds.filter((kind) => kind === 'urgentChildNotified')).toHaveLength(1);
  });

  it('asks for no second notification of a child', () => {
    const about = aCase(aReferral().highRisk().withChildren(1)).closed().must('reopenCase', { reasonId: 'r' });
    expect(about.runningKinds.filter((kind) => /child/i.test(kind))).toEqual([]);
  });
});

describe('the end of a case', () => {
  const closed = () => aCase().closed().must('tellReferrer', { about: 'meeting', contentId: null });

  it('waits for the last day of the flag to be over', () => {
    const flagged = closed();
    expect(isOver(flagged.state, '2027-03-02')).toBe(false);
    flagged.at('2027-03-03 00:00').flagRunsOut();
    expect(isOver(flagged.state, '2027-03-02')).toBe(false);
    expect(isOver(flagged.state, '2027-03-03')).toBe(true);
    expect(flagged.at('2027-03-02 23:59').send('endCase', {}).ok).toBe(false);
    expect(flagged.at('2027-03-03 00:00').send('endCase', {}).ok).toBe(true);
  });

  it('waits for everything that is still watched', () => {
    const watching = aCase()
      .received()
      .withLiveDate('order-1', 'restraining', '2028-09-01 12:00')
      .closed([watched('order-1')])
      .must('tellReferrer', { about: 'meeting', contentId: null })
      .at('2027-03-03 00:00')
      .flagRunsOut();
    expect(isOver(watching.state, '2027-03-03')).toBe(false);
    watching.must('recordLiveDateOutcome', { liveDateId: 'order-1', outcome: 'orderRevoked', contentId: null });
    expect(isOver(watching.state, '2027-03-03')).toBe(true);
  });

  it('comes at once for a declined case of which nothing is watched', () => {
    expect(isOver(aCase(aReferral().standardRisk()).declined().state, '2026-03-03')).toBe(true);
  });

  it('waits for actions, acknowledgements and a suspended contact that a declined case left behind', () => {
    const about = aCase(aReferral().standardRisk().withChildren(1, 'underOne')).received().withAction('action-1');
    about.must('notifyChildrensServices', {
      notificationId: 'notification-1',
      children: ['child-1'],
      toAgencyId: 'childrens-services-kent',
      alreadySent: false,
    });
    about.attempted('unsafe').declined();
    expect(about.runningKinds).toEqual(['acknowledgement', 'action', 'contactDecision']);
    expect(about.send('endCase', {}).ok).toBe(false);
    about.must('completeAction', { actionId: 'action-1', noteId: null });
    about.must('recordAcknowledgement', { handoverId: 'notification-1' });
    about.must('decideContact', { victimId: 'victim-1', decision: 'ended', reasonId: 'r' });
    expect(about.send('endCase', {}).ok).toBe(true);
  });

  it('never comes while the case is open', () => {
    for (const about of [aCase().received(), aCase().graded(), aCase().listed(), aCase().heard()])
      expect(isOver({ ...about.state, clocks: {} }, '2030-01-01')).toBe(false);
  });
});

describe('further abuse', () => {
  it('can be reported at any stage before the end, and changes no stage', () => {
    const declined = () => aCase(aReferral().standardRisk()).declined();
    for (const about of [aCase().received(), aCase().listed(), aCase().closed(), declined()]) {
      const { stage } = about.state;
      about.must('reportFurtherAbuse', { reportId: 'report-1', newCaseId: 'case-2', withinFlag: true });
      expect(about.state.stage).toBe(stage);
    }
  });
});
