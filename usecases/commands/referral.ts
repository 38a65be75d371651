import { problem } from '../../contracts/problemCode.ts';
import * as body from '../../contracts/screening.ts';
import { assessmentTaken } from './assessmentTaken.ts';
import { caseCommand } from './caseCommand.ts';
import { disposalsIn, watchersIn } from './disposals.ts';

/** Screening, grading and telling the services around a referral. */
export const referralCommands = [
  caseCommand({
    type: 'screenReferral',
    path: '/screening',
    summary: 'Screen the referral: accept it, return it as incomplete, or decline it',
    schema: body.screeningSchema,
    named: (screening) => (screening.outcome === 'decline' ? watchersIn(screening.liveDates) : {}),
    payload: (screening, desk) => {
      switch (screening.outcome) {
        case 'accept':
          return { outcome: 'accept', adviceId: desk.keepIfAny('advice', screening.advice) };
        case 'returnAsIncomplete': {
          const { outcome, missing, note } = screening;
          return { outcome, missing, noteId: desk.keepIfAny('note', note) };
        }
        case 'decline': {
          const { outcome, reason, advice, liveDates } = screening;
          return { outcome, reason, adviceId: desk.keep('advice', advice), disposals: disposalsIn(liveDates) };
        }
      }
    },
  }),
  caseCommand({
    type: 'completeReferral',
    path: '/completion',
    summary: 'Supply what was missing from a referral',
    schema: body.completionSchema,
    payload: ({ supplied, assessment, policeGrade }, desk) => ({
      contentId: desk.keep('supplied', supplied),
      assessment: assessmentTaken(assessment, policeGrade, desk.id('assessment'), desk.keep),
    }),
  }),
  caseCommand({
    type: 'gradeRisk',
    path: '/grade',
    summary: 'Grade the risk: the highest of count, police grade and judgement',
    schema: body.gradingSchema,
    ifMatch: 'required',
    needs: ['assessment'],
    named: ({ handOverTo }) => (handOverTo ? { agencies: [handOverTo] } : {}),
    payload: ({ count, policeGrade, judgement, handOverTo }, desk) => ({
      count: count ?? desk.latestAssessment?.count ?? null,
      policeGrade: policeGrade ?? desk.latestAssessment?.policeGrade ?? null,
      judgement: judgement?.grade ?? null,
      reasonId: desk.keepIfAny('reason', judgement?.reason),
      handoverId: desk.id('handover'),
      handOverTo: handOverTo ? desk.agency(handOverTo) : null,
    }),
  }),
  caseCommand({
    type: 'notifyChildrensServices',
    path: '/child-notifications',
    summary: 'Notify children’s services of children, or note that somebody has',
    schema: body.childNotificationSchema,
    creates: ({ notificationId, each }) => ({
      notificationId,
      notificationIds: each?.map((one) => one.notificationId) ?? [notificationId],
    }),
    needs: ['children'],
    named: ({ to }) => (to ? { agencies: [to] } : {}),
    payload: ({ children, to, alreadySent, about }, desk) => {
      const each = children.flatMap((childId) => {
        const child = desk.children.find(({ id }) => id === childId);
        if (!child) return [];
        const toAgencyId = to ? desk.agency(to) : child.servicesId;
        return [{ childId, notificationId: desk.id(`notification/${childId}`), toAgencyId, ageBand: child.ageBand }];
      });
      const [first] = each;
      if (!first || each.length < children.length) return problem('UNKNOWN_CHILD');
      const uncovered = children.some((childId) =>
        desk.children.some(({ id, uncovered }) => id === childId && uncovered),
      );
      if (uncovered && !to)
        return problem('CHILD_SERVICES_NOT_KNOWN', [{ at: 'to', problem: 'Say which services are notified.' }]);
      const { notificationId, toAgencyId } = first;
      const contentId = about ? desk.keep('childNotification', about) : null;
      return { notificationId, children, toAgencyId, alreadySent, each, contentId };
    },
  }),
];
