import type { IsoDate, IsoInstant } from '../calendar/time.ts';
import { type AdviserPlaces, afterAllocation, afterPlaceEnded, leadAdviser } from '../idva/adviserPlaces.ts';
import type { Grade, Route } from '../risk/grade.ts';
import type { CaseFact, Fact, FactData } from './caseFact.ts';
import type { ReturnStatistics } from './facts/referral.ts';
import type { EngagementStatus, ExitAnswer, SupportEnd } from './facts/support.ts';
import { isOtherService } from './isOtherService.ts';
import type { Stage } from './stage.ts';
import { next } from './transitions.ts';

/** A case as boards and reports see it: a fold over its facts, one row of the read model. */
export interface CaseStanding {
  readonly id: string;
  readonly reference: string;
  readonly areaId: string;
  readonly pairId: string;
  readonly victimId: string;
  readonly perpetratorId: string;
  readonly stage: Stage;
  readonly silent: boolean;
  readonly adopted: boolean;
  readonly frozen: boolean;
  readonly legalHold: boolean;
  readonly route: Route;
  readonly assessedCount: number | null;
  readonly assessedGrade: Grade | null;
  readonly grade: Grade | null;
  readonly repeatOfId: string | null;
  /** The days of the events that came together to potential escalation when it was graded last. */
  readonly escalationDays: readonly IsoDate[];
  readonly referrerId: string;
  readonly idvaServiceId: string;
  /** Of a case that was handed over: the IDVA service has the victim. It was handed over to that service, or nobody else has taken it on yet. */
  readonly withIdva: boolean;
  /** The hand-over of the case to another service; null where there is none, and in rows from before it was kept. */
  readonly handedOverId: string | null;
  /** Who leads the support; null while the duty queue has the case. */
  readonly adviserId: string | null;
  /** Null where the row is from before there were kinds of adviser. */
  readonly advisers: AdviserPlaces | null;
  readonly engagement: EngagementStatus | 'none';
  readonly contactSuspended: boolean;
  readonly deferrals: number;
  readonly openActionIds: readonly string[];
  readonly attempts: number;
  readonly planReviewed: boolean;
  /** The victim and the children for whom no safety plan was made yet; null where the row is from before they were named. */
  readonly withoutPlan: readonly string[] | null;
  /** Children of school age of whose schools nothing is on record; null where the row is from before anybody asked. */
  readonly schoolsOwed: readonly string[] | null;
  readonly firstEngagedAt: IsoInstant | null;
  readonly supportEnd: SupportEnd | null;
  readonly feltSafer: ExitAnswer | null;
  readonly abuseStopped: ExitAnswer | null;
  readonly childCount: number;
  readonly statistics: ReturnStatistics;
  readonly receivedAt: IsoInstant;
  readonly screenedAt: IsoInstant | null;
  readonly acceptedAt: IsoInstant | null;
  readonly firstAttemptAt: IsoInstant | null;
  readonly firstSpokeAt: IsoInstant | null;
  readonly listedAt: IsoInstant | null;
  readonly meetingId: string | null;
  /** The London date of the meeting it is listed for. */
  readonly meetingOn: IsoDate | null;
  readonly heardAt: IsoInstant | null;
  readonly heardMeetingId: string | null;
  /** What is known of the meeting elsewhere that heard it before it was taken over; null where none did. */
  readonly heardElsewhereId: string | null;
  /** When the last of its actions so far ended, whichever outcome was written down first. */
  readonly lastActionEndedAt: IsoInstant | null;
  readonly actionsEndedAt: IsoInstant | null;
  readonly closedAt: IsoInstant | null;
  readonly supportEndedAt: IsoInstant | null;
  readonly endedAt: IsoInstant | null;
  readonly flagEndsOn: IsoDate | null;
  /** When its words and people were erased; null while they are kept. */
  readonly erasedAt: IsoInstant | null;
  /** The area that sent the case here, and when this one took it over; null where it was always here. */
  readonly transferredFromId: string | null;
  readonly transferredAt: IsoInstant | null;
  /** The case of the same two people into which this referral was merged; null where it stands for itself. */
  readonly mergedIntoId: string | null;
}

/** The standing of a case after one more fact; only the referral can be the first. */
export function standingAfter(standing: CaseStanding | null, caseId: string, fact: CaseFact): CaseStanding {
  if (fact.type === 'referralReceived') return received(caseId, fact);
  if (!standing) throw new Error(`A case cannot begin with the fact ${fact.type}.`);
  return { ...standing, ...changes(standing, fact), stage: next(standing.stage, fact.type) };
}

function received(id: string, { data, occurred }: Fact<'referralReceived'>): CaseStanding {
  return {
    id,
    reference: data.reference,
    areaId: data.areaId,
    pairId: data.pairId,
    victimId: data.victimId,
    perpetratorId: data.perpetratorId,
    stage: 'received',
    silent: data.adopted,
    adopted: data.adopted,
    frozen: false,
    legalHold: false,
    route: data.route,
    assessedCount: data.assessment?.count ?? null,
    assessedGrade: data.assessment?.policeGrade ?? null,
    grade: null,
    repeatOfId: data.repeatOfId,
    escalationDays: [],
    referrerId: data.referrerId,
    idvaServiceId: data.idvaServiceId,
    withIdva: false,
    handedOverId: null,
    adviserId: null,
    advisers: {},
    engagement: 'none',
    contactSuspended: false,
    deferrals: 0,
    openActionIds: [],
    attempts: 0,
    planReviewed: false,
    withoutPlan: [data.victimId, ...data.children.flatMap((child) => (child.ageBand === 'adult' ? [] : child.childId))],
    // What is taken over from elsewhere happened long before the next school day.
    schoolsOwed: data.adopted ? [] : data.children.flatMap((child) => (child.ofSchoolAge ? child.childId : [])),
    firstEngagedAt: null,
    supportEnd: null,
    feltSafer: null,
    abuseStopped: null,
    childCount: data.children.filter((child) => child.ageBand !== 'adult').length,
    statistics: data.statistics,
    receivedAt: occurred.at,
    screenedAt: null,
    acceptedAt: null,
    firstAttemptAt: null,
    firstSpokeAt: null,
    listedAt: null,
    meetingId: null,
    meetingOn: null,
    heardAt: null,
    heardMeetingId: null,
    heardElsewhereId: null,
    lastActionEndedAt: null,
    actionsEndedAt: null,
    closedAt: null,
    supportEndedAt: null,
    endedAt: null,
    flagEndsOn: null,
    erasedAt: null,
    transferredFromId: null,
    transferredAt: null,
    mergedIntoId: null,
  };
}

function changes(standing: CaseStanding, fact: Exclude<CaseFact, Fact<'referralReceived'>>): Partial<CaseStanding> {
  const { at } = fact.occurred;
  switch (fact.type) {
    case 'caughtUp':
      return { silent: false };
    case 'referralAccepted':
      return { screenedAt: standing.screenedAt ?? at, acceptedAt: at };
    case 'referralReturned':
    case 'referralDeclined':
      return { screenedAt: standing.screenedAt ?? at };
    case 'referralCompleted': {
      const { assessment } = fact.data;
      return assessment ? { assessedCount: assessment.count, assessedGrade: assessment.policeGrade } : {};
    }
    case 'riskGraded':
      return {
        grade: fact.data.grade,
        escalationDays: fact.data.escalation ?? [],
        ...(fact.data.route ? { route: fact.data.route } : {}),
      };
    case 'adviserAllocated':
      return allocated(standing, fact);
    case 'allocationEnded':
      return placeEnded(standing, fact);
    case 'actionSet':
      return { openActionIds: [...standing.openActionIds, fact.data.actionId], actionsEndedAt: null };
    case 'actionCompleted':
    case 'actionNotPossible':
    case 'actionNotDone':
      return actionEnded(standing, fact.data.actionId, at);
    case 'caseListed':
      return { listedAt: standing.listedAt ?? at, meetingId: fact.data.meetingId, meetingOn: fact.data.meetingOn };
    case 'takenOffList':
      return offTheList;
    case 'standsAsHeard':
      return {};
    case 'caseHeard':
      return heard(standing, at, { ...offTheList, heardMeetingId: fact.data.meetingId });
    case 'heardElsewhere':
      return heard(standing, at, { heardElsewhereId: fact.data.contentId });
    case 'caseDeferred':
      return { ...offTheList, deferrals: standing.deferrals + 1 };
    case 'planReviewed':
      return { planReviewed: true };
    case 'contactAttempted':
      // A failed safety check is no attempt: it meets no duty, and it does not count towards the three.
      if (fact.data.result === 'unsafe') return {};
      return {
        attempts: standing.attempts + 1,
        firstAttemptAt: earlier(standing.firstAttemptAt, at),
        firstSpokeAt: fact.data.result === 'spoke' ? earlier(standing.firstSpokeAt, at) : standing.firstSpokeAt,
      };
    case 'contactSuspended':
      return { contactSuspended: true };
    case 'contactDecided':
      return { contactSuspended: fact.data.decision !== 'resumed' };
    case 'engagementRecorded':
      return {
        engagement: fact.data.status,
        firstEngagedAt: fact.data.status === 'engaged' ? earlier(standing.firstEngagedAt, at) : standing.firstEngagedAt,
      };
    case 'safetyPlanRecorded': {
      const { subjectIds } = fact.data;
      const withoutPlan = (standing.withoutPlan ?? []).filter((id) => subjectIds && !subjectIds.includes(id));
      return { withoutPlan };
    }
    case 'supportEnded': {
      const { status, feltSafer = 'notAsked', abuseStopped = 'notAsked' } = fact.data;
      return { supportEndedAt: at, supportEnd: status, feltSafer, abuseStopped };
    }
    case 'caseClosed':
      return { closedAt: at };
    case 'caseReopened':
    case 'caseReopenedUnheard':
      return { closedAt: null };
    case 'flagSet':
      return { flagEndsOn: fact.data.endsOn };
    case 'transferAccepted':
      return transferAccepted(fact, standing);
    case 'transferredOutside':
      return { closedAt: standing.closedAt ?? at };
    case 'referralMerged':
      return { mergedIntoId: fact.data.intoCaseId };
    case 'mergeUndone':
    case 'mergeUndoneUngraded':
    case 'mergeUndoneUnscreened':
      return { mergedIntoId: null };
    case 'referralJoined': {
      const minors = fact.data.children.filter(({ ageBand }) => ageBand !== 'adult').map(({ childId }) => childId);
      const withoutPlan = [...(standing.withoutPlan ?? []), ...minors];
      const owed = fact.data.children.filter(({ schoolOwed }) => schoolOwed).map(({ childId }) => childId);
      const schoolsOwed = [...(standing.schoolsOwed ?? []), ...owed];
      return { withoutPlan, schoolsOwed, childCount: standing.childCount + minors.length };
    }
    case 'referralParted': {
      const { minorIds, childIds } = fact.data;
      const withoutPlan = (standing.withoutPlan ?? []).filter((id) => !minorIds.includes(id));
      return {
        withoutPlan,
        schoolsOwed: owedBut(standing, childIds),
        childCount: standing.childCount - minorIds.length,
      };
    }
    case 'childAdded':
      return childAdded(standing, fact.data);
    case 'childTakenOut':
      return childTakenOut(standing, fact.data);
    case 'childPutRight':
      return childPutRight(standing, fact.data);
    case 'schoolsTold':
      return { schoolsOwed: owedBut(standing, fact.data.children) };
    case 'repeatFound':
      return { repeatOfId: fact.data.repeatOfId };
    case 'repeatWithdrawn':
      return { repeatOfId: null };
    case 'victimDied':
      return { frozen: true, legalHold: true };
    case 'caseEnded':
      return { endedAt: at };
    case 'recordErased':
      return { erasedAt: at };
    case 'handedOver':
      // Until somebody else has said that they take it on, the victim is the service's.
      return {
        withIdva: true,
        handedOverId: fact.data.toAgencyId === standing.idvaServiceId ? null : fact.data.handoverId,
      };
    case 'acknowledged':
      return isHandedOver(standing, fact.data.handoverId) ? { withIdva: false } : {};
    case 'handoverRefused':
      return isHandedOver(standing, fact.data.handoverId) ? { withIdva: true } : {};
    case 'referredOn':
      return isHandedOver(standing, fact.data.insteadOfId)
        ? { withIdva: true, handedOverId: fact.data.handoverId }
        : {};
    case 'safeguardingHandedOver':
    case 'refusalSettled':
    case 'consentDecisionOwed':
    case 'consentDecided':
    case 'childrenNotified':
    case 'interimDecided':
    case 'deferralDecided':
    case 'childServicesFound':
    case 'actionReassigned':
    case 'actionDueMoved':
    case 'attemptsDecided':
    case 'safeContactChanged':
    case 'safeContactProposed':
    case 'safeContactProposalSettled':
    case 'safetyPlanReviewed':
    case 'victimViewRecorded':
    case 'riskReviewed':
    case 'outcomeTold':
    case 'twoAreasNoted':
    case 'referrerTold':
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
    case 'transferRequested':
    case 'transferRefused':
    case 'transferWithdrawn':
    case 'peopleSearchedFor':
    case 'reversedPairNoted':
    case 'likelyMatchNoted':
    case 'likelyMatchDecided':
    case 'assessedWithoutReferral':
    case 'furtherAbuseReported':
    case 'flagEnded':
    case 'recordKept':
    case 'commandParked':
      return {};
  }
}

/** Whether this is the hand-over of the case itself, and not one of something in it. */
export function isHandedOver({ handedOverId }: CaseStanding, handoverId: string | null): boolean {
  return handedOverId !== null && handedOverId === handoverId;
}

function owedBut({ schoolsOwed }: CaseStanding, told: readonly string[]): readonly string[] {
  return (schoolsOwed ?? []).filter((id) => !told.includes(id));
}

function childAdded(standing: CaseStanding, child: FactData['childAdded']): Partial<CaseStanding> {
  const { childId, ageBand, schoolOwed } = child;
  const schoolsOwed = schoolOwed ? [...(standing.schoolsOwed ?? []), childId] : standing.schoolsOwed;
  if (ageBand === 'adult') return { schoolsOwed };
  const withoutPlan = [...(standing.withoutPlan ?? []), childId];
  return { schoolsOwed, withoutPlan, childCount: standing.childCount + 1 };
}

/** Whether somebody is a child of the case is a matter of how old they were when it was told of them. */
function childPutRight(standing: CaseStanding, child: FactData['childPutRight']): Partial<CaseStanding> {
  const { childId, ageBand, bandBefore, schoolOwed, ofSchoolAge = false } = child;
  const others = owedBut(standing, [childId]);
  const stillOwed = ofSchoolAge && standing.schoolsOwed?.includes(childId) === true;
  const schoolsOwed = schoolOwed || stillOwed ? [...others, childId] : others;
  const [was, is] = [bandBefore !== 'adult', ageBand !== 'adult'];
  if (was === is) return { schoolsOwed };
  const plans = (standing.withoutPlan ?? []).filter((id) => id !== childId);
  return {
    schoolsOwed,
    withoutPlan: is ? [...plans, childId] : plans,
    childCount: standing.childCount + (is ? 1 : -1),
  };
}

function childTakenOut(standing: CaseStanding, { childId, ageBand }: FactData['childTakenOut']): Partial<CaseStanding> {
  return {
    schoolsOwed: owedBut(standing, [childId]),
    withoutPlan: (standing.withoutPlan ?? []).filter((id) => id !== childId),
    childCount: standing.childCount - (ageBand === 'adult' ? 0 : 1),
  };
}

const offTheList = { meetingId: null, meetingOn: null } as const;

function allocated({ id, advisers }: CaseStanding, { data }: Fact<'adviserAllocated'>): Partial<CaseStanding> {
  const places = afterAllocation(advisers, id, data);
  return { advisers: places, adviserId: leadAdviser(places) };
}

function placeEnded(standing: CaseStanding, { data }: Fact<'allocationEnded'>): Partial<CaseStanding> {
  const places = afterPlaceEnded(standing, data.allocationId);
  return { advisers: places, adviserId: leadAdviser(places) };
}

/** The case is the other area's now; where another service serves it, that service begins to support. */
function transferAccepted(
  { data, occurred }: Fact<'transferAccepted'>,
  { engagement, supportEndedAt }: CaseStanding,
): Partial<CaseStanding> {
  const { fromAreaId, toAreaId, idvaServiceId } = data;
  const moved = { areaId: toAreaId, transferredFromId: fromAreaId, transferredAt: occurred.at, closedAt: null };
  if (!isOtherService(data)) return moved;
  const support = {
    attempts: 0,
    supportEndedAt: null,
    engagement: supportEndedAt === null ? engagement : 'none',
  } as const;
  return { ...moved, idvaServiceId, adviserId: null, advisers: {}, ...support };
}

/** Where it is heard again the first hearing counts; another area that has taken it over has a first one of its own. */
function heard(standing: CaseStanding, heardAt: IsoInstant, where: Partial<CaseStanding>): Partial<CaseStanding> {
  const { heardAt: before, transferredAt } = standing;
  if (before !== null && (transferredAt === null || transferredAt < before))
    return { ...offTheList, actionsEndedAt: actionsEnded(standing) };
  return { ...where, heardAt, actionsEndedAt: actionsEnded({ ...standing, heardAt }) };
}

/** What had ended already, as not done, and is completed late has ended when it first did. */
function actionEnded(standing: CaseStanding, actionId: string, at: IsoInstant): Partial<CaseStanding> {
  if (!standing.openActionIds.includes(actionId)) return {};
  const openActionIds = standing.openActionIds.filter((id) => id !== actionId);
  const ended = { openActionIds, lastActionEndedAt: later(standing.lastActionEndedAt, at) };
  return { ...ended, actionsEndedAt: actionsEnded({ ...standing, ...ended }) };
}

/** When nothing was left to do after the hearing: with the latest outcome, in whatever order they were written down. */
function actionsEnded({ heardAt, openActionIds, lastActionEndedAt }: CaseStanding): IsoInstant | null {
  return heardAt === null || openActionIds.length > 0 ? null : later(lastActionEndedAt, heardAt);
}

/** The earlier of two moments, whichever was written down first. */
function earlier(one: IsoInstant | null, other: IsoInstant): IsoInstant {
  return one !== null && one < other ? one : other;
}

function later(one: IsoInstant | null, other: IsoInstant): IsoInstant {
  return one !== null && one > other ? one : other;
}
