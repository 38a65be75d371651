import * as body from '../../contracts/meeting.ts';
import { namedInAction, newAction } from './action.ts';
import { caseCommand } from './caseCommand.ts';

/** A case and its meeting. */
export const meetingCommands = [
  caseCommand({
    type: 'listCase',
    path: '/listing',
    summary: 'Put the case on the list of a meeting',
    schema: body.listingSchema,
    payload: ({ meetingId, reason }, desk) => ({
      meetingId: meetingId ?? null,
      reasonId: desk.keepIfAny('reason', reason),
    }),
  }),
  caseCommand({
    type: 'takeOffList',
    path: '/listing-removal',
    summary: 'Take the case off the list, with the reason and who decided',
    schema: body.listingRemovalSchema,
    payload: ({ reason, decidedBy }, desk) => ({ decisionId: desk.keep('decision', { reason, decidedBy }) }),
  }),
  caseCommand({
    type: 'admitLate',
    path: '/late-admission',
    summary: 'Take the case onto a meeting whose list is locked, by the chair’s decision',
    schema: body.ontoListSchema,
    payload: ({ meetingId, reason }, desk) => ({ meetingId, reasonId: desk.keep('reason', reason) }),
  }),
  caseCommand({
    type: 'callToEmergency',
    path: '/emergency-listing',
    summary: 'Take the case onto an emergency meeting',
    schema: body.ontoListSchema,
    payload: ({ meetingId, reason }, desk) => ({ meetingId, reasonId: desk.keep('reason', reason) }),
  }),
  caseCommand({
    type: 'recordHearing',
    path: '/hearing',
    summary: 'Record that the meeting heard the case, with its actions, or deferred it',
    schema: body.hearingAtMaracSchema,
    creates: (hearing) => ({
      actionIds: hearing.outcome === 'heard' ? hearing.actions.map(({ actionId }) => actionId) : [],
    }),
    named: (hearing) => {
      const actions = hearing.outcome === 'heard' ? hearing.actions.map(namedInAction) : [];
      return {
        agencies: [
          ...hearing.attendance.map(({ agency }) => agency),
          ...actions.flatMap(({ agencies = [] }) => agencies),
        ],
        practitioners: actions.flatMap(({ practitioners = [] }) => practitioners),
      };
    },
    payload: (hearing, desk) => {
      const { meetingId } = hearing;
      const attendance = hearing.attendance.map(({ agency, presence }) => ({
        agencyId: desk.agency(agency),
        presence,
      }));
      if (hearing.outcome === 'deferred')
        return { outcome: 'deferred', meetingId, attendance, reasonId: desk.keep('reason', hearing.reason) };
      const minuteId = desk.keepIfAny('minute', hearing.minute);
      const actions = hearing.actions.map((action, index) => newAction(action, `action/${index}`, desk));
      return { outcome: 'heard', meetingId, attendance, minuteId, actions };
    },
  }),
  caseCommand({
    type: 'recordHeardElsewhere',
    path: '/heard-elsewhere',
    summary: 'Record that a meeting elsewhere had heard the case before it was taken over',
    schema: body.heardElsewhereSchema,
    needs: ['assessment'],
    payload: ({ source, decided, gradedOn, judgement }, desk) => ({
      count: desk.latestAssessment?.count ?? null,
      policeGrade: desk.latestAssessment?.policeGrade ?? null,
      judgement: judgement?.grade ?? null,
      reasonId: desk.keepIfAny('reason', judgement?.reason),
      gradedOn: gradedOn ?? null,
      contentId: desk.keep('heardElsewhere', { source, decided }),
    }),
  }),
  caseCommand({
    type: 'recordPlanReview',
    path: '/plan-review',
    summary: 'Record what became of a repeat’s last plan',
    schema: body.planReviewSchema,
    payload: ({ findings }, desk) => ({ contentId: desk.keep('planReview', findings) }),
  }),
  caseCommand({
    type: 'decideDeferral',
    path: '/deferral-decision',
    summary: 'Decide on a case that was deferred again: whether it waits, or its next meeting has to hear it',
    schema: body.deferralDecisionSchema,
    payload: ({ decision, reason }, desk) => {
      return { decision, reasonId: desk.keep('reason', reason), byId: desk.actorId };
    },
  }),
  caseCommand({
    type: 'decideInterim',
    path: '/interim-decision',
    summary: 'Decide what protects the victim until a meeting, where the risk rose or the meeting is far off',
    schema: body.interimDecisionSchema,
    payload: ({ decision, reason }, desk) => {
      return { decision, reasonId: desk.keep('reason', reason), byId: desk.actorId };
    },
  }),
];
