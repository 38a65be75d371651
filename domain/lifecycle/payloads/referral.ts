import type { Grade } from '../../risk/grade.ts';
import type { FactData } from '../caseFact.ts';
import type { AssessmentTaken, DeclineReason } from '../facts/referral.ts';
import type { ClosingPayloads } from './closing.ts';

/** By what a risk is graded: what was counted, what the police said, and what somebody judged and why. */
export interface GradedBy {
  readonly count: number | null;
  readonly policeGrade: Grade | null;
  readonly judgement: Grade | null;
  readonly reasonId: string | null;
}

/** What commands about a referral carry: how it came, was screened, completed and graded. */
export interface ReferralPayloads {
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
        readonly disposals?: ClosingPayloads['closeCase']['disposals'];
      };
  completeReferral: { readonly contentId: string; readonly assessment: AssessmentTaken | null };
  gradeRisk: GradedBy & { readonly handoverId: string; readonly handOverTo: string | null };
}
