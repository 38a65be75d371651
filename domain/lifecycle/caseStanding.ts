import type { IsoDate, IsoInstant } from '../calendar/time.ts';
import type { AdviserPlaces } from '../idva/adviserPlaces.ts';
import type { Grade, Route } from '../risk/grade.ts';
import type { CaseFact, CaseFactType, Fact } from './caseFact.ts';
import type { ReturnStatistics } from './facts/referral.ts';
import type { EngagementStatus, ExitAnswer, SupportEnd } from './facts/support.ts';
import type { Stage } from './stage.ts';
import { actionStanding } from './standing/actions.ts';
import { childrenStanding } from './standing/children.ts';
import { closingStanding } from './standing/closing.ts';
import { courtStanding } from './standing/court.ts';
import { handoverStanding } from './standing/handover.ts';
import { meetingStanding } from './standing/meeting.ts';
import { mergeStanding } from './standing/merge.ts';
import { received } from './standing/received.ts';
import { referralStanding } from './standing/referral.ts';
import { retentionStanding } from './standing/retention.ts';
import { samePeopleStanding } from './standing/samePeople.ts';
import { nothing, type StandingChanges } from './standing/standingChanges.ts';
import { supportStanding } from './standing/support.ts';
import { transferStanding } from './standing/transfer.ts';
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
  /** Another area was found to have the same two people before its meeting; whether it still has them is asked when it is looked at. */
  readonly twoAreas: boolean;
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
  /** How the service that supports now knows that the victim was reached: spoken to, or said where they stand; null where it has not reached them yet. */
  readonly reachedBy: 'call' | 'engagement' | null;
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
  return { ...standing, ...changeOf(standing, fact), stage: next(standing.stage, fact.type) };
}

/** Every fact but the referral, which is the first. */
type LaterFact = Exclude<CaseFactType, 'referralReceived'>;

const changes: StandingChanges<LaterFact> = {
  ...referralStanding,
  ...childrenStanding,
  ...handoverStanding,
  ...actionStanding,
  ...meetingStanding,
  ...supportStanding,
  ...courtStanding,
  ...closingStanding,
  ...retentionStanding,
  ...samePeopleStanding,
  ...transferStanding,
  ...mergeStanding,
  commandParked: nothing,
};

/** What one fact changes in the standing, the stage apart. */
function changeOf<T extends LaterFact>(standing: CaseStanding, fact: Fact<T>): Partial<CaseStanding> {
  return changes[fact.type](standing, fact);
}
