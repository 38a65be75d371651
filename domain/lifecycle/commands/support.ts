import { isEngaged, mayFollow } from '../../idva/engagementAfter.ts';
import type { CaseFact } from '../caseFact.ts';
import type { CaseState } from '../caseState.ts';
import { propose, type Decider } from '../command.ts';
import { contactMade } from './contactMade.ts';
import { refuse, type Refusal } from '../refusal.ts';

/** The service gives the case to an adviser; until then its duty queue owns every task. */
export const allocateAdviser: Decider<'allocateAdviser'> = (state, payload) => {
  const refusal = whileSupported(state);
  if (refusal) return refusal;
  if (payload.languageSpoken === false && !payload.reasonId) return refuse('LANGUAGE_NOT_SPOKEN');
  return propose([], { type: 'allocate', ...payload });
};

/** Whoever had a place is gone: it is nobody’s from then on; the store says whether they are. */
export const endAllocation: Decider<'endAllocation'> = (state, payload) =>
  whileSupported(state) ?? propose([], { type: 'endAllocation', ...payload });

/** An attempt meets the first-contact duty; a failed safety check stops contact and asks the service manager. */
export const recordContactAttempt: Decider<'recordContactAttempt'> = (state, payload, { occurred }) => {
  const refusal = whileSupported(state);
  if (refusal) return refusal;
  const { victimId, ...attempt } = payload;
  const facts: CaseFact[] = [{ type: 'contactAttempted', occurred, data: attempt }];
  const { attemptId, result, reasonId = null } = payload;
  // A failed safety check is always written down: it stops contact.
  if (result === 'unsafe') {
    facts.push({ type: 'contactSuspended', occurred, data: { victimId, attemptId } });
    return contactMade(state, {}, facts);
  }
  const { outside = payload.outsideSafeTimes ? (['time'] as const) : [] } = payload;
  return contactMade(state, { outside, reasonId }, facts);
};

/** How the victim can be reached safely is set anew: for all of their cases, because it is theirs. */
export const changeSafeContact: Decider<'changeSafeContact'> = (_state, payload, { occurred }) =>
  propose([{ type: 'safeContactChanged', occurred, data: payload }]);

/** A referral of this victim says otherwise how they can be reached: whoever supports them here is told. */
export const noteSafeContactProposal: Decider<'noteSafeContactProposal'> = (_state, data, { occurred }) =>
  propose([{ type: 'safeContactProposed', occurred, data }]);

/** What a referral said of safe contact is taken over, in part or whole, or left with a reason; a suspension stays. */
export const settleSafeContactProposal: Decider<'settleSafeContactProposal'> = (_state, payload, { occurred }) => {
  const { standsId, ...data } = payload;
  const { victimId, proposalId } = data;
  return propose([{ type: 'safeContactProposalSettled', occurred, data }], {
    type: 'checkSafeContactProposal',
    ...{ victimId, proposalId, standsId },
  });
};

/**
 * Only a person lifts a suspension, with a reason; no timer ever does. Safe contact is the victim's: it can be decided
 * in any of their cases, and where it was not this one that suspended it the store says whether it is.
 */
export const decideContact: Decider<'decideContact'> = (state, payload, { occurred }) => {
  const facts: CaseFact[] = [{ type: 'contactDecided', occurred, data: payload }];
  return state.contactSuspended || payload.elsewhere ? propose(facts) : propose(facts, { type: 'checkSuspended' });
};

/**
 * After the attempts that policy asks for, without speaking, the service decides whether to go on. To stop before that is refused,
 * unless the case is being taken over: then the attempts were made elsewhere.
 */
export const decideAttempts: Decider<'decideAttempts'> = (state, payload, { occurred }) => {
  const refusal = whileSupported(state);
  if (refusal) return refusal;
  const facts: CaseFact[] = [{ type: 'attemptsDecided', occurred, data: payload }];
  return payload.decision === 'stop' && !state.silent ? propose(facts, { type: 'checkAttempts' }) : propose(facts);
};

/** Where the victim stands with the service. What is taken over is as it is, whatever led to it elsewhere. */
export const recordEngagement: Decider<'recordEngagement'> = (state, payload, { occurred }) => {
  const refusal = whileSupported(state);
  if (refusal) return refusal;
  const { engagement: before, silent } = state;
  if (!silent && !mayFollow(before, payload.status)) return refuse('WAS_NOT_ENGAGED');
  return propose([{ type: 'engagementRecorded', occurred, data: { ...payload, before } }]);
};

/** A version of the safety plan for the victim, a child, or several of them; earlier versions stay. */
export const recordSafetyPlan: Decider<'recordSafetyPlan'> = (state, payload, { occurred }) =>
  whileSupported(state) ?? propose([{ type: 'safetyPlanRecorded', occurred, data: payload }]);

/** Somebody looked at a version of the plan again: it stands, or a new version follows. */
export const reviewSafetyPlan: Decider<'reviewSafetyPlan'> = (state, payload, { occurred }) => {
  const refusal = whileSupported(state);
  if (refusal) return refusal;
  if (!state.safetyPlans?.includes(payload.planId)) return refuse('UNKNOWN_PLAN');
  return propose([{ type: 'safetyPlanReviewed', occurred, data: payload }]);
};

/** What the victim wants the meeting to know, before it hears the case: afterwards it would come too late. */
export const recordVictimView: Decider<'recordVictimView'> = (state, payload, { occurred }) => {
  const refusal = whileSupported(state);
  if (refusal) return refusal;
  if (state.heard && !state.listing) return refuse('VIEW_TOO_LATE');
  return propose([{ type: 'victimViewRecorded', occurred, data: payload }]);
};

/** A later assessment: it may fall, and it never lowers the grade that routed the case. */
export const recordRiskReview: Decider<'recordRiskReview'> = (state, payload) => {
  const refusal = whileSupported(state);
  if (refusal) return refusal;
  if (!isEngaged(state.engagement)) return refuse('NOT_ENGAGED');
  return propose([], { type: 'reviewRisk', ...payload });
};

/** The victim hears what the meeting decided, or somebody decides that there is no safe way. */
export const tellOutcome: Decider<'tellOutcome'> = (state, payload, { occurred }) => {
  if (state.frozen) return refuse('CASE_FROZEN');
  if (!state.heard) return refuse('OUTCOME_NOT_DUE');
  if (state.outcomeTold) return refuse('ALREADY_TOLD');
  const facts: CaseFact[] = [{ type: 'outcomeTold', occurred, data: payload }];
  if (payload.result === 'noSafeWay') return propose(facts);
  return contactMade(state, { ...payload, reasonId: payload.outsideReasonId ?? null }, facts);
};

/** The referrer hears what became of the referral. */
export const tellReferrer: Decider<'tellReferrer'> = (state, payload, { occurred }) =>
  payload.about === 'meeting' && !state.heard
    ? refuse('OUTCOME_NOT_DUE')
    : propose([{ type: 'referrerTold', occurred, data: payload }]);

/** The adviser's exit: a date of its own, before or after the case is closed at MARAC. */
export const endSupport: Decider<'endSupport'> = (state, payload, { occurred }) =>
  whileSupported(state) ?? propose([{ type: 'supportEnded', occurred, data: payload }]);

function whileSupported(state: CaseState): Refusal | null {
  if (state.frozen) return refuse('CASE_FROZEN');
  return state.supportEnded ? refuse('SUPPORT_ENDED') : null;
}
