import { placeOf } from '../../domain/idva/adviserPlaces.ts';
import type { CaseFact, Fact } from '../../domain/lifecycle/caseFact.ts';
import type { ChildInReferral } from '../../domain/lifecycle/facts/children.ts';
import type { AssessmentTaken } from '../../domain/lifecycle/facts/referral.ts';
import type { CaseStanding } from '../../domain/lifecycle/caseStanding.ts';
import { partId } from './partId.ts';
import { projectTransfer } from './projectTransfer.ts';
import type { RecordedFact } from './recordedFact.ts';
import { projectCourtFact } from './projectCourtFact.ts';
import type { WriteSet } from './writeSet.ts';

/** Lays a fact of a case over the tables beside the case row itself. */
export function projectCaseFact(
  { id: factId, seq }: Pick<RecordedFact, 'id' | 'seq'>,
  fact: CaseFact,
  standing: CaseStanding,
  writes: WriteSet,
): void {
  const caseId = standing.id;
  const { at } = fact.occurred;
  switch (fact.type) {
    case 'referralReceived':
      return referralReceived(fact, caseId, writes);
    case 'referralCompleted':
      return assessmentTaken(fact.data.assessment, caseId, at, writes);
    case 'riskReviewed':
      return riskReviewed(fact, factId, caseId, writes);
    case 'riskGraded': {
      const { overrides, grade, reasonId } = fact.data;
      if (overrides !== null)
        writes.add('grade_override', {
          id: factId,
          caseId,
          fromGrade: overrides,
          toGrade: grade,
          contentId: reasonId,
          occurredAt: at,
        });
      return;
    }
    case 'safeguardingHandedOver':
      handover(caseId, fact.data, 'safeguarding', true, at, writes);
      return;
    case 'handedOver':
      handover(caseId, fact.data, 'standardRisk', fact.data.urgent, at, writes);
      return;
    case 'referredOn': {
      const { kind, urgent, contentId, insteadOfId } = fact.data;
      handover(caseId, fact.data, kind, urgent, at, writes);
      writes.add('handover', { id: fact.data.handoverId, contentId, insteadOfId });
      if (insteadOfId !== null) writes.add('handover', { id: insteadOfId, settledAt: at });
      return;
    }
    case 'handoverRefused': {
      const { handoverId: id, reasonId } = fact.data;
      writes.add('handover', { id, acknowledgedAt: null, refusedAt: at, reasonId });
      return;
    }
    case 'refusalSettled':
      writes.add('handover', { id: fact.data.handoverId, settledAt: at, settledReasonId: fact.data.reasonId });
      return;
    case 'childrenNotified': {
      const { notificationId, children, toAgencyId, urgent, alreadySent, contentId = null } = fact.data;
      handover(caseId, { handoverId: notificationId, toAgencyId }, 'childrenNotification', urgent, at, writes);
      if (contentId !== null) writes.add('handover', { id: notificationId, contentId });
      if (alreadySent) writes.add('handover', { id: notificationId, acknowledgedAt: at });
      for (const id of children) writes.add('child', { id, notificationId, alreadySent });
      return;
    }
    case 'childAdded': {
      const { schoolOwed: _owed, contentId, ...child } = fact.data;
      writes.add('child', { ...childRow(child, caseId, null), contentId, addedAt: at });
      return;
    }
    case 'childPutRight':
      return childPutRight(fact, writes);
    case 'childTakenOut': {
      const { childId, withdrawn, corrections } = fact.data;
      writes.add('child', { id: childId, partedAt: at });
      for (const id of withdrawn) writes.add('handover', { id, withdrawnAt: at });
      for (const each of corrections) {
        handover(caseId, each, 'childCorrection', each.urgent, at, writes);
        // They put their own records right, and read why.
        writes.add('handover', { id: each.handoverId, contentId: fact.data.reasonId });
      }
      return;
    }
    case 'childServicesFound':
      writes.add('child', { id: fact.data.childId, servicesId: fact.data.servicesAgencyId, servicesBy: 'named' });
      return;
    case 'schoolsTold': {
      const { children, result: schoolResult, contentId: schoolNoteId } = fact.data;
      for (const id of children) writes.add('child', { id, schoolResult, schoolAt: at, schoolNoteId });
      return;
    }
    case 'acknowledged':
      writes.add('handover', { id: fact.data.handoverId, acknowledgedAt: at, refusedAt: null, settledAt: null });
      return;
    case 'adviserAllocated':
      return adviserAllocated(fact, caseId, writes);
    case 'allocationEnded':
      writes.add('case_adviser', { id: fact.data.allocationId, endedAt: at });
      return;
    case 'actionSet':
      return actionSet(fact, seq, standing, writes);
    case 'actionCompleted':
      return actionEnded(fact.data.actionId, 'completed', fact.data.noteId);
    case 'actionNotPossible':
      return actionEnded(fact.data.actionId, 'notPossible', fact.data.reasonId);
    case 'actionNotDone':
      return actionEnded(fact.data.actionId, 'notDone', fact.data.reasonId);
    case 'actionReassigned': {
      const { actionId, agencyId, ownerId } = fact.data;
      writes.add('action', { id: actionId, agencyId, ownerId, revision: seq });
      writes.add('case_agency', { id: factId, caseId, agencyId, part: 'action' });
      return;
    }
    case 'actionDueMoved':
      writes.add('action', { id: fact.data.actionId, revision: seq });
      return;
    case 'caseListed': {
      const { listingId, meetingId, overflow, reasonId } = fact.data;
      writes.add('listing', {
        id: listingId,
        meetingId,
        caseId,
        status: 'listed',
        overflow,
        occurredAt: at,
        contentId: reasonId,
      });
      return;
    }
    case 'takenOffList':
      writes.add('listing', {
        id: fact.data.listingId,
        status: 'takenOff',
        decidedAt: at,
        contentId: fact.data.decisionId,
      });
      return;
    case 'caseHeard':
      return listingDecided(fact.data.listingId, 'heard', fact.data.attendance, fact.data.minuteId);
    case 'caseDeferred':
      return listingDecided(fact.data.listingId, 'deferred', fact.data.attendance, fact.data.reasonId);
    case 'contactAttempted': {
      const { attemptId: id, byId, result, medium, noteId: contentId, reasonId = null } = fact.data;
      writes.add('contact_attempt', { id, caseId, byId, result, medium, contentId, reasonId, occurredAt: at });
      return;
    }
    case 'safeContactChanged':
      writes.add('safe_contact', { ...fact.data });
      return;
    case 'safeContactProposed': {
      const { proposalId: id, victimId, fromCaseId } = fact.data;
      writes.add('safe_contact_proposal', { id, victimId, fromCaseId, proposedAt: at });
      return;
    }
    case 'safeContactProposalSettled': {
      const { proposalId: id, victimId, contentId } = fact.data;
      if (contentId !== null) writes.add('safe_contact', { victimId, contentId });
      writes.add('safe_contact_proposal', { id, settledAt: at, byCaseId: caseId });
      return;
    }
    case 'safetyPlanRecorded': {
      const { planId: id, contentId, subjectIds = [], byId = null } = fact.data;
      writes.add('safety_plan', { id, caseId, subjectIds, seq, byId, contentId, occurredAt: at });
      return;
    }
    case 'safetyPlanReviewed': {
      const { reviewId: id, ...review } = fact.data;
      writes.add('safety_plan_review', { id, caseId, ...review, occurredAt: at });
      return;
    }
    case 'victimViewRecorded': {
      const { viewId: id, byId, contentId } = fact.data;
      writes.add('victim_view', { id, caseId, byId, contentId, occurredAt: at });
      return;
    }
    case 'contactSuspended':
      writes.add('safe_contact', { victimId: fact.data.victimId, suspendedAt: at, byCaseId: caseId });
      return;
    case 'contactDecided':
      if (fact.data.decision === 'resumed' && !fact.data.elsewhere)
        for (const victimId of [fact.data.victimId, ...(fact.data.alsoVictimIds ?? [])])
          writes.add('safe_contact', { victimId, suspendedAt: null, byCaseId: null });
      return;
    case 'likelyMatchDecided': {
      const { matchId: id, answer, byCaseId } = fact.data;
      // Told by another case it stands already; here its row was locked before it was decided.
      if (byCaseId === caseId) writes.add('likely_match', { id, answer, decidedAt: at, byCaseId });
      return;
    }
    case 'proceedingOpened':
    case 'milestoneReached':
    case 'proceedingEnded':
    case 'liveDateAdded':
    case 'liveDateOutcome':
    case 'hearingAdjourned':
    case 'hearingCompanySet':
    case 'resultTold':
    case 'liveDateMoved':
    case 'liveDateReviewed':
    case 'orderBreached':
    case 'liveDateDisposed':
      return projectCourtFact(factId, fact, caseId, writes);
    case 'referralJoined':
      for (const { notificationId, schoolOwed: _owed, school, ...child } of fact.data.children) {
        writes.add('child', childRow(child, caseId, notificationId));
        if (school) writes.add('child', { id: child.childId, schoolResult: school.result, schoolAt: school.at });
      }
      return;
    case 'referralParted':
      for (const id of fact.data.childIds) writes.add('child', { id, partedAt: at });
      return;
    case 'flagSet':
      writes.add('flag', { pairId: fact.data.pairId, caseId, endsOn: fact.data.endsOn, endedAt: null });
      return;
    case 'flagEnded':
      writes.add('flag', { pairId: fact.data.pairId, endedAt: at });
      return;
    case 'furtherAbuseReported': {
      const { reportId, newCaseId } = fact.data;
      writes.add('further_abuse_report', { id: reportId, caseId, newCaseId, status: 'recorded' });
      return;
    }
    case 'transferRequested':
    case 'transferAccepted':
    case 'transferredOutside':
    case 'transferRefused':
    case 'transferWithdrawn':
      return projectTransfer(fact, standing, writes);
    case 'consentDecisionOwed':
    case 'consentDecided':
    case 'caughtUp':
    case 'referralAccepted':
    case 'referralReturned':
    case 'referralDeclined':
    case 'standsAsHeard':
    case 'heardElsewhere':
    case 'interimDecided':
    case 'deferralDecided':
    case 'planReviewed':
    case 'twoAreasNoted':
    case 'referralMerged':
    case 'mergeUndone':
    case 'mergeUndoneUngraded':
    case 'mergeUndoneUnscreened':
    case 'attemptsDecided':
    case 'engagementRecorded':
    case 'outcomeTold':
    case 'referrerTold':
    case 'supportEnded':
    case 'caseClosed':
    case 'caseReopened':
    case 'caseReopenedUnheard':
    case 'peopleSearchedFor':
    case 'reversedPairNoted':
    case 'likelyMatchNoted':
    case 'repeatFound':
    case 'repeatWithdrawn':
    case 'assessedWithoutReferral':
    case 'victimDied':
    case 'caseEnded':
    case 'recordKept':
    case 'recordErased':
    case 'commandParked':
      return;
  }

  function actionEnded(id: string, status: string, endContentId: string | null): void {
    writes.add('action', { id, status, endedAt: at, endContentId, revision: seq });
  }

  function listingDecided(id: string, status: string, attendance: unknown, contentId: string | null): void {
    writes.add('listing', { id, status, decidedAt: at, attendance, contentId });
  }
}

function referralReceived(fact: Fact<'referralReceived'>, caseId: string, writes: WriteSet): void {
  const { data, occurred } = fact;
  for (const [index, agencyId] of data.referringAgencyIds.entries())
    writes.add('case_agency', { id: partId(caseId, index), caseId, agencyId, part: 'referring' });
  assessmentTaken(data.assessment, caseId, occurred.at, writes);
  for (const child of data.children) writes.add('child', childRow(child, caseId, null));
}

function childRow(
  { childId: id, personId, ageBand, servicesAgencyId: servicesId, ...known }: ChildInReferral,
  caseId: string,
  notificationId: string | null,
) {
  const { servicesBy = null, authorityId = null, ofSchoolAge = false } = known;
  const services = { servicesId, servicesBy, authorityId };
  return { id, caseId, personId, ageBand, ...services, ofSchoolAge, notificationId, alreadySent: false };
}

/** Services and school that answer now and have not heard are to hear as if nobody had. */
function childPutRight({ data }: Fact<'childPutRight'>, writes: WriteSet): void {
  const { childId: id, personId, ageBand, servicesAgencyId: servicesId, contentId, notified, schoolOwed } = data;
  const { servicesBy = null, authorityId = null, ofSchoolAge = false } = data;
  writes.add('child', {
    ...{ id, personId, ageBand, servicesId, servicesBy, authorityId, ofSchoolAge },
    ...(contentId === null ? {} : { contentId }),
    ...(notified ? {} : { notificationId: null, alreadySent: false }),
    ...(schoolOwed ? { schoolResult: null, schoolAt: null, schoolNoteId: null } : {}),
  });
}

function assessmentTaken(taken: AssessmentTaken | null, caseId: string, occurredAt: string, writes: WriteSet): void {
  if (!taken) return;
  const { assessmentId, tool, toolVersion, count, policeGrade, contentId } = taken;
  writes.add('assessment', { id: assessmentId, caseId, tool, toolVersion, count, policeGrade, contentId, occurredAt });
}

function adviserAllocated({ data, occurred }: Fact<'adviserAllocated'>, caseId: string, writes: WriteSet): void {
  const { kind, allocationId: id } = placeOf(caseId, data);
  const { adviserId, replacesId, overCapacity = false, reasonId: contentId = null } = data;
  if (replacesId) writes.add('case_adviser', { id: replacesId, endedAt: occurred.at });
  const place = { id, caseId, adviserId, kind, overCapacity, contentId };
  writes.add('case_adviser', { ...place, allocatedAt: occurred.at, endedAt: null });
}

function riskReviewed(
  { data, occurred }: Fact<'riskReviewed'>,
  factId: string,
  caseId: string,
  writes: WriteSet,
): void {
  const { assessment, change, contentId, countBefore = null } = data;
  assessmentTaken(assessment, caseId, occurred.at, writes);
  const assessmentId = assessment?.assessmentId ?? null;
  const counts = { countBefore, countNow: assessment?.count ?? null };
  writes.add('risk_review', {
    id: factId,
    caseId,
    assessmentId,
    change,
    ...counts,
    contentId,
    occurredAt: occurred.at,
  });
}

function handover(
  caseId: string,
  to: { readonly handoverId: string; readonly toAgencyId: string },
  kind: string,
  urgent: boolean,
  madeAt: string,
  writes: WriteSet,
): void {
  const { handoverId: id, toAgencyId } = to;
  writes.add('handover', { id, caseId, kind, toAgencyId, urgent, madeAt, acknowledgedAt: null });
  // Whoever was handed something has a part in the case: without one they could neither read nor acknowledge it.
  writes.add('case_agency', { id, caseId, agencyId: toAgencyId, part: 'handover' });
}

function actionSet({ data, occurred }: Fact<'actionSet'>, seq: number, standing: CaseStanding, writes: WriteSet): void {
  const { actionId, agencyId, ownerId, riskCode, urgent, contentId, meetingId } = data;
  writes.add('action', {
    id: actionId,
    caseId: standing.id,
    areaId: standing.areaId,
    agencyId,
    ownerId,
    riskCode,
    urgent,
    status: 'open',
    contentId,
    meetingId,
    revision: seq,
    setAt: occurred.at,
    endedAt: null,
    endContentId: null,
  });
  writes.add('case_agency', { id: actionId, caseId: standing.id, agencyId, part: 'action' });
}
