import type { IsoDate } from '../calendar/time.ts';
import type { ClockKind } from '../clocks/clockKind.ts';
import type { ClockRule } from '../clocks/clockRule.ts';
import type { Ladder, LadderName } from '../clocks/ladder.ts';
import type { BailAuthority } from '../court/codes.ts';
import type { SittingPattern } from '../meetings/sittingPattern.ts';
import type { Figure } from './figure.ts';

/** What one area goes by on one date: every figure dated, versioned and with its source. Plain JSON. */
export interface AreaPolicy {
  /** Names every entry that went into it, so that a date can be explained years later. */
  readonly version: string;
  /** The date of the latest entry that went into it. */
  readonly effectiveFrom: IsoDate;
  readonly grading: GradingPolicy;
  readonly routes: RoutesPolicy;
  readonly children: ChildrenPolicy;
  readonly meeting: MeetingPolicy;
  readonly counting: CountingPolicy;
  readonly contact: ContactPolicy;
  readonly court: CourtPolicy;
  readonly support: SupportPolicy;
  readonly acknowledgementMaxDays: Figure<number>;
  readonly clocks: Readonly<Record<ClockKind, ClockRule>>;
  readonly ladders: Readonly<Record<LadderName, Ladder>>;
}

/** Bands of the DASH count: so many answers "yes" and more. */
export interface GradingPolicy {
  readonly highFrom: Figure<number>;
  readonly mediumFrom: Figure<number>;
}

export interface RoutesPolicy {
  /** The count from which the score alone leads to MARAC. */
  readonly visibleHighRiskFrom: Figure<number>;
  readonly escalation: Figure<{ readonly events: number; readonly withinMonths: number }>;
  /** From what the repeat flag counts: the last accepted referral or the last meeting. */
  readonly repeatFrom: Figure<'referral' | 'meeting'>;
  readonly repeatMonths: Figure<number>;
  /** Whether suicide or self-harm linked to the abuse is a route of its own. */
  readonly suicideRoute: Figure<boolean>;
  readonly honourAlwaysListed: Figure<boolean>;
  /** A victim below this age goes to children's safeguarding instead. */
  readonly victimFromAge: Figure<number>;
}

/** Up to which birthday (years, exclusive) a child is notified at each grade; unborn children are at every grade. */
export interface ChildrenPolicy {
  readonly underAgeAtHigh: Figure<number>;
  readonly underAgeAtMedium: Figure<number>;
  readonly underAgeAtStandard: Figure<number>;
  readonly urgentAtHigh: Figure<boolean>;
}

export interface MeetingPolicy {
  readonly pattern: Figure<'weekly' | 'monthly'>;
  /** Working days before the meeting: the last day on which a case can still be listed. */
  readonly cutOffWorkingDays: Figure<number>;
  /** Working days before the meeting on which the agenda goes out. */
  readonly agendaWorkingDays: Figure<number>;
  /** Cases a meeting has room for; more are shown as an overflow, never dropped. */
  readonly capacity: Figure<number>;
  /** A high-risk case whose meeting is further off (working days) asks for an interim plan or an emergency meeting. */
  readonly farOffWorkingDays: Figure<number>;
  readonly emergencyWithinWorkingDays: Figure<number>;
  /** Days before a meeting of the pattern from which its agencies are invited; any other is when it is called. */
  readonly invitedDaysAhead: Figure<number>;
  /** Who is asked what they know of a case: every agency that comes to the meetings, or those with a part in the case. */
  readonly researchAskedOf: Figure<'everyAgency' | 'withAPart'>;
  /** When the area sits: on which days, at what London time, and what a bank holiday does to it. */
  readonly sits: Figure<SittingPattern>;
  /** Agencies that have to be at the table. */
  readonly quorum: Figure<number>;
  /** Kinds of agency without which a meeting is warned of. */
  readonly criticalServices: Figure<readonly string[]>;
}

export interface CountingPolicy {
  /** Whether an arrival after `dayEndsAt`, or on a day off, counts as the next working day. */
  readonly lateArrivalsCountNextWorkingDay: Figure<boolean>;
  /** London time of day after which an arrival is late. */
  readonly dayEndsAt: Figure<string>;
  /** London time of day at which reminders of day clocks go out. */
  readonly remindersAt: Figure<string>;
}

/** How much work a full-time adviser of an IDVA service has room for. */
export interface SupportPolicy {
  readonly openPerFullTimeAdviser: Figure<number>;
  readonly referralsPerYearPerFullTimeAdviser: Figure<number>;
}

export interface ContactPolicy {
  /** Attempts to reach the victim that the clock `contactAttempts` asks for. */
  readonly attempts: Figure<number>;
}

/** What the law allows courts and police; figures, because it changes and cases keep what they were decided under. */
export interface CourtPolicy {
  /** How long a domestic violence protection order may last (calendar days from the day it is made). */
  readonly protectionOrderDays: Figure<{ readonly shortest: number; readonly longest: number }>;
  /** How long before its end (calendar days) a review stands for the one that protection needs before it ends. */
  readonly reviewWithinDays: Figure<number>;
  /** Until how many months from its beginning bail before charge may run, and who may authorise it at least. */
  readonly bailSteps: Figure<readonly { readonly months: number; readonly by: BailAuthority }[]>;
}
