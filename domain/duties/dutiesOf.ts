import { clockKinds, type ClockKind } from '../clocks/clockKind.ts';
import type { CaseFact, Fact } from '../lifecycle/caseFact.ts';
import type { CaseStanding } from '../lifecycle/caseStanding.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import { actionDueMoved, actionEnded, actionReassigned, actionSet } from './actionDuties.ts';
import { adviserAllocated, allocationEnded } from './allocationDuties.ts';
import { askedOfOthers } from './askedOfOthers.ts';
import {
  attemptsDecided,
  contactAttempted,
  engagementRecorded,
  reachingOwedAgain,
  safetyPlanBefore,
  untilEngaged,
} from './contactDuties.ts';
import { notifyingOfChildren } from '../children/notifyingOfChildren.ts';
import {
  childAdded,
  childPutRight,
  childTakenOut,
  childrenNotified,
  childrenParted,
  childrenReceived,
  notificationsOwed,
  schoolsTold,
  servicesKnown,
} from './childDuties.ts';
import { done, type DutyChange, fallsAway, idvaOf, nobody, serviceOf, starts, theCaseOf } from './dutyChange.ts';
import { consentDecisionOwed, riskGraded } from './gradingDuties.ts';
import { acknowledged, acknowledgementOf, handedOver, handoverRefused, referredOn } from './handoverDuties.ts';
import * as death from './deathDuties.ts';
import { engagementNeverRecorded } from './engagementDuties.ts';
import * as deferral from './deferralDuties.ts';
import * as interim from './interimDuties.ts';
import * as liveDates from './liveDateDuties.ts';
import { planReviewFor, repeatFound } from './planReviewDuties.ts';
import { mergeUndone, referralJoined, referralMerged } from './mergeDuties.ts';
import {
  transferAccepted,
  transferRefused,
  transferRequested,
  transferredOutside,
  transferWithdrawn,
} from './transferDuties.ts';

/** A date that still stands is watched by a named post, and whether two records are of one person matters to what comes next. */
function staysWhenDeclined(kind: ClockKind): boolean {
  return kind === 'likelyMatch' || askedOfOthers.includes(kind) || liveDates.ownClocks.includes(kind);
}

/** What a fact begins and ends among the duties of a case; `standing` is the case after the fact. */
export function dutiesOf(fact: CaseFact, standing: CaseStanding, policy: AreaPolicy): readonly DutyChange[] {
  const theCase = theCaseOf(standing);
  const idva = idvaOf(standing);
  switch (fact.type) {
    case 'referralReceived':
      return [
        ...(fact.data.victimUnder16 ? [] : [starts('screen', theCase, nobody), starts('firstContact', theCase, idva)]),
        ...childrenReceived(fact.data.children, standing),
      ];
    case 'safeguardingHandedOver':
      return [acknowledgementOf({ ...fact.data, urgent: true })];
    case 'referralReturned':
      return [
        done(['screen']),
        fallsAway(['incompleteChase'], 'returnedAgain'),
        starts('incompleteChase', theCase, nobody),
      ];
    case 'referralCompleted':
      return [done(['incompleteChase']), starts('screen', theCase, nobody)];
    case 'referralAccepted':
      return [done(['screen']), fallsAway(['incompleteChase'], 'accepted')];
    case 'referralDeclined':
      return [
        done(['screen']),
        fallsAway(
          clockKinds.filter((kind) => !staysWhenDeclined(kind)),
          'declined',
        ),
      ];
    case 'riskGraded':
      return riskGraded(fact, standing, policy);
    case 'handedOver':
      return handedOver(fact, standing, policy.contact.attempts.value);
    case 'referredOn':
      return referredOn(fact);
    case 'handoverRefused':
      return handoverRefused(fact, standing, policy.contact.attempts.value);
    case 'refusalSettled':
      return [done(['refusedHandover'], fact.data.handoverId)];
    case 'consentDecisionOwed':
      return consentDecisionOwed(standing);
    case 'consentDecided':
      return [done(['consentDecision'])];
    case 'childrenNotified':
      return childrenNotified(fact);
    case 'childServicesFound':
      return servicesKnown(fact.data.childId);
    case 'schoolsTold':
      return schoolsTold(standing);
    case 'childAdded':
      return childAdded(fact, standing, policy);
    case 'childPutRight':
      return childPutRight(fact, standing, policy);
    case 'childTakenOut':
      return childTakenOut(fact, standing);
    case 'acknowledged':
      return acknowledged(fact, standing);
    case 'adviserAllocated':
      return adviserAllocated(fact, standing);
    case 'allocationEnded':
      return allocationEnded(fact, standing);
    case 'actionSet':
      return actionSet(fact);
    case 'actionCompleted':
    case 'actionNotPossible':
    case 'actionNotDone':
      return actionEnded(fact);
    case 'actionReassigned':
      return actionReassigned(fact);
    case 'actionDueMoved':
      return actionDueMoved(fact);
    case 'caseListed':
      return [
        ...planReviewFor(fact, standing),
        safetyPlanBefore(fact.data.meetingOn),
        fallsAway(['consentDecision'], 'listed'),
        ...interim.caseListed(fact, standing),
        ...deferral.caseListed(fact),
      ];
    case 'takenOffList':
      return [fallsAway(['planReview'], 'takenOffList'), safetyPlanBefore(null)];
    case 'caseDeferred':
      return [fallsAway(['planReview'], 'deferred'), safetyPlanBefore(null), ...deferral.caseDeferred(standing)];
    case 'caseHeard':
      return heard(standing);
    case 'heardElsewhere':
      return [fallsAway(['consentDecision'], 'heard'), ...heard(standing)];
    case 'interimDecided':
      return [done(['interimDecision'])];
    case 'deferralDecided':
      return [done(['deferralDecision'])];
    case 'planReviewed':
      return [done(['planReview'])];
    case 'contactAttempted':
      return contactAttempted(fact, standing, policy.contact.attempts.value);
    case 'contactSuspended':
      return [starts('contactDecision', { type: 'victim', id: fact.data.victimId }, serviceOf(standing))];
    case 'contactDecided':
      return [
        done(['contactDecision'], fact.data.victimId),
        ...(fact.data.decision === 'ended'
          ? [fallsAway(untilEngaged, 'contactEnded')]
          : reachingOwedAgain(standing, policy.contact.attempts.value)),
      ];
    case 'attemptsDecided':
      return attemptsDecided(fact, standing);
    case 'engagementRecorded':
      return engagementRecorded(fact, standing);
    case 'safetyPlanRecorded':
      // Owed for the victim and for each child: it is done when nobody is without one.
      return (standing.withoutPlan ?? []).length === 0 ? [done(['safetyPlan'])] : [];
    case 'riskReviewed':
      return [
        done(['riskReview', 'breachReview']),
        starts('riskReview', theCase, idva),
        ...interim.riskReviewed(fact, standing),
      ];
    case 'outcomeTold':
      return [done(['outcomeTold'])];
    case 'referrerTold':
      return fact.data.about === 'meeting' ? [done(['referrerTold'])] : [];
    case 'supportEnded':
      return [
        fallsAway(['safetyPlan', 'riskReview', 'allocation', ...untilEngaged], 'supportEnded'),
        fallsAway(['contactDecision'], 'supportEnded', standing.id),
      ];
    case 'liveDateAdded':
      return liveDates.liveDateAdded(fact, standing);
    case 'liveDateOutcome':
      return liveDates.liveDateOutcome(fact, standing);
    case 'hearingAdjourned':
      return liveDates.hearingAdjourned(fact, standing);
    case 'hearingCompanySet':
      return liveDates.hearingCompanySet(fact, standing);
    case 'resultTold':
      return [done(liveDates.tellingResults, fact.data.liveDateId)];
    case 'liveDateMoved':
      return liveDates.liveDateMoved(fact, standing);
    case 'liveDateReviewed':
      return liveDates.liveDateReviewed(fact, standing);
    case 'orderBreached':
      return liveDates.orderBreached(fact, standing);
    case 'liveDateDisposed':
      return liveDates.liveDateDisposed(fact);
    case 'flagSet':
      return [
        fallsAway(['repeatFlag'], 'setAnew'),
        starts('repeatFlag', theCase, nobody, { anchor: fact.data.countedFrom }),
      ];
    case 'flagEnded':
      return [done(['repeatFlag'])];
    case 'transferRequested':
      return transferRequested(fact);
    case 'transferRefused':
      return transferRefused(fact);
    case 'transferWithdrawn':
      return transferWithdrawn(fact);
    case 'transferAccepted':
      return transferAccepted(fact, standing);
    case 'transferredOutside':
      return transferredOutside(fact);
    case 'referralMerged':
      return referralMerged();
    case 'mergeUndone':
    case 'mergeUndoneUngraded':
    case 'mergeUndoneUnscreened':
      return mergeUndone(fact, standing, policy);
    case 'referralJoined':
      return referralJoined(fact, standing, policy);
    case 'referralParted':
      // A plan that was owed for children who have gone is done when nobody else is without one.
      return [
        ...((standing.withoutPlan ?? []).length === 0 ? [fallsAway(['safetyPlan'], 'merged')] : []),
        ...childrenParted(fact, standing),
      ];
    case 'likelyMatchNoted':
      return matchNoted(fact, standing);
    case 'likelyMatchDecided':
      return [done(['likelyMatch'], fact.data.matchId)];
    case 'repeatFound':
      return repeatFound(fact, standing);
    case 'repeatWithdrawn':
      return [fallsAway(['planReview'], 'noRepeat')];
    case 'repeatTakenBack':
      return [fallsAway(['planReview', 'repeatFlag'], 'reportTakenOut')];
    case 'referralTakenBack':
      return [
        fallsAway(
          clockKinds.filter((kind) => !staysWhenDeclined(kind)),
          'reportTakenOut',
        ),
      ];
    case 'caseClosed':
      // Put down as history it may be closed over these; a case that runs here may not.
      return [fallsAway(notifyingOfChildren, 'closedAsHistory')];
    case 'caseReopened':
    case 'caseReopenedUnheard':
    case 'caseReopenedUngraded':
    case 'caseReopenedUnscreened':
      return [
        ...notificationsOwed(fact.data.childrenOwed ?? [], standing.grade, policy),
        ...engagementNeverRecorded(standing),
      ];
    case 'victimDied':
      return death.victimDied();
    case 'deathTakenBack':
      return death.deathTakenBack(fact, standing);
    case 'caseEnded':
      return standing.legalHold ? [] : [starts('retentionReview', theCase, nobody)];
    case 'recordKept': {
      const { until, reasonId } = fact.data;
      const due = { type: 'day', date: until } as const;
      return [{ do: 'move', kinds: ['retentionReview'], subjectId: standing.id, due, because: 'moved', reasonId }];
    }
    case 'recordErased':
      return [done(['retentionReview'])];
    case 'proceedingOpened':
    case 'milestoneReached':
    case 'proceedingEnded':
    case 'standsAsHeard':
    case 'twoAreasNoted':
    case 'caughtUp':
    case 'peopleSearchedFor':
    case 'reversedPairNoted':
    case 'assessedWithoutReferral':
    case 'furtherAbuseReported':
    case 'reportTakenOut':
    case 'commandParked':
    case 'safeContactChanged':
    case 'safeContactProposed':
    case 'safeContactProposalSettled':
    case 'safetyPlanReviewed':
    case 'victimViewRecorded':
      return [];
  }
}

/** Whoever referred it hears what became of it, and the victim what was decided. */
function heard(standing: CaseStanding): readonly DutyChange[] {
  const theCase = theCaseOf(standing);
  return [
    fallsAway(['planReview', 'outcomeTold', 'interimDecision', 'deferralDecision'], 'heard'),
    starts('referrerTold', theCase, nobody),
    ...(standing.frozen ? [] : [starts('outcomeTold', theCase, idvaOf(standing))]),
    ...engagementNeverRecorded(standing),
  ];
}

/** Whoever has the later record is asked; the case of the record that was there is told, and may decide as well. */
function matchNoted({ data }: Fact<'likelyMatchNoted'>, standing: CaseStanding): readonly DutyChange[] {
  const here = data.part === 'victim' ? standing.victimId : standing.perpetratorId;
  if (here !== data.personId) return [];
  return [starts('likelyMatch', { type: 'likelyMatch', id: data.matchId }, nobody)];
}
