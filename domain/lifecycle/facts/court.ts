import type { IsoDate, IsoInstant } from '../../calendar/time.ts';
import type {
  AdjournmentReason,
  Milestone,
  MilestoneResult,
  ProceedingKind,
  ProceedingOutcome,
} from '../../court/codes.ts';
import type { ToldOutside } from './support.ts';

/** What is said of proceedings and their hearings. */
export interface CourtFacts {
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
  resultTold: { liveDateId: string; result: 'told' | 'noSafeWay'; reasonId: string | null } & ToldOutside;
}
