import type { IsoDate, IsoInstant, Occurred } from '../calendar/time.ts';
import type { Clock, Due } from '../clocks/clock.ts';
import type { RecipientRole } from '../clocks/ladder.ts';
import type { MoveReason } from '../clocks/moveClock.ts';
import type {
  AdjournmentReason,
  BailAuthority,
  DateChange,
  Milestone,
  MilestoneResult,
  OrderCondition,
  ProceedingKind,
  ProceedingOutcome,
  ReviewReason,
} from '../court/codes.ts';
import type { EngineFactOf } from '../matters/engineFact.ts';
import type { Grade, Route } from '../risk/grade.ts';

export type YesNoUnknown = 'yes' | 'no' | 'notKnown';

/** What the quarterly return counts of a case: codes only, so that figures outlive the erasure of the person. */
export interface ReturnStatistics {
  readonly minorityEthnic: YesNoUnknown;
  readonly lgbt: YesNoUnknown;
  readonly disabled: YesNoUnknown;
  readonly maleVictim: YesNoUnknown;
  readonly victim16or17: YesNoUnknown;
  readonly perpetratorUnder18: YesNoUnknown;
}

export interface ChildInReferral {
  readonly childId: string;
  readonly personId: string | null;
  readonly ageBand: 'unborn' | 'underOne' | 'oneToSeventeen' | 'adult';
  /** The children's services of the child's address; where nobody covers it, those of the area stand in until somebody says. */
  readonly servicesAgencyId: string;
  /** How they were found; missing in earlier records, where they were the area's or named. */
  readonly servicesBy?: 'named' | 'address' | 'area' | 'nobody';
  /** The local authority of the address, whose school terms count; missing or null where it is not known. */
  readonly authorityId?: string | null;
  /** Whether the school is to be told; missing in earlier records: nobody was asked to. */
  readonly ofSchoolAge?: boolean;
}

/** What was done about the school of a child; `toldAlready` by the police or somebody else. */
export const schoolResults = ['told', 'toldAlready', 'notAtSchool', 'schoolNotKnown'] as const;
export type SchoolResult = (typeof schoolResults)[number];

export interface AssessmentTaken {
  readonly assessmentId: string;
  readonly tool: string;
  readonly toolVersion: string;
  readonly count: number | null;
  readonly policeGrade: Grade | null;
  /** The answers with the wording that was shown, frozen. */
  readonly contentId: string | null;
}

export type DeclineReason = 'duplicate' | 'wrongArea' | 'belowThreshold' | 'notDomesticAbuse';
export type LiveDateKind =
  | 'hearing'
  | 'dvpn'
  | 'dapn'
  | 'dvpo'
  | 'nonMolestation'
  | 'occupation'
  | 'restraining'
  | 'dapo'
  | 'preChargeBail'
  | 'releasedUnderInvestigation'
  | 'custodyRelease'
  | 'claresLaw';

/** What is known of a live date beside its kind and its date. Cases of the first release know none of it. */
export interface LiveDateDetails {
  /** The proceedings a hearing belongs to. */
  readonly proceedingId?: string | null;
  /** When an order was made, a notice served, bail granted, an application received. */
  readonly startsAt?: IsoInstant;
  readonly conditions?: readonly OrderCondition[];
  /** Whose duty it is where it is not the adviser's: the force that served a notice, whoever answers an application. */
  readonly agencyId?: string | null;
  readonly authorisedBy?: BailAuthority | null;
  /** Whether the victim has enhanced rights to be told, as is usual in domestic abuse. */
  readonly enhancedRights?: boolean;
  readonly adjournedFromId?: string | null;
  /** Who goes along to a hearing; the first is the one who is reminded. */
  readonly companionIds?: readonly string[];
  /** The post that watches it, where the case is closed. */
  readonly watchedById?: string | null;
}

/** Of which kind a live date is and who watches it, said again with what became of it, so that duties follow. */
export interface OfLiveDate {
  readonly kind: LiveDateKind;
  readonly watchedById: string | null;
}
export type ContactResult = 'spoke' | 'noAnswer' | 'messageLeft' | 'wrongNumber' | 'someoneElseAnswered' | 'unsafe';
export const supportEnds = ['planned', 'unableToContact', 'moved', 'declined', 'disengaged'] as const;
export type SupportEnd = (typeof supportEnds)[number];
export const exitAnswers = ['yes', 'no', 'notAsked'] as const;
export type ExitAnswer = (typeof exitAnswers)[number];
/** How the risk changed between two assessments; not comparable where they were counted differently or not at all. */
export type RiskChange = 'lower' | 'same' | 'higher' | 'notComparable';
export type EngagementStatus = 'engaged' | 'dormant' | 'declined' | 'disengaged' | 'unableToContact';
/** Kinds of support a victim may have side by side. */
export const adviserKinds = ['community', 'court', 'health'] as const;
export type AdviserKind = (typeof adviserKinds)[number];
export type Presence = 'present' | 'deputy' | 'absent' | 'apologies';
export interface Attendance {
  readonly agencyId: string;
  readonly presence: Presence;
}

/** What goes to another MARAC with a case, as it stood when it was sent: ids, codes and dates; the words stay content. */
export interface TransferPack {
  readonly referralId: string | null;
  readonly assessmentIds: readonly string[];
  readonly minutes: readonly { readonly meetingOn: IsoDate | null; readonly contentId: string }[];
  /** The actions that were open. */
  readonly actions: readonly {
    readonly actionId: string;
    readonly agencyId: string;
    readonly riskCode: string;
    readonly urgent: boolean;
    readonly due: Due | null;
    readonly contentId: string;
  }[];
}

/** What a victim may be referred on to outside MARAC; `standardRisk` is a service that takes the case itself on. */
export const outwardKinds = [
  'standardRisk',
  'adultSafeguarding',
  'isva',
  'matac',
  'sanctuaryScheme',
  'fireHomeSafetyVisit',
  'victimSupport',
  'mediumRiskBoard',
] as const;
export type OutwardKind = (typeof outwardKinds)[number];
/** Where a case goes that scored high, below the county's threshold, and whose victim did not consent. */
export const consentDecisions = ['marac', 'idvaService', 'standardRiskService'] as const;
export type ConsentDecision = (typeof consentDecisions)[number];

export type LiveDateDisposal = 'ended' | 'transferred' | 'watched';

/** A child of a referral that was merged into another case, as that case knows it from then on. */
export interface JoinedChild extends ChildInReferral {
  /** The notification by which children’s services were told of the child in the other case; null where they were not. */
  readonly notificationId: string | null;
  /** Whether nothing is on record there of the child’s school yet; missing where the school is none of our business. */
  readonly schoolOwed?: boolean;
  /** What is on record there of the child’s school, and since when; missing where nothing is. */
  readonly school?: { readonly result: SchoolResult; readonly at: IsoInstant };
}

/** Which case a referral was merged into, and why; said again when that is undone. */
export interface MergeData {
  readonly intoCaseId: string;
  readonly reasonId: string;
}

/** What is told to people beside the rungs of a ladder. */
export type NoticeCode =
  | 'rung'
  | 'referralScreened'
  | 'referralReturned'
  | 'actionSet'
  | 'secondDeferral'
  | 'contactSuspended'
  | 'twoAreas'
  | 'reversedPair'
  | 'assessedAnew'
  | 'victimDied'
  | 'furtherAbuse'
  | 'childrenNotified'
  | 'handedOver'
  | 'handoverRefused'
  | 'peopleSearchedFor'
  | 'referralJoined'
  | 'commandParked'
  | 'caseAllocated'
  | 'researchAsked'
  | 'researchSilent'
  | 'emergencyMeeting'
  | 'meetingShort'
  | 'meetingInvited'
  | 'meetingMoved'
  | 'meetingCancelled'
  | 'minutesSent'
  | 'transferOffered'
  | 'transferAccepted'
  | 'transferRefused'
  | 'transferWithdrawn';

/**
 * Everything that can be said of a case, by name. Data are ids, codes, dates and numbers, never words about a
 * person: those are content, and a fact holds their id.
 */
export interface FactData {
  referralReceived: {
    reference: string;
    areaId: string;
    pairId: string;
    victimId: string;
    perpetratorId: string;
    referrerId: string;
    referringAgencyIds: readonly string[];
    idvaServiceId: string;
    route: Route;
    assessment: AssessmentTaken | null;
    children: readonly ChildInReferral[];
    victimUnder16: boolean;
    consent: 'given' | 'notGiven';
    statistics: ReturnStatistics;
    narrativeId: string;
    adopted: boolean;
    /** The day of the incident, where it decides whether this is a repeat; null: the day of the referral does. */
    incidentOn: IsoDate | null;
    /** Filled in by the store under the pair's lock: the accepted case within the flag that this one repeats. */
    repeatOfId: string | null;
  };
  caughtUp: Record<string, never>;
  safeguardingHandedOver: { handoverId: string; toAgencyId: string };
  referralAccepted: { routesMet: readonly Route[]; adviceId: string | null };
  referralReturned: { missing: readonly string[]; noteId: string | null };
  referralCompleted: { contentId: string; assessment: AssessmentTaken | null };
  referralDeclined: { reason: DeclineReason; adviceId: string };
  riskGraded: {
    count: number | null;
    policeGrade: Grade | null;
    judgement: Grade | null;
    reasonId: string | null;
    /** The highest of the three, by the thresholds in force; filled in by the store. */
    grade: Grade;
    overrides: Grade | null;
    toMarac: boolean;
  };
  handedOver: { handoverId: string; toAgencyId: string; urgent: boolean };
  /** Referred on to a service outside MARAC, perhaps in place of one that had refused. */
  referredOn: {
    handoverId: string;
    kind: OutwardKind;
    toAgencyId: string;
    urgent: boolean;
    contentId: string | null;
    insteadOfId: string | null;
  };
  /** Whoever was handed something does not take it on, at once or after all: it comes back to the area. */
  handoverRefused: { handoverId: string; reasonId: string };
  /** Somebody decided what follows a refusal, where nothing is handed to another in its place. */
  refusalSettled: { handoverId: string; reasonId: string; byId: string };
  /** Graded high below the county's threshold, and the victim did not consent: a named person has to decide. */
  consentDecisionOwed: { count: number };
  consentDecided: { decision: ConsentDecision; reasonId: string; byId: string };
  childrenNotified: {
    notificationId: string;
    children: readonly string[];
    toAgencyId: string;
    urgent: boolean;
    alreadySent: boolean;
    /** What it tells: incident, concerns, history, situation. Left out where it was sent before, and in earlier records. */
    contentId?: string | null;
    /** The notification whose message tells of this child too: a family is told of once, each child is acknowledged. */
    toldWith?: string;
  };
  /** Somebody found out which services answer for the address of a child. */
  childServicesFound: { childId: string; servicesAgencyId: string };
  /** The schools of these children were told, or why not; a family is told of once. */
  schoolsTold: { children: readonly string[]; result: SchoolResult; contentId: string | null };
  acknowledged: { handoverId: string };
  adviserAllocated: {
    adviserId: string;
    /** Records from before there were kinds have only the adviser: for the community. */
    kind?: AdviserKind;
    allocationId?: string;
    /** The allocation of the same kind that ends with this one. */
    replacesId?: string | null;
    overCapacity?: boolean;
    reasonId?: string | null;
  };
  actionSet: {
    actionId: string;
    agencyId: string;
    ownerId: string | null;
    riskCode: string;
    urgent: boolean;
    due: Due | null;
    contentId: string;
    meetingId: string | null;
  };
  actionCompleted: { actionId: string; noteId: string | null };
  actionNotPossible: { actionId: string; reasonId: string };
  actionNotDone: { actionId: string; reasonId: string };
  actionReassigned: { actionId: string; agencyId: string; ownerId: string | null; reasonId: string };
  actionDueMoved: { actionId: string; due: Due; extension: boolean; reasonId: string };
  caseListed: {
    listingId: string;
    meetingId: string;
    meetingOn: IsoDate;
    overflow: boolean;
    because:
      | 'graded'
      | 'repeat'
      | 'deferred'
      | 'decided'
      | 'late'
      | 'emergency'
      | 'meetingCancelled'
      | 'meetingMoved'
      | 'transfer'
      | 'mergeUndone';
    reasonId: string | null;
    /** Listed after the list was locked: the meeting is told, so that agencies are asked. */
    late?: boolean;
  };
  takenOffList: { listingId: string; meetingId: string; decisionId: string | null };
  caseHeard: {
    meetingId: string;
    meetingOn: IsoDate;
    listingId: string;
    attendance: readonly Attendance[];
    minuteId: string | null;
  };
  /** It had been heard, before it was taken over, by a meeting that this system did not run; the words say which. */
  heardElsewhere: { meetingOn: IsoDate; contentId: string };
  caseDeferred: {
    meetingId: string;
    meetingOn: IsoDate;
    listingId: string;
    reasonId: string;
    attendance: readonly Attendance[];
  };
  planReviewed: { contentId: string };
  contactAttempted: {
    attemptId: string;
    result: ContactResult;
    medium: string;
    byId: string;
    noteId: string | null;
    /** Made outside the safe times the victim had named, and why. */
    outsideSafeTimes?: boolean;
    reasonId?: string | null;
  };
  safeContactChanged: { victimId: string; contentId: string };
  contactSuspended: { victimId: string; attemptId: string };
  contactDecided: {
    victimId: string;
    decision: 'resumed' | 'ended';
    reasonId: string;
    /** Decided in another case of the victim, and only followed here: contact may have been suspended again since. */
    elsewhere?: true;
  };
  engagementRecorded: { status: EngagementStatus; noteId: string | null };
  attemptsDecided: { decision: 'continue' | 'stop'; reasonId: string };
  safetyPlanRecorded: {
    planId: string;
    contentId: string;
    /** The victim (as a person) and the children (of the case) it is for; left out: everybody. */
    subjectIds?: readonly string[];
    byId?: string;
  };
  safetyPlanReviewed: {
    reviewId: string;
    planId: string;
    outcome: 'stands' | 'changed';
    byId: string;
    contentId: string | null;
  };
  /** What the victim wants the meeting to know. */
  victimViewRecorded: { viewId: string; byId: string; contentId: string };
  riskReviewed: {
    assessment: AssessmentTaken | null;
    change: RiskChange;
    contentId: string | null;
    /** The count of the assessment before, by which the change was found; filled in by the store. */
    countBefore?: number | null;
  };
  outcomeTold: { result: 'told' | 'noSafeWay'; reasonId: string | null };
  referrerTold: { about: 'screening' | 'meeting'; contentId: string | null };
  supportEnded: {
    status: SupportEnd;
    contentId: string | null;
    /** The exit form; left out: not asked. */
    feltSafer?: ExitAnswer;
    abuseStopped?: ExitAnswer;
  };
  proceedingOpened: {
    proceedingId: string;
    kind: ProceedingKind;
    /** Whether it is before a specialist domestic violence court. */
    specialist: boolean;
    startedOn: IsoDate;
    contentId: string | null;
  };
  milestoneReached: {
    proceedingId: string;
    milestone: Milestone;
    result: MilestoneResult | null;
    contentId: string | null;
  };
  proceedingEnded: { proceedingId: string; outcome: ProceedingOutcome; contentId: string | null };
  liveDateAdded: {
    liveDateId: string;
    kind: LiveDateKind;
    at: IsoInstant | null;
    contentId: string | null;
  } & LiveDateDetails;
  liveDateOutcome: {
    liveDateId: string;
    outcome: string;
    contentId: string | null;
    enhancedRights?: boolean;
  } & Partial<OfLiveDate>;
  /** The hearing did not decide; the next one is a live date of its own, and this one keeps its date. */
  hearingAdjourned: {
    liveDateId: string;
    nextId: string;
    at: IsoInstant | null;
    because: AdjournmentReason;
    watchedById: string | null;
    contentId: string | null;
  };
  hearingCompanySet: { liveDateId: string; companionIds: readonly string[]; watchedById: string | null };
  /** The victim heard what a court or the police decided, or somebody decided that there is no safe way. */
  resultTold: { liveDateId: string; result: 'told' | 'noSafeWay'; reasonId: string | null };
  liveDateMoved: {
    liveDateId: string;
    from: IsoInstant | null;
    at: IsoInstant;
    because: DateChange;
    conditions: readonly OrderCondition[] | null;
    authorisedBy: BailAuthority | null;
    enhancedRights: boolean;
    reasonId: string | null;
  } & OfLiveDate;
  liveDateReviewed: {
    liveDateId: string;
    because: ReviewReason;
    change: 'lower' | 'same' | 'higher';
    /** Whether it stands and nobody knows its date: then somebody looks again. */
    undated: boolean;
    contentId: string | null;
  } & OfLiveDate;
  orderBreached: {
    breachId: string;
    liveDateId: string;
    conditions: readonly OrderCondition[];
    contentId: string;
  } & OfLiveDate;
  liveDateDisposed: { liveDateId: string; disposal: LiveDateDisposal; watchedById: string | null };
  caseClosed: { reasonId: string | null };
  caseReopened: { reasonId: string };
  /** Reopened before it was ever heard: it needs a meeting again. */
  caseReopenedUnheard: { reasonId: string };
  furtherAbuseReported: { reportId: string; newCaseId: string | null; withinFlag: boolean };
  /** From a referral that was accepted, or by an area's policy from the meeting that heard it. */
  flagSet: { pairId: string; endsOn: IsoDate; countedFrom: IsoInstant };
  flagEnded: { pairId: string; endsOn: IsoDate };
  transferRequested: {
    transferId: string;
    /** Filled in by the store: the area whose case it is. */
    fromAreaId: string;
    /** Null where the MARAC is outside this system: its name and address are content. */
    toAreaId: string | null;
    outsideId: string | null;
    reasonId: string;
    pack: TransferPack;
  };
  /** The area has taken the case over, with all that is owed in it. */
  transferAccepted: {
    transferId: string;
    fromAreaId: string;
    toAreaId: string;
    previousIdvaServiceId: string;
    idvaServiceId: string;
    /** The places of the advisers whose service no longer supports the victim; empty where it stays the same. */
    endedPlaces: readonly { readonly adviserId: string; readonly allocationId: string }[];
    noteId: string | null;
  };
  /** A MARAC outside this system has taken the case over. */
  transferredOutside: { transferId: string; noteId: string | null };
  transferRefused: { transferId: string; toAreaId: string | null; reasonId: string };
  transferWithdrawn: { transferId: string; toAreaId: string | null; reasonId: string | null };
  /** It tells of an incident that another case of the same two people is about, and goes on there. */
  referralMerged: MergeData;
  /** The merge is undone for a referral that had been graded: it needs a meeting of its own. */
  mergeUndone: MergeData;
  /** The same for one that was accepted and not graded yet, and for one that nobody had accepted. */
  mergeUndoneUngraded: MergeData;
  mergeUndoneUnscreened: MergeData;
  /** Another referral of the same incident goes on here, with the children this case did not know of. */
  referralJoined: { fromCaseId: string; children: readonly JoinedChild[] };
  /** That referral goes its own way again. */
  referralParted: { fromCaseId: string; childIds: readonly string[]; minorIds: readonly string[] };
  /** Another area has the same two people on a list, or has heard them and still works on it. */
  twoAreasNoted: { otherCaseId: string; otherAreaId: string };
  /** The same two people are in another case with the roles reversed. */
  reversedPairNoted: { otherCaseId: string; otherAreaId: string };
  /** While the flag runs an agency assessed these two anew, and nobody has referred them. */
  assessedWithoutReferral: { assessmentId: string; agencyId: string };
  /** Somebody who may not see this case looked for its people before referring them; their coordinator is told. */
  peopleSearchedFor: { byId: string; forAreaId: string };
  victimDied: { contentId: string | null };
  caseEnded: Record<string, never>;
  commandParked: { commandType: string; problem: string };

  clockStarted: { clock: Clock; agencyId: string | null; ownerId: string | null };
  clockMoved: { clock: Clock; from: Due; because: MoveReason; reasonId: string | null };
  clockReowned: { clock: Clock; agencyId: string | null; ownerId: string | null };
  clockPaused: { clock: Clock; reasonId: string | null };
  clockResumed: { clock: Clock; pausedMs: number };
  clockAcknowledged: { clock: Clock; until: IsoDate; reasonId: string };
  clockEnded: { clock: Clock };
  rungFired: {
    clock: Clock;
    round: number;
    rung: number;
    label: string;
    plannedAt: IsoInstant;
    noted: readonly number[];
    recipients: readonly { readonly practitionerId: string; readonly role: RecipientRole | 'systemAdministrator' }[];
  };
}

export type FactType = keyof FactData;
export type Fact<T extends FactType = FactType> = { [K in T]: { type: K; occurred: Occurred; data: FactData[K] } }[T];
export type ClockFactType = Extract<FactType, `clock${string}` | 'rungFired'>;
export type CaseFactType = Exclude<FactType, ClockFactType>;
export type CaseFact = Fact<CaseFactType>;
export type ClockFact = Fact<ClockFactType>;

/** A recorded fact of a case as the engine sees it. */
export type EngineFact = EngineFactOf<CaseFact>;
