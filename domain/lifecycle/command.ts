import type { IsoDate, IsoInstant, Occurred } from '../calendar/time.ts';
import type { Due, PauseReason } from '../clocks/clock.ts';
import type { BailAuthority } from '../court/codes.ts';
import type { PlannedBecause } from '../duties/planClocksAnew.ts';
import type { SafeContactLimit } from '../idva/outsideSafeContact.ts';
import type { ProposalOf } from '../matters/matter.ts';
import type { Grade } from '../risk/grade.ts';
import type { CaseFact, FactData } from './caseFact.ts';
import type { ChildInReferral } from './facts/children.ts';
import type { LiveDateDisposal, LiveDateKind, OfLiveDate } from './facts/liveDates.ts';
import type { Attendance } from './facts/meeting.ts';
import type { JoinedChild } from './facts/merge.ts';
import type { AssessmentTaken, ConsentDecision, DeclineReason } from './facts/referral.ts';
import type { MatchAnswer } from './facts/samePeople.ts';
import type { AdviserKind, ContactResult, EngagementStatus } from './facts/support.ts';
import type { CaseState } from './caseState.ts';
import type { Refusal } from './refusal.ts';

export interface NewAction {
  readonly actionId: string;
  readonly agencyId: string;
  readonly ownerId: string | null;
  readonly riskCode: string;
  readonly urgent: boolean;
  readonly due: Due | null;
  readonly contentId: string;
}

/** By what a risk is graded: what was counted, what the police said, and what somebody judged and why. */
export interface GradedBy {
  readonly count: number | null;
  readonly policeGrade: Grade | null;
  readonly judgement: Grade | null;
  readonly reasonId: string | null;
}

export interface NotificationOfChild {
  readonly childId: string;
  readonly notificationId: string;
  readonly toAgencyId: string;
  /** How old the child is on that day; commands from before it was asked do not say. */
  readonly ageBand?: ChildInReferral['ageBand'];
}

/** What another MARAC says to a transfer. */
export type TransferAnswer =
  | { readonly outcome: 'accept'; readonly noteId: string | null }
  | { readonly outcome: 'refuse'; readonly reasonId: string };

/** What each command carries into the engine: ids, codes and dates; the words stay behind as content. */
export interface CommandPayloads {
  submitReferral: Omit<FactData['referralReceived'], 'repeatOfId'> & {
    readonly safeguarding: { readonly handoverId: string; readonly toAgencyId: string } | null;
    /** What the referral says of safe contact, where something else stands; missing where nothing else does. */
    readonly safeContact?: FactData['safeContactProposed'];
  };
  caughtUp: Record<string, never>;
  screenReferral:
    | { readonly outcome: 'accept'; readonly adviceId: string | null }
    | { readonly outcome: 'returnAsIncomplete'; readonly missing: readonly string[]; readonly noteId: string | null }
    | {
        readonly outcome: 'decline';
        readonly reason: DeclineReason;
        readonly adviceId: string;
        /** What becomes of dates that still stand; commands from before it was asked do not say. */
        readonly disposals?: CommandPayloads['closeCase']['disposals'];
      };
  completeReferral: { readonly contentId: string; readonly assessment: AssessmentTaken | null };
  gradeRisk: GradedBy & { readonly handoverId: string; readonly handOverTo: string | null };
  notifyChildrensServices: {
    readonly notificationId: string;
    readonly children: readonly string[];
    readonly toAgencyId: string;
    readonly alreadySent: boolean;
    /** One notification for each child, to the services of that child; commands of the first release do not say. */
    readonly each?: readonly NotificationOfChild[];
    readonly contentId?: string | null;
  };
  setChildServices: FactData['childServicesFound'];
  tellSchools: FactData['schoolsTold'];
  addChild: Omit<FactData['childAdded'], 'schoolOwed'>;
  putChildRight: Omit<FactData['childPutRight'], 'bandBefore' | 'notified' | 'schoolOwed'>;
  takeOutChild: Pick<FactData['childTakenOut'], 'childId' | 'reasonId'>;
  recordAcknowledgement: { readonly handoverId: string };
  refuseHandover: FactData['handoverRefused'];
  referOn: FactData['referredOn'];
  settleRefusal: FactData['refusalSettled'];
  decideOnConsent: {
    readonly decision: ConsentDecision;
    readonly handoverId: string;
    readonly reasonId: string;
    readonly byId: string;
  };
  allocateAdviser: {
    readonly adviserId: string;
    readonly kind?: AdviserKind;
    readonly allocationId?: string;
    readonly reasonId?: string | null;
    /** Whether the adviser speaks the victim's language; null where it is English or not known. */
    readonly languageSpoken?: boolean | null;
  };
  /** Sent by the product itself, once the last day of the adviser who has the place is over. */
  endAllocation: { readonly allocationId: string };
  setAction: NewAction;
  completeAction: { readonly actionId: string; readonly noteId: string | null };
  recordActionNotPossible: { readonly actionId: string; readonly reasonId: string };
  recordActionNotDone: { readonly actionId: string; readonly reasonId: string };
  reassignAction: {
    readonly actionId: string;
    readonly agencyId: string;
    readonly ownerId: string | null;
    readonly reasonId: string;
  };
  moveActionDue: {
    readonly actionId: string;
    readonly due: Due;
    readonly extension: boolean;
    readonly reasonId: string;
  };
  listCase: { readonly meetingId: string | null; readonly reasonId: string | null };
  takeOffList: { readonly decisionId: string };
  /** By the chair’s decision onto a meeting whose list is locked. */
  admitLate: { readonly meetingId: string; readonly reasonId: string };
  /** Onto an emergency meeting, from whatever list it was on. */
  callToEmergency: { readonly meetingId: string; readonly reasonId: string };
  /** Sent by a meeting that was cancelled or moved, to every case on its list. */
  relistCase: {
    readonly fromMeetingId: string;
    readonly toMeetingId: string | null;
    readonly because: 'meetingCancelled' | 'meetingMoved';
    readonly reasonId: string | null;
  };
  /** Sent by a case of the same two people with the roles reversed, when its referral came. */
  noteReversedPair: FactData['reversedPairNoted'];
  /** Sent where a referral brought a record that may be of one of this case’s people. */
  noteLikelyMatch: FactData['likelyMatchNoted'];
  /** By somebody who has looked at both, or has spoken with the other coordinator. */
  decideLikelyMatch: { readonly matchId: string; readonly answer: MatchAnswer; readonly reasonId: string };
  /** Sent to every other case of the two records once somebody has decided. */
  noteMatchDecision: FactData['likelyMatchDecided'];
  /** Sent where an assessment of these two was recorded without a referral while the flag runs. */
  noteAssessment: FactData['assessedWithoutReferral'];
  /** This referral tells of an incident that another case is about. */
  mergeReferral: FactData['referralMerged'];
  undoMerge: { readonly reasonId: string };
  /** Sent by a referral that was merged into this case, and by its undoing. */
  joinReferral: { readonly fromCaseId: string; readonly children: readonly JoinedChild[] };
  partReferral: { readonly fromCaseId: string };
  /** Sent by a case of the same two people that came onto a list of another area. */
  noteTwoAreas: { readonly otherCaseId: string; readonly otherAreaId: string };
  recordHearing:
    | {
        readonly outcome: 'heard';
        readonly meetingId: string;
        readonly attendance: readonly Attendance[];
        readonly minuteId: string | null;
        readonly actions: readonly NewAction[];
      }
    | {
        readonly outcome: 'deferred';
        readonly meetingId: string;
        readonly attendance: readonly Attendance[];
        readonly reasonId: string;
      };
  /** It happened on the day of the meeting. Where it was not graded here it is graded with this. */
  recordHeardElsewhere: GradedBy & {
    /** Null: nobody knows, and the day of the meeting stands for it. */
    readonly gradedOn: IsoDate | null;
    readonly contentId: string;
  };
  recordPlanReview: { readonly contentId: string };
  decideInterim: FactData['interimDecided'];
  decideDeferral: FactData['deferralDecided'];
  pauseClock: { readonly clockId: string; readonly reason: PauseReason; readonly reasonId: string | null };
  resumeClock: { readonly clockId: string };
  acknowledgeEscalation: { readonly clockId: string; readonly until: IsoDate; readonly reasonId: string };
  /** Sent by the product itself, to every case whose clocks a changed policy or calendar moves. */
  planClocksAnew: { readonly changeId: string; readonly because: PlannedBecause };
  recordContactAttempt: {
    readonly attemptId: string;
    readonly victimId: string;
    readonly result: ContactResult;
    readonly medium: string;
    readonly byId: string;
    readonly noteId: string | null;
    /** Said by commands from before anything but times was held against what is safe. */
    readonly outsideSafeTimes?: boolean;
    readonly outside?: readonly SafeContactLimit[];
    readonly reasonId?: string | null;
  };
  changeSafeContact: { readonly victimId: string; readonly contentId: string };
  /** Sent by a referral of the same victim to every other case of theirs that goes on. */
  noteSafeContactProposal: FactData['safeContactProposed'];
  /** `standsId`: what stood when it was decided, which nobody may have changed since. */
  settleSafeContactProposal: FactData['safeContactProposalSettled'] & { readonly standsId: string | null };
  decideContact: FactData['contactDecided'];
  decideAttempts: { readonly decision: 'continue' | 'stop'; readonly reasonId: string };
  recordEngagement: { readonly status: EngagementStatus; readonly noteId: string | null };
  recordSafetyPlan: {
    readonly planId: string;
    readonly contentId: string;
    readonly subjectIds?: readonly string[];
    readonly byId?: string;
  };
  reviewSafetyPlan: FactData['safetyPlanReviewed'];
  recordVictimView: FactData['victimViewRecorded'];
  recordRiskReview: {
    readonly assessment: AssessmentTaken | null;
    /** Only commands from before the change was computed say it themselves. */
    readonly change?: 'lower' | 'same' | 'higher';
    readonly contentId: string | null;
  };
  tellOutcome: FactData['outcomeTold'];
  tellReferrer: { readonly about: 'screening' | 'meeting'; readonly contentId: string | null };
  endSupport: FactData['supportEnded'];
  openProceeding: Omit<FactData['proceedingOpened'], 'startedOn'> & {
    /** Left out: the day on which it was recorded to have happened. */
    readonly startedOn: IsoDate | null;
  };
  recordMilestone: FactData['milestoneReached'];
  endProceeding: FactData['proceedingEnded'];
  addLiveDate: FactData['liveDateAdded'];
  recordLiveDateOutcome: {
    readonly liveDateId: string;
    readonly outcome: string;
    readonly contentId: string | null;
    readonly enhancedRights?: boolean;
    /** The id of what follows by itself, such as a release under investigation after bail. */
    readonly nextId?: string;
  };
  adjournHearing: Omit<FactData['hearingAdjourned'], 'watchedById'>;
  setHearingCompany: Omit<FactData['hearingCompanySet'], 'watchedById'>;
  tellResult: FactData['resultTold'];
  moveLiveDate: Omit<FactData['liveDateMoved'], 'from' | keyof OfLiveDate>;
  reviewLiveDate: Omit<FactData['liveDateReviewed'], 'undated' | keyof OfLiveDate>;
  recordBreach: Omit<FactData['orderBreached'], keyof OfLiveDate>;
  closeCase: {
    readonly reasonId: string | null;
    readonly disposals: readonly {
      readonly liveDateId: string;
      readonly disposal: LiveDateDisposal;
      readonly watchedById: string | null;
    }[];
  };
  reopenCase: { readonly reasonId: string };
  reportFurtherAbuse: { readonly reportId: string; readonly newCaseId: string | null; readonly withinFlag: boolean };
  requestTransfer: Omit<FactData['transferRequested'], 'fromAreaId'>;
  /** By the area that is asked. */
  answerTransfer: TransferAnswer;
  /** By the sender, for a MARAC outside this system. */
  recordOutsideAnswer: TransferAnswer;
  withdrawTransfer: { readonly reasonId: string };
  recordDeath: { readonly contentId: string | null };
  /** Sent by the product itself, where somebody looked for these people and may not see this case. */
  noteSearch: FactData['peopleSearchedFor'];
  /** Sent by the product itself, when the flag has run out and nothing is watched any more. */
  endCase: Record<string, never>;
  keepRecord: FactData['recordKept'];
  eraseRecord: Record<string, never>;
}

export type CommandType = keyof CommandPayloads;

/** How long an order is to last: policy says how long it may. */
export interface TermAsked {
  readonly kind: LiveDateKind;
  readonly startsAt: IsoInstant;
  readonly at: IsoInstant;
}

/** Until when bail is to run and who authorised it; `before`: until when it ran, null where it is granted. */
export interface BailAsked {
  readonly startsAt: IsoInstant;
  readonly before: IsoInstant | null;
  readonly at: IsoInstant;
  readonly authorisedBy: BailAuthority;
}

/** What a decision still needs that only the store can know: a place on a meeting, the thresholds in force. */
export type Ask =
  | { readonly type: 'receive' }
  | { readonly type: 'decline'; readonly reason: DeclineReason; readonly adviceId: string }
  | { readonly type: 'accept'; readonly adviceId: string | null }
  | ({
      readonly type: 'grade';
      /** Whether the victim consented to the referral; null where the state is from before that was kept. */
      readonly consent: 'given' | 'notGiven' | null;
      readonly consentOwed: boolean;
    } & CommandPayloads['gradeRisk'])
  | ({ readonly type: 'decideOnConsent' } & CommandPayloads['decideOnConsent'])
  | {
      readonly type: 'place';
      readonly because: FactData['caseListed']['because'];
      readonly meetingId: string | null;
      readonly reasonId: string | null;
    }
  | ({ readonly type: 'hearElsewhere' } & CommandPayloads['recordHeardElsewhere'])
  /** `ages`: how old the children are now, where that is known; the referral said how old they were. */
  | {
      readonly type: 'notifyChildren';
      readonly ages: Readonly<Record<string, ChildInReferral['ageBand']>>;
      /** Children of whom somebody is asked to notify the services already. */
      readonly owed: readonly string[];
    }
  /** Whether a child, as a person, is none of the others in the case; `personId` null: nobody knows them by name. */
  | { readonly type: 'addChild'; readonly personId: string | null }
  | { readonly type: 'putChildRight'; readonly childId: string; readonly personId: string | null }
  /** What was said of a child to whom, and whether it has left. */
  | { readonly type: 'takeOutChild'; readonly childId: string }
  | ({ readonly type: 'checkTerm' } & TermAsked)
  | ({ readonly type: 'checkBail' } & BailAsked)
  | { readonly type: 'checkReview'; readonly at: IsoInstant }
  | ({ readonly type: 'merge' } & CommandPayloads['mergeReferral'])
  /** Whether an earlier merge into that case, or its undoing, has arrived there. */
  | { readonly type: 'checkMerge'; readonly intoCaseId: string }
  /** Whether actions of referrals that were merged into this case are still open, or another is being merged into it. */
  | { readonly type: 'checkJoined'; readonly caseIds: readonly string[] }
  /** Whether the match is one of this case’s people and not decided so already. */
  | ({ readonly type: 'decideMatch' } & CommandPayloads['decideLikelyMatch'])
  /** Whether the case is a repeat, now that two records are, or are not any more, of one person. */
  | {
      readonly type: 'findRepeat';
      readonly matchId: string;
      /** The match by which it was found to be a repeat; null where it was not. */
      readonly foundBy: string | null;
      readonly repeat: boolean;
      /** Whether it is put on a list, where it is a repeat: it is on none yet, and may be. */
      readonly mayBeListed: boolean;
    }
  | { readonly type: 'requestTransfer' }
  | {
      readonly type: 'acceptTransfer';
      readonly transferId: string;
      readonly toAreaId: string;
      readonly noteId: string | null;
      /** Whether the receiving area hears it: it was graded for MARAC, or is a repeat. */
      readonly listed: boolean;
    }
  | ({ readonly type: 'keepRecord' } & CommandPayloads['keepRecord'])
  | { readonly type: 'eraseRecord' }
  | ({ readonly type: 'pause' } & CommandPayloads['pauseClock'])
  | ({ readonly type: 'resume' } & CommandPayloads['resumeClock'])
  | ({ readonly type: 'acknowledge' } & CommandPayloads['acknowledgeEscalation'])
  | ({ readonly type: 'planAnew' } & CommandPayloads['planClocksAnew'])
  | { readonly type: 'extend'; readonly actionId: string; readonly due: Due; readonly reasonId: string }
  | { readonly type: 'checkContact' }
  | { readonly type: 'checkSuspended' }
  /** Whether as many attempts to reach the victim were made as policy asks for, or somebody has spoken with them. */
  | { readonly type: 'checkAttempts' }
  | {
      readonly type: 'checkSafeContactProposal';
      readonly victimId: string;
      readonly proposalId: string;
      readonly standsId: string | null;
    }
  | ({ readonly type: 'reviewRisk' } & CommandPayloads['recordRiskReview'])
  | ({ readonly type: 'allocate' } & CommandPayloads['allocateAdviser'])
  /** Whether the adviser who has this place is gone. */
  | ({ readonly type: 'endAllocation' } & CommandPayloads['endAllocation']);

/** What became of a command; `revision` is the version of the case that If-Match is compared with. */
export type CommandAnswer = { readonly ok: true; readonly revision: number } | Refusal;

/** What the workflow of a case proposes: facts it is sure of, and what it asks of the store. */
export type Proposal = ProposalOf<CaseFact, Ask>;

/** Decides one command against the state of the case; pure, and free of every figure that policy may change. */
export type Decider<T extends CommandType> = (
  state: CaseState,
  payload: CommandPayloads[T],
  when: { readonly occurred: Occurred; readonly now: IsoInstant },
) => Proposal | Refusal;

/** A proposal of facts, with nothing asked unless named. */
export function propose(facts: readonly CaseFact[], ...asks: readonly Ask[]): Proposal {
  return { ok: true, facts, asks };
}
