import { problem } from '../../contracts/problemCode.ts';
import * as body from '../../contracts/support.ts';
import { assessmentTaken } from './assessmentTaken.ts';
import { languageSpoken } from '../../domain/idva/languageSpoken.ts';
import { takeOverSafeContact } from '../../domain/idva/takeOverSafeContact.ts';
import { caseCommand } from './caseCommand.ts';
import { contactOutside, toldHow } from './contactOutside.ts';

/** The work of the IDVA service with the victim. */
export const supportCommands = [
  caseCommand({
    type: 'allocateAdviser',
    path: '/allocation',
    summary: 'Give the case to an adviser',
    schema: body.allocationSchema,
    creates: ({ allocationId }) => (allocationId ? { allocationId } : {}),
    needs: ['languages'],
    named: ({ adviser }) => ({ practitioners: [adviser] }),
    payload: ({ adviser, kind, reason }, desk) => ({
      adviserId: adviser,
      kind,
      allocationId: desk.id('allocation'),
      reasonId: desk.keepIfAny('reason', reason),
      languageSpoken: languageSpoken(desk.languages, adviser),
    }),
  }),
  caseCommand({
    type: 'recordContactAttempt',
    path: '/contact-attempts',
    summary: 'Record an attempt to reach the victim; an unsafe one stops all contact',
    schema: body.contactAttemptSchema,
    creates: ({ attemptId }) => ({ attemptId }),
    named: ({ by }) => (by ? { practitioners: [by] } : {}),
    needs: ['safeContact'],
    payload: ({ result, medium, by, note, outsideSafeContactBecause, outsideSafeTimesBecause }, desk) => ({
      attemptId: desk.id('attempt'),
      victimId: desk.victimId,
      result,
      medium,
      byId: by ?? desk.actorId,
      noteId: desk.keepIfAny('note', note),
      outside: contactOutside(desk, { medium, messageLeft: result === 'messageLeft' }),
      reasonId: desk.keepIfAny('reason', outsideSafeContactBecause ?? outsideSafeTimesBecause),
    }),
  }),
  caseCommand({
    type: 'changeSafeContact',
    path: '/safe-contact',
    summary: 'Set anew how the victim can be reached safely, in every one of their cases',
    schema: body.safeContactChangeSchema,
    payload: ({ occurredAt: _when, ...safeContact }, desk) => ({
      victimId: desk.victimId,
      contentId: desk.keepOfVictim('safeContact', safeContact),
    }),
  }),
  caseCommand({
    type: 'settleSafeContactProposal',
    path: '/safe-contact-proposals/:proposalId/decision',
    summary: 'Take over what a referral says of safe contact, in part or whole, or leave what stands',
    schema: body.safeContactTakeOverSchema,
    needs: ['safeContact', 'safeContactProposal'],
    payload: ({ take, reason }, desk) => {
      const { safeContact: stands, proposed } = desk;
      const words = proposed && takeOverSafeContact(stands?.written ?? null, proposed.written, take);
      return {
        victimId: desk.victimId,
        proposalId: desk.subjectId,
        taken: take,
        contentId: words && take.length > 0 ? desk.keepOfVictim('safeContact', words) : null,
        reasonId: desk.keepIfAny('reason', reason),
        standsId: stands?.contentId ?? null,
      };
    },
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
    needs: ['children'],
    payload: ({ plan, covers }, desk) => {
      const known = desk.children.map(({ id }) => id);
      const unknown = (covers?.children ?? []).filter((id) => !known.includes(id));
      if (unknown.length > 0)
        return problem(
          'UNKNOWN_CHILD',
          unknown.map((id) => ({ at: 'covers.children', problem: `No child of this case is ${id}.` })),
        );
      return {
        planId: desk.id('plan'),
        contentId: desk.keep('safetyPlan', plan),
        subjectIds: covers
          ? [...(covers.victim ? [desk.victimId] : []), ...covers.children]
          : [desk.victimId, ...known],
        byId: desk.actorId,
      };
    },
  }),
  caseCommand({
    type: 'reviewSafetyPlan',
    path: '/safety-plans/:planId/reviews',
    summary: 'Record that a version of the safety plan was looked at again',
    schema: body.safetyPlanReviewSchema,
    creates: ({ reviewId }) => ({ reviewId }),
    payload: ({ outcome, note }, desk) => ({
      reviewId: desk.id('review'),
      planId: desk.subjectId,
      outcome,
      byId: desk.actorId,
      contentId: desk.keepIfAny('note', note),
    }),
  }),
  caseCommand({
    type: 'recordVictimView',
    path: '/victim-views',
    summary: 'Record what the victim wants the meeting to know',
    schema: body.victimViewSchema,
    creates: ({ viewId }) => ({ viewId }),
    payload: ({ view }, desk) => ({
      viewId: desk.id('view'),
      byId: desk.actorId,
      contentId: desk.keep('victimView', view),
    }),
  }),
  caseCommand({
    type: 'recordRiskReview',
    path: '/risk-reviews',
    summary: 'Record a review of the risk',
    schema: body.riskReviewSchema,
    payload: ({ assessment, note }, desk) => ({
      assessment: assessmentTaken(assessment, undefined, desk.id('assessment'), desk.keep),
      contentId: desk.keepIfAny('note', note),
    }),
  }),
  caseCommand({
    type: 'tellOutcome',
    path: '/outcome-told',
    summary: 'Record that the victim heard the outcome, or that there is no safe way',
    schema: body.outcomeToldSchema,
    needs: ['safeContact'],
    payload: toldHow,
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
    payload: ({ status, exit, note }, desk) => ({ status, ...exit, contentId: desk.keepIfAny('note', note) }),
  }),
];
