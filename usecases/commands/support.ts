import * as body from '../../contracts/support.ts';
import { assessmentTaken } from './assessmentTaken.ts';
import { caseCommand } from './caseCommand.ts';

/** The work of the IDVA service with the victim. */
export const supportCommands = [
  caseCommand({
    type: 'allocateAdviser',
    path: '/allocation',
    summary: 'Give the case to an adviser',
    schema: body.allocationSchema,
    named: ({ adviser }) => ({ practitioners: [adviser] }),
    payload: ({ adviser }) => ({ adviserId: adviser }),
  }),
  caseCommand({
    type: 'recordContactAttempt',
    path: '/contact-attempts',
    summary: 'Record an attempt to reach the victim; an unsafe one stops all contact',
    schema: body.contactAttemptSchema,
    creates: ({ attemptId }) => ({ attemptId }),
    named: ({ by }) => (by ? { practitioners: [by] } : {}),
    payload: ({ result, medium, by, note }, desk) => ({
      attemptId: desk.id('attempt'),
      victimId: desk.victimId,
      result,
      medium,
      byId: by ?? desk.actorId,
      noteId: desk.keepIfAny('note', note),
    }),
  }),
  caseCommand({
    type: 'decideContact',
    path: '/contact-decision',
    summary: 'Decide how to go on where contact is suspended',
    schema: body.contactDecisionSchema,
    payload: ({ decision, reason }, desk) => ({
      victimId: desk.victimId,
      decision,
      reasonId: desk.keep('reason', reason),
    }),
  }),
  caseCommand({
    type: 'decideAttempts',
    path: '/attempts-decision',
    summary: 'Decide whether to go on trying to reach the victim',
    schema: body.attemptsDecisionSchema,
    payload: ({ decision, reason }, desk) => ({ decision, reasonId: desk.keep('reason', reason) }),
  }),
  caseCommand({
    type: 'recordEngagement',
    path: '/engagement',
    summary: 'Record where the victim stands with the service',
    schema: body.engagementSchema,
    payload: ({ status, note }, desk) => ({ status, noteId: desk.keepIfAny('note', note) }),
  }),
  caseCommand({
    type: 'recordSafetyPlan',
    path: '/safety-plans',
    summary: 'Record a version of the safety plan',
    schema: body.safetyPlanSchema,
    creates: ({ planId }) => ({ planId }),
    payload: ({ plan }, desk) => ({ planId: desk.id('plan'), contentId: desk.keep('safetyPlan', plan) }),
  }),
  caseCommand({
    type: 'recordRiskReview',
    path: '/risk-reviews',
    summary: 'Record a review of the risk',
    schema: body.riskReviewSchema,
    payload: ({ change, assessment, note }, desk) => ({
      change,
      assessment: assessmentTaken(assessment, undefined, desk.id('assessment'), desk.keep),
      contentId: desk.keepIfAny('note', note),
    }),
  }),
  caseCommand({
    type: 'tellOutcome',
    path: '/outcome-told',
    summary: 'Record that the victim heard the outcome, or that there is no safe way',
    schema: body.outcomeToldSchema,
    payload: (told, desk) => {
      const words = told.result === 'told' ? told.note : told.reason;
      return { result: told.result, reasonId: desk.keepIfAny(told.result === 'told' ? 'note' : 'reason', words) };
    },
  }),
  caseCommand({
    type: 'tellReferrer',
    path: '/referrer-told',
    summary: 'Record that the referrer heard what became of the referral',
    schema: body.referrerToldSchema,
    payload: ({ about, note }, desk) => ({ about, contentId: desk.keepIfAny('note', note) }),
  }),
  caseCommand({
    type: 'endSupport',
    path: '/support-end',
    summary: 'Record that support by the IDVA has ended',
    schema: body.supportEndSchema,
    payload: ({ status, note }, desk) => ({ status, contentId: desk.keepIfAny('note', note) }),
  }),
];
