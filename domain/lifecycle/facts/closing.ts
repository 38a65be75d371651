import type { IsoDate, IsoInstant } from '../../calendar/time.ts';
import type { ClockSubject } from '../../clocks/clock.ts';
import type { ClockKind } from '../../clocks/clockKind.ts';
import type { RetentionFacts } from './retention.ts';

/** A duty that fell away with a death, or would have begun since. */
export interface DutyOwedAgain {
  readonly kind: ClockKind;
  readonly subject: ClockSubject;
  /** The post that watches the date it is about; left out where none does. */
  readonly watchedById?: string;
}

/** A case that is worked again; the reason may be kept in another case of the victim, where a death was taken back. */
interface Reopened {
  reasonId: string | null;
  childrenOwed?: readonly string[];
}

/** What is said of the end of a case, of the flag that outlives it, and of its beginning again. */
export interface ClosingFacts {
  caseClosed: { reasonId: string | null };
  /** `childrenOwed`: of whom a notification is still owed; filled in by the store, left out where there is none. */
  caseReopened: Reopened;
  /** Reopened before it was ever heard: it needs a meeting again. */
  caseReopenedUnheard: Reopened;
  /** Closed only because of a death that was taken back, and no further by then: not graded, or not screened either. */
  caseReopenedUngraded: Reopened;
  caseReopenedUnscreened: Reopened;
  /**
   * From a referral that was accepted, or by an area's policy from the meeting that heard it. `again`: it runs as it had before a
   * later case set one of its own that was taken back; left out otherwise.
   */
  flagSet: { pairId: string; endsOn: IsoDate; countedFrom: IsoInstant; again?: true };
  flagEnded: { pairId: string; endsOn: IsoDate };
  victimDied: { contentId: string | null };
  /**
   * It was recorded by mistake: contact is owed again. `elsewhere`: taken back in another case of the victim, where the reason is kept;
   * `owed`: what begins anew, and counts from `owedFrom`; of a case that has ended and stays so the review of its record, which counts
   * from its end, or was put off to `kept`; filled in by the store.
   */
  deathTakenBack: {
    reasonId: string | null;
    elsewhere?: true;
    owed: readonly DutyOwedAgain[];
    owedFrom: IsoInstant;
    kept?: RetentionFacts['recordKept'];
  };
  caseEnded: Record<string, never>;
}
