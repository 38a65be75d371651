import type { SafeContactLimit } from '../../idva/outsideSafeContact.ts';
import type { FactData } from '../caseFact.ts';
import type { AssessmentTaken } from '../facts/referral.ts';
import type { AdviserKind, ContactResult, EngagementStatus } from '../facts/support.ts';

/** What commands about the support of the victim carry: advisers, contact, plans, reviews, and who was told what. */
export interface SupportPayloads {
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
}
