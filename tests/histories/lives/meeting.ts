import { addDays, addHours, addMonths, londonDate, londonMoment } from '../../../domain/calendar/london.ts';
import { newId } from '../../../platform/ids.ts';
import type { Life } from '../life.ts';
import { anAction, received, who, type LivingCase } from '../livingCase.ts';

/** What happens to cases that reach a meeting. */
export const meetingLives: readonly Life[] = [
  {
    name: 'from referral to the end of the flag',
    async live(product) {
      const theCase = await received(product);
      await (await theCase.accepted()).graded(16);
      await theCase.withWatch();
      await theCase.must('allocateAdviser', { adviserId: who('joanna.pike') });
      await theCase.attempted('spoke');
      await theCase.must('recordEngagement', { status: 'engaged', noteId: null });
      await theCase.must('recordSafetyPlan', { planId: newId(), contentId: newId() });
      const action = anAction({ ownerId: who('quentin.ashby') });
      await theCase.heard(action);
      await theCase.must('tellOutcome', { result: 'told', reasonId: null });
      await theCase.must('tellReferrer', { about: 'meeting', contentId: null });
      await theCase.must('completeAction', { actionId: action.actionId, noteId: null });
      await theCase.must('endSupport', { status: 'planned', contentId: null });
      await closedWithWatchedHearing(theCase);
      const { flagEndsOn } = await theCase.state();
      await theCase.forwardTo(londonMoment(flagEndsOn ?? '', '23:00'));
      await theCase.forwardToEnd(londonMoment(addDays(flagEndsOn ?? '', 1), '01:00'));
      await product.worker.client.workflow.getHandle(theCase.watchId).result();
      return { 'to-the-end': theCase.workflowId, 'to-the-end.watch': theCase.watchId };
    },
  },
  {
    name: 'deferred twice, heard, closed and reopened',
    async live(product) {
      const theCase = await received(product);
      await (await theCase.accepted()).graded(16);
      await (await (await theCase.deferred()).deferred()).heard();
      await theCase.attempted('spoke');
      await theCase.must('recordEngagement', { status: 'declined', noteId: null });
      await theCase.must('tellOutcome', { result: 'noSafeWay', reasonId: newId() });
      await theCase.must('closeCase', { reasonId: null, disposals: [] });
      await theCase.must('reopenCase', { reasonId: newId() });
      return { 'deferred-twice': theCase.workflowId };
    },
  },
  {
    name: 'neglected action with every rung',
    async live(product) {
      const theCase = await received(product);
      await (await theCase.accepted()).graded(16);
      const action = anAction({ ownerId: who('quentin.ashby') });
      const urgent = anAction({ urgent: true });
      await theCase.must('setAction', action);
      await theCase.must('setAction', urgent);
      // An instant clock climbs by the hour: a few rungs of it are enough.
      await theCase.forwardTo(addHours(theCase.now(), 27));
      await theCase.must('completeAction', { actionId: urgent.actionId, noteId: null });
      await theCase.forwardTo(londonMoment(addMonths(londonDate(theCase.now()), 1), '12:00'));
      const clock = Object.values((await theCase.state()).clocks).find(({ subject }) => subject.id === action.actionId);
      const until = addDays(londonDate(theCase.now()), 5);
      await theCase.must('acknowledgeEscalation', { clockId: clock?.id ?? '', until, reasonId: newId() });
      const due = { type: 'day', date: addDays(until, 20) } as const;
      await theCase.must('moveActionDue', {
        actionId: action.actionId,
        due,
        extension: true,
        reasonId: newId(),
      });
      await theCase.forwardTo(londonMoment(addDays(due.date, 3), '12:00'));
      await theCase.must('recordActionNotDone', { actionId: action.actionId, reasonId: newId() });
      return { 'neglected-action': theCase.workflowId };
    },
  },
  {
    name: 'repeat within the flag, taken off its list and listed again',
    async live(product) {
      const first = await received(product);
      await (await first.accepted()).graded(16);
      const repeat = await received(product, {}, first.pair);
      await repeat.must('recordPlanReview', { contentId: newId() });
      await repeat.accepted();
      await first.until('the first flag was restarted', async () => {
        const where = { caseId: first.caseId, kind: 'repeatFlag', status: 'ended' };
        return (await product.store.prisma.clock.count({ where })) > 0;
      });
      await first.must('takeOffList', { decisionId: newId() });
      await first.must('listCase', { meetingId: null, reasonId: newId() });
      const { watchId } = first;
      return { 'repeat.first': first.workflowId, 'repeat.second': repeat.workflowId, 'repeat.watch': watchId };
    },
  },
];

/** Closed with a hearing ahead that a named post watches; its outcome is written down in time. */
async function closedWithWatchedHearing(theCase: LivingCase): Promise<void> {
  const liveDateId = newId();
  const at = londonMoment(addDays(londonDate(theCase.now()), 20), '10:00');
  await theCase.must('addLiveDate', { liveDateId, kind: 'hearing', at, contentId: null });
  await theCase.refused('closeCase', { reasonId: null, disposals: [] });
  const watched = { liveDateId, disposal: 'watched', watchedById: who('grace.oyelaran') } as const;
  await theCase.must('closeCase', { reasonId: null, disposals: [watched] });
  await theCase.forwardTo(londonMoment(londonDate(at), '15:00'));
  await theCase.must('recordLiveDateOutcome', { liveDateId, outcome: 'convicted', contentId: null });
  await theCase.must('tellResult', { liveDateId, result: 'told', reasonId: null });
}
