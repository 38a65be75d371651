import { describe, expect, it } from 'vitest';
import { aCase, type CaseBuilder } from '../../../tests/builders/aCase.ts';
import { aReferral } from '../../../tests/builders/aReferral.ts';
import { aMeeting } from '../../../tests/builders/world.ts';
import type { JoinedChild } from '../facts/merge.ts';

const apart = { reasonId: 'two-incidents' };
const into = { intoCaseId: 'case-2', reasonId: 'one-incident' };

/** A child that only the other referral told of. */
function aChild(childId: string, more: Partial<JoinedChild> = {}): JoinedChild {
  const person = { personId: `person-of-${childId}`, ageBand: 'oneToSeventeen' } as const;
  return { childId, ...person, servicesAgencyId: 'childrens-services-kent', notificationId: null, ...more };
}

const refusalOf = (about: CaseBuilder) => {
  const outcome = about.send('mergeReferral', into);
  return outcome.ok ? null : outcome;
};

describe('a referral of an incident that another case is about', () => {
  it('leaves its list and reminds nobody any more', () => {
    const merged = aCase().listed().merged();
    expect(merged.last('takenOffList')?.data.decisionId).toBe('reason-1');
    expect(merged.standing).toMatchObject({ stage: 'merged', mergedIntoId: 'case-2', meetingId: null });
    expect(merged.runningKinds).toEqual(['repeatFlag']);
  });

  it('sees to its end what was asked of others, and a contact that is suspended', () => {
    const merged = aCase().received().withAction('action-1').attempted('unsafe').merged();
    expect(merged.runningKinds).toEqual(['action', 'contactDecision']);
    expect(merged.send('completeAction', { actionId: 'action-1', noteId: null }).ok).toBe(true);
    const decision = { victimId: 'victim-1', decision: 'resumed', reasonId: 'reason-1' } as const;
    merged.must('decideContact', decision);
    expect(merged.runningKinds, 'the other case makes the first contact').toEqual([]);
  });

  it('takes nothing on any more', () => {
    const merged = aCase().received().merged();
    for (const type of ['screenReferral', 'allocateAdviser', 'mergeReferral'] as const) {
      const payload = { screenReferral: { outcome: 'accept', adviceId: null }, allocateAdviser: { adviserId: 'a' } };
      const outcome = merged.send(type, { ...payload, mergeReferral: into }[type] as never);
      expect(outcome, type).toMatchObject({ code: 'CASE_MERGED' });
    }
  });

  it('takes a transfer back that nobody had answered', () => {
    const merged = aCase().graded().asked().merged();
    expect(merged.state.transfer).toBeNull();
    expect(merged.clock('transferAcknowledgement')).toBeUndefined();
  });

  it('ends when its own flag is over', () => {
    const merged = aCase().accepted().merged();
    expect(merged.send('endCase', {}).ok).toBe(false);
    merged.at('2027-03-03 00:00').flagRunsOut().must('endCase', {});
    expect(merged.state.stage).toBe('ended');
  });

  it('stands for a year where it had set no flag, so that the merge can be undone', () => {
    const merged = aCase().received().merged();
    expect(merged.runningKinds).toEqual([]);
    expect(merged.at('2027-03-02 23:59').send('endCase', {})).toMatchObject({ code: 'NOT_IN_THIS_STAGE' });
    merged.at('2027-03-03 00:00').must('endCase', {});
  });

  it('is not merged once a meeting has heard it, or while others are merged into it', () => {
    expect(refusalOf(aCase().heard())?.code).toBe('NOT_IN_THIS_STAGE');
    const holds = aCase().received().must('joinReferral', { fromCaseId: 'case-3', children: [] });
    expect(refusalOf(holds)?.code).toBe('HOLDS_OTHERS');
    expect(refusalOf(holds.must('partReferral', { fromCaseId: 'case-3' }))).toBeNull();
  });

  it.each([
    ['an order that stands', () => aCase().received().withLiveDate('date-1', 'restraining', null), 'liveDate'],
    ['an adviser who has tried to reach the victim', () => aCase().received().attempted('noAnswer'), 'support'],
    [
      'proceedings',
      () =>
        aCase()
          .received()
          .must('openProceeding', {
            ...{ proceedingId: 'proceeding-1', kind: 'family', specialist: false, startedOn: null, contentId: null },
          }),
      'proceeding',
    ],
  ])('is the one to keep where it has %s', (_what, bring, type) => {
    expect(refusalOf(bring())).toMatchObject({ code: 'GONE_FURTHER', blocking: [{ type }] });
  });

  it('is merged although the adviser had begun, once support in it has ended', () => {
    const ended = aCase().received().attempted('spoke').must('endSupport', { status: 'moved', contentId: null });
    expect(refusalOf(ended)).toBeNull();
  });
});

describe('a child of whom children’s services have not been told yet', () => {
  const high = () => aCase(aReferral().withChildren(1)).graded();

  it('is not forgotten with a referral that was graded higher than the case that is kept', () => {
    const owed = { type: 'clock', code: 'urgentChildNotified' };
    for (const grade of ['standard', 'medium', null] as const)
      expect(refusalOf(high().where({ keptCase: { grade } }))).toMatchObject({
        code: 'GONE_FURTHER',
        blocking: [owed],
      });
  });

  it('stands in nobody’s way once they were told, or where the case that is kept asks for it as well', () => {
    expect(
      refusalOf(
        high()
          .notified()
          .where({ keptCase: { grade: 'standard' } }),
      ),
    ).toBeNull();
    expect(refusalOf(high().where({ keptCase: { grade: 'high' } }))).toBeNull();
    expect(
      refusalOf(
        aCase()
          .graded()
          .where({ keptCase: { grade: 'standard' } }),
      ),
    ).toBeNull();
  });
});

describe('the case that is kept', () => {
  it.each([
    ['of other people', { pairId: 'pair-2' }, 'NO_CASE_TO_KEEP'],
    ['of another area', { areaId: 'dover' }, 'NO_CASE_TO_KEEP'],
    ['the same one', { id: 'case-1' }, 'NO_CASE_TO_KEEP'],
    ['nobody knows', null, 'NO_CASE_TO_KEEP'],
    ['whose victim has died', { frozen: true }, 'CASE_FROZEN'],
    ['that MARAC has not taken on', { stage: 'accepted' }, 'NOT_KEPT_AT_THIS_STAGE'],
    ['that is closed', { stage: 'closed' }, 'NOT_KEPT_AT_THIS_STAGE'],
    ['that was merged itself', { stage: 'merged' }, 'NOT_KEPT_AT_THIS_STAGE'],
  ] as const)('is none %s', (_which, keptCase, code) => {
    expect(refusalOf(aCase().received().where({ keptCase }))?.code).toBe(code);
  });

  it('has to have heard of the last merge before there is another', () => {
    expect(refusalOf(aCase().received().where({ mergeUnderWay: true }))?.code).toBe('MERGE_UNDER_WAY');
    const merged = aCase().received().merged().where({ mergeUnderWay: true });
    expect(merged.send('undoMerge', apart)).toMatchObject({ code: 'MERGE_UNDER_WAY' });
  });

  it('learns of the children it did not know of, and owes them a safety plan and a notification', () => {
    const kept = aCase(aReferral().withChildren(1)).listed().attempted('spoke').engaged();
    kept.must('recordSafetyPlan', { planId: 'plan-1', contentId: 'plan-words' });
    expect(kept.clock('safetyPlan')).toBeUndefined();
    kept.must('joinReferral', {
      fromCaseId: 'case-3',
      children: [aChild('joined-1'), aChild('joined-2', { notificationId: 'told-there' })],
    });
    expect(kept.standing?.childCount).toBe(3);
    expect(kept.clock('safetyPlan')).toBeDefined();
    expect(kept.state.children).toMatchObject({ 'joined-1': { notified: false }, 'joined-2': { notified: true } });
  });

  it('forgets them again where the referral goes its own way, and what was owed for them', () => {
    const kept = aCase(aReferral().withChildren(1)).listed().attempted('spoke').engaged();
    kept.must('recordSafetyPlan', { planId: 'plan-1', contentId: 'plan-words' });
    const adult = aChild('joined-2', { ageBand: 'adult' });
    kept.must('joinReferral', { fromCaseId: 'case-3', children: [aChild('joined-1'), adult] });
    kept.must('partReferral', { fromCaseId: 'case-3' });
    expect(kept.standing).toMatchObject({ childCount: 1, withoutPlan: [] });
    expect(kept.clock('safetyPlan')).toBeUndefined();
    expect(Object.keys(kept.state.children)).toEqual(['child-1']);
    expect(kept.send('partReferral', { fromCaseId: 'case-3' })).toMatchObject({ code: 'NOT_MERGED' });
  });

  it('is not closed while an action of the other is open, or another is on its way into it', () => {
    const kept = aCase().heard().must('joinReferral', { fromCaseId: 'case-3', children: [] }).settled();
    kept.where({ openActionsOfJoined: ['action-of-case-3'] });
    const close = { reasonId: null, disposals: [] };
    expect(kept.send('closeCase', close)).toMatchObject({
      code: 'DISPOSITIONS_MISSING',
      blocking: [{ type: 'action', id: 'action-of-case-3' }],
    });
    kept.where({ openActionsOfJoined: [], mergeUnderWay: true });
    expect(kept.send('closeCase', close)).toMatchObject({ code: 'MERGE_UNDER_WAY' });
    kept.where({ mergeUnderWay: false }).must('closeCase', close);
  });
});

describe('two incidents after all', () => {
  it('are two cases again: one that nobody had screened is to be screened, and the victim is reached', () => {
    const back = aCase().received().merged().at('2026-03-09 10:00').must('undoMerge', apart);
    expect(back.standing).toMatchObject({ stage: 'received', mergedIntoId: null });
    expect(back.runningKinds).toEqual(['allocation', 'firstContact', 'screen']);
    expect(back.clock('screen')?.due).toEqual({ type: 'day', date: '2026-03-10' });
  });

  it('leave one that was accepted to be graded', () => {
    const back = aCase().accepted().merged().must('undoMerge', apart);
    expect(back.state.stage).toBe('accepted');
    expect(back.runningKinds).toEqual(['allocation', 'firstContact', 'repeatFlag']);
  });

  it('list one again that was to be heard', () => {
    const back = aCase().listed().merged();
    back.where({ meetings: [aMeeting('2026-03-31', { meetingId: 'meeting-2' })] }).must('undoMerge', apart);
    expect(back.last('caseListed')?.data).toMatchObject({ meetingId: 'meeting-2', because: 'mergeUndone' });
    expect(back.state.stage).toBe('listed');
  });

  it('list a repeat again before anybody has screened it, with its last plan to be reviewed', () => {
    const back = aCase().repeated().merged().must('undoMerge', apart);
    expect(back.state.stage).toBe('listed');
    expect(back.runningKinds).toEqual(['allocation', 'firstContact', 'planReview', 'screen']);
  });

  it('wait among the exceptions where there is no meeting to come', () => {
    const back = aCase().graded().merged().where({ meetings: [] }).must('undoMerge', apart);
    expect(back.state).toMatchObject({ stage: 'graded', listing: null });
  });

  it('were not one where nothing was merged', () => {
    expect(aCase().received().send('undoMerge', apart)).toMatchObject({ code: 'NOT_MERGED' });
  });
});
