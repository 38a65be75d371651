import type { SafeContactLimit } from '../../idva/outsideSafeContact.ts';
import type { SafeContactPart } from '../../idva/takeOverSafeContact.ts';
import type { AssessmentTaken } from './referral.ts';

/** Kinds of support a victim may have side by side. */
export const adviserKinds = ['community', 'court', 'health'] as const;

export type AdviserKind = (typeof adviserKinds)[number];

/** Why the product takes a place: its adviser works here no longer, or holds no post as an adviser. */
export type PlaceEnd = 'left' | 'postEnded';

export type ContactResult = 'spoke' | 'noAnswer' | 'messageLeft' | 'wrongNumber' | 'someoneElseAnswered' | 'unsafe';

export type EngagementStatus = 'engaged' | 'dormant' | 'declined' | 'disengaged' | 'unableToContact';

/** How the risk changed between two assessments; not comparable where they were counted differently or not at all. */
export type RiskChange = 'lower' | 'same' | 'higher' | 'notComparable';

export const supportEnds = ['planned', 'unableToContact', 'moved', 'declined', 'disengaged'] as const;

export type SupportEnd = (typeof supportEnds)[number];

export const exitAnswers = ['yes', 'no', 'notAsked'] as const;

export type ExitAnswer = (typeof exitAnswers)[number];

/** How a victim was told something, where it lay outside of how they can be reached safely; missing in earlier records. */
export interface ToldOutside {
  readonly medium?: string | null;
  readonly outside?: readonly SafeContactLimit[];
  readonly outsideReasonId?: string | null;
}

/** What is said of the support of the victim: advisers, contact, plans and reviews, and who was told what. */
export interface SupportFacts {
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
  /** An adviser has left, or is none any more: their place is nobody’s until it is given to somebody else. */
  allocationEnded: { adviserId: string; kind: AdviserKind; allocationId: string; because: PlaceEnd };
  contactAttempted: {
    attemptId: string;
    result: ContactResult;
    medium: string;
    byId: string;
    noteId: string | null;
    /** Made outside the safe times the victim had named: all that was looked at in earlier records. */
    outsideSafeTimes?: boolean;
    /** In what it lay outside of how the victim can be reached safely, and why it was made all the same. */
    outside?: readonly SafeContactLimit[];
    reasonId?: string | null;
  };
  safeContactChanged: { victimId: string; contentId: string };
  /** A referral says otherwise than what stands how the victim can be reached: that stands until somebody decides. */
  safeContactProposed: { victimId: string; proposalId: string; fromCaseId: string };
  /** Somebody decided what of it is taken over; none of it where `taken` is empty, and then `contentId` is null. */
  safeContactProposalSettled: {
    victimId: string;
    proposalId: string;
    taken: readonly SafeContactPart[];
    contentId: string | null;
    reasonId: string | null;
  };
  contactSuspended: { victimId: string; attemptId: string };
  contactDecided: {
    victimId: string;
    decision: 'resumed' | 'ended';
    reasonId: string;
    /** Decided in another case of the victim, and only followed here: contact may have been suspended again since. */
    elsewhere?: true;
    /** Other records of the same victim, for which contact goes on too; filled in by the store, missing where there are none. */
    alsoVictimIds?: readonly string[];
  };
  engagementRecorded: {
    status: EngagementStatus;
    noteId: string | null;
    /** What was recorded before; missing in earlier records. */
    before?: EngagementStatus | 'none';
  };
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
    /** Whether it is in a higher band than before, or from here on above what leads to MARAC by itself; filled in by the store. */
    risen?: boolean;
  };
  outcomeTold: { result: 'told' | 'noSafeWay'; reasonId: string | null } & ToldOutside;
  referrerTold: { about: 'screening' | 'meeting'; contentId: string | null };
  supportEnded: {
    status: SupportEnd;
    contentId: string | null;
    /** The exit form; left out: not asked. */
    feltSafer?: ExitAnswer;
    abuseStopped?: ExitAnswer;
  };
}
