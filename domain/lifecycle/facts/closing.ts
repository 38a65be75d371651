import type { IsoDate, IsoInstant } from '../../calendar/time.ts';

/** What is said of the end of a case, of the flag that outlives it, and of its beginning again. */
export interface ClosingFacts {
  caseClosed: { reasonId: string | null };
  /** `childrenOwed`: of whom a notification is still owed; filled in by the store, left out where there is none. */
  caseReopened: { reasonId: string; childrenOwed?: readonly string[] };
  /** Reopened before it was ever heard: it needs a meeting again. */
  caseReopenedUnheard: { reasonId: string; childrenOwed?: readonly string[] };
  /**
   * From a referral that was accepted, or by an area's policy from the meeting that heard it. `again`: it runs as it had before a
   * later case set one of its own that was taken back; left out otherwise.
   */
  flagSet: { pairId: string; endsOn: IsoDate; countedFrom: IsoInstant; again?: true };
  flagEnded: { pairId: string; endsOn: IsoDate };
  victimDied: { contentId: string | null };
  caseEnded: Record<string, never>;
}
