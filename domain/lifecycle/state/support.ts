import type { SupportFacts } from '../facts/support.ts';
import { nothing, type StateChanges } from './stateChanges.ts';

export const supportState: StateChanges<keyof SupportFacts> = {
  adviserAllocated: nothing,
  allocationEnded: nothing,
  contactAttempted: (state, { data }) => (data.result === 'unsafe' ? {} : { attempts: state.attempts + 1 }),
  safeContactChanged: nothing,
  safeContactProposed: nothing,
  safeContactProposalSettled: nothing,
  contactSuspended: () => ({ contactSuspended: true }),
  contactDecided: (_state, { data }) => ({ contactSuspended: data.decision !== 'resumed' }),
  engagementRecorded: (_state, { data }) => ({ engagement: data.status }),
  attemptsDecided: nothing,
  safetyPlanRecorded: (state, { data }) => ({ safetyPlans: [...(state.safetyPlans ?? []), data.planId] }),
  safetyPlanReviewed: nothing,
  victimViewRecorded: nothing,
  riskReviewed: nothing,
  outcomeTold: () => ({ outcomeTold: true }),
  referrerTold: nothing,
  supportEnded: () => ({ supportEnded: true }),
};
