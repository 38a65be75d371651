import type { IsoDate, IsoInstant } from '../calendar/time.ts';
import type { ClockKind } from './clockKind.ts';
import type { RecipientRole } from './ladder.ts';

/**
 * When a clock is due. The two types are never mixed: a day clock ends with the end of its due day, London time
 * (due today is not overdue); an instant clock is overdue at its instant, day or night.
 */
export type Due =
  { readonly type: 'day'; readonly date: IsoDate } | { readonly type: 'instant'; readonly at: IsoInstant };

/** What a clock is about: the case itself, or one thing within it. */
export interface ClockSubject {
  readonly type:
    | 'case'
    | 'action'
    | 'child'
    | 'handover'
    | 'notification'
    | 'listing'
    | 'meeting'
    | 'researchRequest'
    | 'hearing'
    | 'liveDate'
    | 'victim'
    | 'likelyMatch'
    | 'transfer'
    | 'assessment';
  readonly id: string;
}

/** Why a clock is due when it is due: enough to say it in a sentence years later, without today's policy. */
export interface DueReason {
  /** The rule in words that stand alone, such as `2 working days after the referral`. */
  readonly rule: string;
  /** Where the figure comes from. */
  readonly source: string;
  readonly policyVersion: string;
  readonly calendarVersion: string;
  /** Days that were stepped over: weekends are not listed, bank holidays are. */
  readonly skipped: readonly { readonly date: IsoDate; readonly name: string }[];
  /** True when the date lies beyond the calendar that is known. */
  readonly provisional: boolean;
}

export interface Pause {
  readonly reason: PauseReason;
  readonly from: IsoInstant;
  readonly until: IsoInstant | null;
  /** What was left when the pause began: working days for a day clock, milliseconds for an instant clock. */
  readonly budgetLeft: number;
}

export type PauseReason =
  | 'victimAskedToWait'
  | 'victimInHospital'
  | 'victimAbroad'
  | 'policeOperation'
  | 'awaitingAnotherAgency'
  | 'awaitingCourt';

export type ClockOutcome = 'met' | 'metLate' | 'cancelled';

/** One timed duty. Everything that is timed is one of these; plain JSON, so that workflow and store share it. */
export interface Clock {
  readonly id: string;
  readonly kind: ClockKind;
  readonly subject: ClockSubject;
  readonly anchor: IsoInstant;
  /** It stands for one that had fallen away, and counts from when it was owed again; missing: it is the first of its kind. */
  readonly begunAnew?: true;
  /** The London date whose policy it goes by since a changed policy was put to it; missing: that of its anchor. */
  readonly policyFrom?: IsoDate;
  /** The version of policy whose ladder it was armed by last; missing: the one its reason names. */
  readonly armedBy?: string;
  readonly due: Due;
  /** The first moment at which the duty is overdue: the start of the day after a day clock's due day, or the instant. */
  readonly overdueAt: IsoInstant;
  readonly reason: DueReason;
  /** The due moment first set, kept through every move. */
  readonly originalDue: Due;
  /** Counts how often the rungs were armed: 1 at the start, one more with each move, resume or acknowledgement. */
  readonly round: number;
  /**
   * How far acknowledging has put off the rungs still to come: calendar days for a day clock, milliseconds for an
   * instant clock. The due moment itself never moves by it, and a move or a resume sets it back to 0.
   */
  readonly putOff: number;
  /** The rung that fires next, and when; null while paused, once ended, or where the ladder is one that ends quietly. */
  readonly next: { readonly rung: number; readonly at: IsoInstant; readonly to: readonly RecipientRole[] } | null;
  readonly pauses: readonly Pause[];
  readonly end: { readonly outcome: ClockOutcome; readonly at: IsoInstant; readonly reason: string | null } | null;
}
