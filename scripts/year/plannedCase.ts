import type { IsoDate, IsoInstant, Occurred } from '../../domain/calendar/time.ts';
import type { Presence } from '../../domain/lifecycle/facts/meeting.ts';
import type { YesNoUnknown } from '../../domain/lifecycle/facts/referral.ts';
import type { ContactResult, EngagementStatus } from '../../domain/lifecycle/facts/support.ts';
import type { Grade, Route } from '../../domain/risk/grade.ts';
import type { FlagMeasure } from './measures.ts';

export type Sex = 'female' | 'male';

/** An invented person. */
export interface PlannedPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly dateOfBirth: IsoDate;
  readonly sex: Sex;
  readonly address: string;
}

/** A child as a referral gives it: by name once born, by the date it is expected on before. */
export type PlannedChild =
  | { readonly unborn: false; readonly givenName: string; readonly familyName: string; readonly dateOfBirth: IsoDate }
  | { readonly unborn: true; readonly expectedOn: IsoDate };

/** The victim's safe contact; the telephone is from the range kept free for fiction. */
export interface SafeContact {
  readonly telephone: string;
  readonly mayLeaveMessage: boolean;
}

export type Relationship = 'partner' | 'formerPartner' | 'familyMember';

/** What is true of a pair in each of its cases, by the row of the table that counts it. */
export type PairFlags = Readonly<Record<FlagMeasure, boolean>>;

/** How the risk was put: 24 answers or none, the police's own grade, and the referrer's judgement. */
export interface PlannedRisk {
  readonly route: Route;
  readonly dash: readonly YesNoUnknown[] | null;
  readonly policeGrade: Grade | null;
  readonly judgement: Grade | null;
}

/** What an action is set against. */
export type ActionRisk =
  | 'physicalHarm'
  | 'stalking'
  | 'harmToChildren'
  | 'homelessness'
  | 'selfHarm'
  | 'substanceMisuse'
  | 'isolation'
  | 'perpetratorBehaviour';

/** By when an action is due: by policy, in 24 hours, or by a date of its own. */
export type PlannedDue =
  { readonly type: 'default' } | { readonly type: 'urgent' } | { readonly type: 'day'; readonly date: IsoDate };

export interface PlannedAction {
  /** Unique in its case. */
  readonly key: string;
  readonly agency: string;
  readonly risk: ActionRisk;
  readonly due: PlannedDue;
}

/** Who was at a meeting: one sheet for all its cases. */
export type Attendance = Readonly<Record<string, Presence>>;

/** What is done in a case, each with the moment it truly happened. */
export type Intention = { readonly occurred: Occurred } & (
  | { readonly type: 'submitReferral' }
  | { readonly type: 'screen' }
  | { readonly type: 'grade' }
  | { readonly type: 'reviewPlan' }
  | { readonly type: 'recordContactAttempt'; readonly result: ContactResult }
  | { readonly type: 'recordEngagement'; readonly status: EngagementStatus }
  | { readonly type: 'recordSafetyPlan' }
  | { readonly type: 'setAction'; readonly action: PlannedAction }
  | {
      readonly type: 'defer';
      readonly meetingOn: IsoDate;
      readonly reason: 'referrerAbsent' | 'awaitingInformation';
      readonly attendance: Attendance;
    }
  | {
      readonly type: 'hear';
      readonly meetingOn: IsoDate;
      readonly attendance: Attendance;
      readonly actions: readonly PlannedAction[];
    }
  | { readonly type: 'completeAction' | 'actionNotPossible' | 'actionNotDone'; readonly action: string }
  | { readonly type: 'moveActionDue'; readonly action: string; readonly to: IsoDate }
  | { readonly type: 'tellOutcome'; readonly result: 'told' | 'noSafeWay' }
  | { readonly type: 'tellReferrer' }
  | { readonly type: 'addCourtHearing'; readonly at: IsoInstant }
  | { readonly type: 'recordCourtOutcome'; readonly outcome: 'convicted' | 'acquitted' | 'orderMade' | 'discontinued' }
  | { readonly type: 'tellCourtResult' }
  | { readonly type: 'endSupport'; readonly status: 'planned' | 'moved' | 'unableToContact' }
  | { readonly type: 'close' }
);

/** One case of the published year: who it is about, how it came, and what became of it. */
export interface PlannedCase {
  /** `medway-017`: the area, and its place in the order of receipt there. */
  readonly key: string;
  readonly areaCode: string;
  /** The key of the earlier case of the same pair that this one repeats. */
  readonly repeatOf: string | null;
  readonly victim: PlannedPerson;
  readonly perpetrator: PlannedPerson;
  readonly relationship: Relationship;
  readonly safeContact: SafeContact;
  /** The children of the household as they stand on the day of the referral, the unborn among them. */
  readonly children: readonly PlannedChild[];
  readonly flags: PairFlags;
  /** The first leads; a joint referral counts for each in equal parts. */
  readonly referringAgencies: readonly string[];
  readonly risk: PlannedRisk;
  readonly consent: 'given' | 'notGiven';
  /**
   * The meeting it has to land on when it is graded, or at once where it is a repeat: listing is no command of its own.
   * Another one heard it where it was deferred.
   */
  readonly listedFor: IsoDate;
  readonly heardOn: IsoDate;
  /** In the order in which it happened; the referral first. */
  readonly life: readonly Intention[];
  /** Left with an action that is overdue and nobody ended, and so not closed, until it is declared caught up. */
  readonly neglected: boolean;
}
