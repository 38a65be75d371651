import type { IsoDate, Occurred } from '../calendar/time.ts';
import type { Grade } from '../risk/grade.ts';

/** Everything that can be said of an assessment that stands alone: ids, codes and numbers, never words about anybody. */
export interface AssessmentFactData {
  /** Somebody assessed the risk, and it was written down without a referral; it happened when it was taken. */
  assessmentRecorded: {
    readonly areaId: string;
    /** The agency that assessed, whose duty a referral is. */
    readonly agencyId: string;
    readonly recordedById: string;
    readonly pairId: string;
    readonly victimId: string;
    readonly perpetratorId: string;
    readonly tool: string;
    readonly toolVersion: string;
    readonly count: number | null;
    readonly policeGrade: Grade | null;
    /** The answers with the wording that was shown, and the agency's own reference. */
    readonly contentId: string | null;
    /** The higher of count and police grade, by the thresholds in force when it was taken; filled in by the store. */
    readonly grade: Grade;
    /** Put down for the figures alone, long after: nobody is reminded of it. */
    readonly history: boolean;
    /** The days of the events that come together to potential escalation with it; filled in by the store where they do. */
    readonly escalation?: readonly IsoDate[];
  };
  /** The same two people were referred on that day or after it. */
  assessmentReferred: { readonly caseId: string };
  /** A named person decided, with a reason, that it does not lead to a referral. */
  notReferredDecided: { readonly reasonId: string; readonly byId: string };
  /** A named service is asked to take the victim on: by itself where it does not lead to MARAC, or by a person. */
  assessmentHandedOver: {
    readonly handoverId: string;
    readonly toAgencyId: string;
    /** Who handed it over; null where that followed from the assessment. */
    readonly byId: string | null;
    /** The service was told just now of another of the same table, and finds this one beside it. */
    readonly toldWithAnother?: true;
  };
  /** The service says that it arrived and that they take it on. */
  assessmentTakenOn: { readonly byId: string };
  /** The service does not take it on, or gives it back: it comes back to the area. */
  assessmentHandoverRefused: { readonly reasonId: string; readonly byId: string };
  /** A named person decided, with a reason, that no service is asked, or none any more. */
  notHandedOverDecided: { readonly reasonId: string; readonly byId: string };
}

export type AssessmentFactType = keyof AssessmentFactData;
export type AssessmentFactOf<T extends AssessmentFactType> = {
  [K in T]: { readonly type: K; readonly occurred: Occurred; readonly data: AssessmentFactData[K] };
}[T];
export type AssessmentFact = AssessmentFactOf<AssessmentFactType>;
