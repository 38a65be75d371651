import { idOf } from '../../../dev/seedDevelopment.ts';
import { addDays, londonDate, londonMoment } from '../../../domain/calendar/london.ts';
import { newId } from '../../../platform/ids.ts';
import type { Life } from '../life.ts';
import { anAction, received } from '../livingCase.ts';

const kent = idOf('agency', 'childrens-services-kent');

/** What can become of a referral before it ever reaches a meeting. */
export const referralLives: readonly Life[] = [
  {
    name: 'declined',
    async live(product) {
      const decline = { outcome: 'decline', reason: 'belowThreshold', adviceId: newId() } as const;
      const high = await received(product);
      await high.refused('screenReferral', decline);
      const low = { tool: 'DASH', toolVersion: '1', count: 4, policeGrade: null, contentId: null };
      const theCase = await received(product, { assessment: { assessmentId: newId(), ...low } });
      await theCase.must('screenReferral', decline);
      await theCase.ended();
      return { declined: theCase.workflowId };
    },
  },
  {
    name: 'returned and completed',
    async live(product) {
      const theCase = await received(product);
      const incomplete = { outcome: 'returnAsIncomplete', missing: ['safeContact'], noteId: null } as const;
      await theCase.must('screenReferral', incomplete);
      const later = addDays(londonDate(theCase.now()), 5);
      await theCase.forwardTo(londonMoment(later, '12:00'));
      await theCase.must('completeReferral', { contentId: newId(), assessment: null });
      await (await theCase.accepted()).graded(15);
      return { 'returned-and-completed': theCase.workflowId };
    },
  },
  {
    name: 'handed over to a named service',
    async live(product) {
      const child = { childId: newId(), personId: newId(), ageBand: 'underOne', servicesAgencyId: kent } as const;
      const assessment = { tool: 'DASH', toolVersion: '1', count: 11, policeGrade: null, contentId: null };
      const theCase = await received(product, {
        route: 'professionalJudgement',
        assessment: { assessmentId: newId(), ...assessment },
        children: [child],
      });
      await (await theCase.accepted()).graded(11);
      const notificationId = newId();
      const notification = { notificationId, children: [child.childId], toAgencyId: kent, alreadySent: false };
      await theCase.must('notifyChildrensServices', notification);
      for (const handoverId of Object.keys((await theCase.state()).handovers))
        await theCase.must('recordAcknowledgement', { handoverId });
      return { 'handed-over': theCase.workflowId, 'handed-over.watch': theCase.watchId };
    },
  },
  {
    name: 'victim under 16',
    async live(product) {
      const safeguarding = { handoverId: newId(), toAgencyId: kent };
      const theCase = await received(product, { victimUnder16: true, safeguarding });
      await theCase.forwardTo(londonMoment(addDays(londonDate(theCase.now()), 2), '12:00'));
      await theCase.must('recordAcknowledgement', { handoverId: safeguarding.handoverId });
      await theCase.ended();
      return { 'under-16': theCase.workflowId };
    },
  },
  {
    name: 'adopted and caught up',
    async live(product) {
      const theCase = await received(product, { adopted: true });
      await (await theCase.accepted()).graded(16);
      const due = { type: 'day', date: addDays(londonDate(theCase.now()), -9) } as const;
      await theCase.must('setAction', anAction({ due }));
      await theCase.must('caughtUp', {});
      await theCase.until('the highest rung of what is overdue', async () => {
        return (await product.store.prisma.rung.count({ where: { caseId: theCase.caseId } })) > 0;
      });
      return { adopted: theCase.workflowId, 'adopted.watch': theCase.watchId };
    },
  },
];
