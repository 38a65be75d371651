import type { IsoInstant, Occurred } from '../calendar/time.ts';
import type { ComparableAssessment } from '../idva/riskChange.ts';
import type { Ask } from '../lifecycle/ask.ts';
import type { CaseFact } from '../lifecycle/caseFact.ts';
import type { CaseStanding } from '../lifecycle/caseStanding.ts';
import type { PlaceEnd } from '../lifecycle/facts/support.ts';
import type { Refusal } from '../lifecycle/refusal.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import type { KnownEvent } from '../risk/escalation.ts';
import type { AdviserFound } from './allocate.ts';
import type { WorkingCalendar } from '../calendar/workingCalendar.ts';
import type { ChildFound } from './keepChildren.ts';
import type { MeetingChoice } from './chooseMeeting.ts';
import type { LikelyMatchFound } from './completeMatch.ts';
import type { KeptCaseFound } from './completeMerge.ts';
import type { ReceivingArea } from './completeTransfer.ts';
import type { RetentionFound } from './retention.ts';
import type { SafeContactProposalFound } from './safeContactRefusal.ts';
import type { NotificationFound } from './takeOutChild.ts';
import type { DeathFound } from './takeBackDeath.ts';
import type { FlagFound, ReportFound } from './takeOutReport.ts';

/** What the store found under its locks, for the questions a proposal asks. */
export interface Found {
  readonly occurred: Occurred;
  readonly recordedAt: IsoInstant;
  readonly policy: AreaPolicy;
  readonly calendar: WorkingCalendar;
  /** The case before this command; null for a referral. */
  readonly standing: CaseStanding | null;
  /** An id that derives from the command's, by name. */
  readonly idFor: (name: string) => string;
  /** The accepted case of the same two people whose flag covers the moment of this referral. */
  readonly earlierCaseId: string | null;
  readonly meetings: readonly MeetingChoice[];
  readonly children: readonly ChildFound[];
  /** What children’s services were told of the children, where one is taken out; empty otherwise. */
  readonly notifications: readonly NotificationFound[];
  /** What is known to have happened between the two people, where routes are asked about; empty otherwise. */
  readonly events: readonly KnownEvent[];
  readonly contactSuspended: boolean;
  /** What is asked about safe contact, where a proposal is settled; null otherwise. */
  readonly safeContactProposal: SafeContactProposalFound | null;
  /** The two records a decision is about; null where this case is about neither, or nothing asks. */
  readonly likelyMatch: LikelyMatchFound | null;
  /** The report that is to be taken out; null where it does not stand in this case, or nothing asks. */
  readonly report: ReportFound | null;
  /** The death that is taken back; null where none is on record, or nothing asks. */
  readonly death: DeathFound | null;
  /** The flag this case had set last; null where it never did, or nothing asks. */
  readonly flagBefore: FlagFound | null;
  /** The adviser an allocation names. */
  readonly adviser: AdviserFound | null;
  /** Why whoever has the place that is to end is gone; null where they are still an adviser here, or nothing asks. */
  readonly adviserGone: PlaceEnd | null;
  /** The assessment before the one a review of the risk takes. */
  readonly assessmentBefore: ComparableAssessment | null;
  /** The service of the area for cases below the threshold. */
  readonly standardRiskServiceId: string;
  /** The area that takes a case over, where it is about that; null where there is no such area. */
  readonly receivingArea: ReceivingArea | null;
  /** The case a referral is to be merged into; null where there is none such. */
  readonly keptCase: KeptCaseFound | null;
  /** Whether a merge of this referral, or of another into this case, or its undoing has not been heard of where it is meant. */
  readonly mergeUnderWay: boolean;
  /** Actions that are open in referrals merged into this case. */
  readonly openActionsOfJoined: readonly string[];
  /** What is known of the review of the record; null where none is under way, or nothing asks. */
  readonly retention: RetentionFound | null;
}

/** The facts a question comes to, in the order they happened, or why it is refused. */
export type Completion = { readonly ok: true; readonly facts: readonly CaseFact[] } | Refusal;

/** A question of one kind. */
export type AskOf<T extends Ask['type']> = Extract<Ask, { type: T }>;

/** The case before this command; throws where a referral is only just received. */
export function standingOf(found: Found): CaseStanding {
  if (!found.standing) throw new Error('This question is about a case that has been received.');
  return found.standing;
}
