import type { IsoInstant } from '../calendar/time.ts';
import type { Due } from '../clocks/clock.ts';
import type { BailAuthority } from '../court/codes.ts';
import type { FactData } from './caseFact.ts';
import type { ChildInReferral } from './facts/children.ts';
import type { LiveDateKind } from './facts/liveDates.ts';
import type { DeclineReason } from './facts/referral.ts';
import type { Refusal } from './refusal.ts';
import type { ClockPayloads } from './payloads/clocks.ts';
import type { ClosingPayloads } from './payloads/closing.ts';
import type { HandoverPayloads } from './payloads/handover.ts';
import type { MeetingPayloads } from './payloads/meeting.ts';
import type { MergePayloads } from './payloads/merge.ts';
import type { ReferralPayloads } from './payloads/referral.ts';
import type { RetentionPayloads } from './payloads/retention.ts';
import type { SamePeoplePayloads } from './payloads/samePeople.ts';
import type { SupportPayloads } from './payloads/support.ts';

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
    } & ReferralPayloads['gradeRisk'])
  | ({ readonly type: 'decideOnConsent' } & HandoverPayloads['decideOnConsent'])
  | {
      readonly type: 'place';
      readonly because: FactData['caseListed']['because'];
      readonly meetingId: string | null;
      readonly reasonId: string | null;
    }
  | ({ readonly type: 'hearElsewhere' } & MeetingPayloads['recordHeardElsewhere'])
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
  /** `notificationsOwed`: the clocks of notifications that nobody has made yet, which its own grade asks for; missing where none is owed. */
  | ({
      readonly type: 'merge';
      readonly notificationsOwed?: NonNullable<Refusal['blocking']>;
    } & MergePayloads['mergeReferral'])
  /** Whether an earlier merge into that case, or its undoing, has arrived there. */
  | { readonly type: 'checkMerge'; readonly intoCaseId: string }
  /** Of which children a notification is still owed, now that the case is worked again. */
  | { readonly type: 'reopen' }
  /** Whether actions of referrals that were merged into this case are still open, or another is being merged into it. */
  | { readonly type: 'checkJoined'; readonly caseIds: readonly string[] }
  /** Whether the match is one of this case’s people and not decided so already. */
  | ({ readonly type: 'decideMatch' } & SamePeoplePayloads['decideLikelyMatch'])
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
  /** Whether the report stands in this case, and what became of the repeat that was opened for it. */
  | ({ readonly type: 'takeOutReport' } & SamePeoplePayloads['takeOutReport'])
  /** What fell away with the death, and what happened since. */
  | ({ readonly type: 'takeBackDeath' } & ClosingPayloads['takeBackDeath'])
  /** From when and until when the flag ran that this case had set. */
  | { readonly type: 'flagAgain' }
  | { readonly type: 'requestTransfer' }
  | {
      readonly type: 'acceptTransfer';
      readonly transferId: string;
      readonly toAreaId: string;
      readonly noteId: string | null;
      /** Whether the receiving area hears it: it was graded for MARAC, or is a repeat. */
      readonly listed: boolean;
    }
  | ({ readonly type: 'keepRecord' } & RetentionPayloads['keepRecord'])
  | { readonly type: 'eraseRecord' }
  | ({ readonly type: 'pause' } & ClockPayloads['pauseClock'])
  | ({ readonly type: 'resume' } & ClockPayloads['resumeClock'])
  | ({ readonly type: 'acknowledge' } & ClockPayloads['acknowledgeEscalation'])
  | ({ readonly type: 'planAnew' } & ClockPayloads['planClocksAnew'])
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
  | ({ readonly type: 'reviewRisk' } & SupportPayloads['recordRiskReview'])
  | ({ readonly type: 'allocate' } & SupportPayloads['allocateAdviser'])
  /** Whether the adviser who has this place is gone. */
  | ({ readonly type: 'endAllocation' } & SupportPayloads['endAllocation']);
