import { placeOf } from '../../../domain/idva/adviserPlaces.ts';
import type { Fact } from '../../../domain/lifecycle/caseFact.ts';
import type { SupportFacts } from '../../../domain/lifecycle/facts/support.ts';
import { assessmentTaken } from './assessmentTaken.ts';
import { type CaseProjection, nothing, type Projected } from './caseProjection.ts';

export const supportProjection: CaseProjection<keyof SupportFacts> = {
  adviserAllocated,
  allocationEnded: ({ data, occurred }, { writes }) => {
    writes.add('case_adviser', { id: data.allocationId, endedAt: occurred.at });
  },
  contactAttempted: ({ data, occurred }, { standing, writes }) => {
    const { attemptId: id, byId, result, medium, noteId: contentId, reasonId = null } = data;
    const attempt = { id, caseId: standing.id, byId, result, medium, contentId, reasonId };
    writes.add('contact_attempt', { ...attempt, occurredAt: occurred.at });
  },
  safeContactChanged: ({ data }, { writes }) => {
    writes.add('safe_contact', { ...data });
  },
  safeContactProposed: ({ data, occurred }, { writes }) => {
    const { proposalId: id, victimId, fromCaseId } = data;
    writes.add('safe_contact_proposal', { id, victimId, fromCaseId, proposedAt: occurred.at });
  },
  safeContactProposalSettled: ({ data, occurred }, { standing, writes }) => {
    const { proposalId: id, victimId, contentId } = data;
    if (contentId !== null) writes.add('safe_contact', { victimId, contentId });
    writes.add('safe_contact_proposal', { id, settledAt: occurred.at, byCaseId: standing.id });
  },
  contactSuspended: ({ data, occurred }, { standing, writes }) => {
    writes.add('safe_contact', { victimId: data.victimId, suspendedAt: occurred.at, byCaseId: standing.id });
  },
  contactDecided: ({ data }, { writes }) => {
    if (data.decision === 'resumed' && !data.elsewhere)
      for (const victimId of [data.victimId, ...(data.alsoVictimIds ?? [])])
        writes.add('safe_contact', { victimId, suspendedAt: null, byCaseId: null });
  },
  engagementRecorded: nothing,
  attemptsDecided: nothing,
  safetyPlanRecorded: ({ data, occurred }, { seq, standing, writes }) => {
    const { planId: id, contentId, subjectIds = [], byId = null } = data;
    const plan = { id, caseId: standing.id, subjectIds, seq, byId, contentId };
    writes.add('safety_plan', { ...plan, occurredAt: occurred.at });
  },
  safetyPlanReviewed: ({ data, occurred }, { standing, writes }) => {
    const { reviewId: id, ...review } = data;
    writes.add('safety_plan_review', { id, caseId: standing.id, ...review, occurredAt: occurred.at });
  },
  victimViewRecorded: ({ data, occurred }, { standing, writes }) => {
    const { viewId: id, byId, contentId } = data;
    writes.add('victim_view', { id, caseId: standing.id, byId, contentId, occurredAt: occurred.at });
  },
  riskReviewed,
  outcomeTold: nothing,
  referrerTold: nothing,
  supportEnded: nothing,
};

function adviserAllocated({ data, occurred }: Fact<'adviserAllocated'>, { standing, writes }: Projected): void {
  const caseId = standing.id;
  const { kind, allocationId: id } = placeOf(caseId, data);
  const { adviserId, replacesId, overCapacity = false, reasonId: contentId = null } = data;
  if (replacesId) writes.add('case_adviser', { id: replacesId, endedAt: occurred.at });
  const place = { id, caseId, adviserId, kind, overCapacity, contentId };
  writes.add('case_adviser', { ...place, allocatedAt: occurred.at, endedAt: null });
}

function riskReviewed({ data, occurred: { at } }: Fact<'riskReviewed'>, { factId, standing, writes }: Projected): void {
  const { assessment, change, contentId, countBefore = null } = data;
  const caseId = standing.id;
  assessmentTaken(assessment, caseId, at, writes);
  const assessmentId = assessment?.assessmentId ?? null;
  const counts = { countBefore, countNow: assessment?.count ?? null };
  writes.add('risk_review', { id: factId, caseId, assessmentId, change, ...counts, contentId, occurredAt: at });
}
