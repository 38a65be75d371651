import { afterAllocation, afterPlaceEnded, leadAdviser } from '../../idva/adviserPlaces.ts';
import type { SupportFacts } from '../facts/support.ts';
import { earlier } from './earlier.ts';
import { nothing, type StandingChanges } from './standingChanges.ts';

export const supportStanding: StandingChanges<keyof SupportFacts> = {
  adviserAllocated: ({ id, advisers }, { data }) => {
    const places = afterAllocation(advisers, id, data);
    return { advisers: places, adviserId: leadAdviser(places) };
  },
  allocationEnded: (standing, { data }) => {
    const places = afterPlaceEnded(standing, data.allocationId);
    return { advisers: places, adviserId: leadAdviser(places) };
  },
  contactAttempted: ({ attempts, firstAttemptAt, firstSpokeAt, reachedBy }, { data, occurred: { at } }) => {
    // A failed safety check is no attempt: it meets no duty, and it does not count towards the three.
    if (data.result === 'unsafe') return {};
    return {
      attempts: attempts + 1,
      firstAttemptAt: earlier(firstAttemptAt, at),
      firstSpokeAt: data.result === 'spoke' ? earlier(firstSpokeAt, at) : firstSpokeAt,
      reachedBy: data.result === 'spoke' ? 'call' : reachedBy,
    };
  },
  safeContactChanged: nothing,
  safeContactProposed: nothing,
  safeContactProposalSettled: nothing,
  contactSuspended: () => ({ contactSuspended: true }),
  contactDecided: (_standing, { data }) => ({ contactSuspended: data.decision !== 'resumed' }),
  engagementRecorded: ({ firstEngagedAt, reachedBy }, { data, occurred }) => ({
    engagement: data.status,
    // What they said to the adviser holds until nobody can contact them; a call that was answered stays one.
    reachedBy: reachedBy === 'call' ? 'call' : data.status === 'unableToContact' ? null : 'engagement',
    firstEngagedAt: data.status === 'engaged' ? earlier(firstEngagedAt, occurred.at) : firstEngagedAt,
  }),
  attemptsDecided: nothing,
  safetyPlanRecorded: ({ withoutPlan }, { data: { subjectIds } }) => ({
    withoutPlan: (withoutPlan ?? []).filter((id) => subjectIds && !subjectIds.includes(id)),
  }),
  safetyPlanReviewed: nothing,
  victimViewRecorded: nothing,
  riskReviewed: nothing,
  outcomeTold: nothing,
  referrerTold: nothing,
  supportEnded: (_standing, { data, occurred }) => {
    const { status, feltSafer = 'notAsked', abuseStopped = 'notAsked' } = data;
    return { supportEndedAt: occurred.at, supportEnd: status, feltSafer, abuseStopped };
  },
};
