import type { IsoDate } from '../../calendar/time.ts';
import type { Grade, Route } from '../../risk/grade.ts';
import type { ChildInReferral } from './children.ts';

export type YesNoUnknown = 'yes' | 'no' | 'notKnown';

/** What the quarterly return counts of a case: codes only, so that figures outlive the erasure of the person. */
export interface ReturnStatistics {
  readonly minorityEthnic: YesNoUnknown;
  readonly lgbt: YesNoUnknown;
  readonly disabled: YesNoUnknown;
  readonly maleVictim: YesNoUnknown;
  readonly victim16or17: YesNoUnknown;
  readonly perpetratorUnder18: YesNoUnknown;
}

export interface AssessmentTaken {
  readonly assessmentId: string;
  readonly tool: string;
  readonly toolVersion: string;
  readonly count: number | null;
  readonly policeGrade: Grade | null;
  /** The answers with the wording that was shown, frozen. */
  readonly contentId: string | null;
}

export type DeclineReason = 'duplicate' | 'wrongArea' | 'belowThreshold' | 'notDomesticAbuse';

/** Where a case goes that scored high, below the county's threshold, and whose victim did not consent. */
export const consentDecisions = ['marac', 'idvaService', 'standardRiskService'] as const;

export type ConsentDecision = (typeof consentDecisions)[number];

/** What is said of a referral until it is graded: how it came, was screened and sent back, and what its risk is. */
export interface ReferralFacts {
  referralReceived: {
    reference: string;
    areaId: string;
    pairId: string;
    victimId: string;
    perpetratorId: string;
    referrerId: string;
    referringAgencyIds: readonly string[];
    idvaServiceId: string;
    route: Route;
    assessment: AssessmentTaken | null;
    children: readonly ChildInReferral[];
    victimUnder16: boolean;
    consent: 'given' | 'notGiven';
    statistics: ReturnStatistics;
    narrativeId: string;
    adopted: boolean;
    /** The day of the incident, where it decides whether this is a repeat; null: the day of the referral does. */
    incidentOn: IsoDate | null;
    /** Filled in by the store under the pair's lock: the accepted case within the flag that this one repeats. */
    repeatOfId: string | null;
  };
  caughtUp: Record<string, never>;
  referralAccepted: { routesMet: readonly Route[]; adviceId: string | null };
  referralReturned: { missing: readonly string[]; noteId: string | null };
  referralCompleted: { contentId: string; assessment: AssessmentTaken | null };
  referralDeclined: { reason: DeclineReason; adviceId: string };
  riskGraded: {
    count: number | null;
    policeGrade: Grade | null;
    judgement: Grade | null;
    reasonId: string | null;
    /** The highest of the three, by the thresholds in force; filled in by the store. */
    grade: Grade;
    overrides: Grade | null;
    toMarac: boolean;
    /** Children of whom a notification is owed at this grade and has not gone; filled in by the store, missing in earlier records. */
    childrenOwed?: readonly string[];
    /** The days of the events that come together to potential escalation; filled in by the store where they do. */
    escalation?: readonly IsoDate[];
    /** The route it goes by from here on, where the one that was declared is not met; filled in by the store. */
    route?: Route;
    /** It came to be high while it is listed for a meeting that is far off; filled in by the store. */
    farOff?: boolean;
  };
  /** Graded high below the county's threshold, and the victim did not consent: a named person has to decide. */
  consentDecisionOwed: { count: number };
  consentDecided: { decision: ConsentDecision; reasonId: string; byId: string };
}
