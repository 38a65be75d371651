import type { IsoDate, IsoInstant } from '../calendar/time.ts';
import type { AssessmentFact, AssessmentFactData, AssessmentFactOf } from './assessmentFact.ts';

/**
 * `recorded` and nothing is owed: it is history, or was recorded before anything was handed over; `open`: it leads to MARAC and is not
 * referred; `referred`; `notReferred`: decided by a named person. Below that: `handedOver` to a service that has not answered, `takenOn`,
 * `handoverRefused`: it is the area's again; `notHandedOver`: decided by a named person.
 */
export const assessmentStatuses = [
  'open',
  'handedOver',
  'handoverRefused',
  'takenOn',
  'referred',
  'notReferred',
  'notHandedOver',
  'recorded',
] as const;
export type AssessmentStatus = (typeof assessmentStatuses)[number];

/** An assessment that stands alone, as lists and reports see it: a fold over its facts, one row of the read model. */
export type AssessmentStanding = Omit<AssessmentFactData['assessmentRecorded'], 'escalation'> & {
  /** Empty where too few events come together. */
  readonly escalationDays: readonly IsoDate[];
  readonly id: string;
  readonly silent: boolean;
  readonly takenAt: IsoInstant;
  readonly status: AssessmentStatus;
  /** The case that came of it. */
  readonly caseId: string | null;
  readonly settledAt: IsoInstant | null;
  readonly settledById: string | null;
  readonly reasonId: string | null;
  /** The service that was asked last to take it on, and what it said. */
  readonly toAgencyId: string | null;
  readonly handedOverAt: IsoInstant | null;
  readonly answeredAt: IsoInstant | null;
  readonly refusalReasonId: string | null;
};

/** The standing of an assessment after one more fact; only its recording can be the first. */
export function assessmentStandingAfter(
  standing: AssessmentStanding | null,
  id: string,
  fact: AssessmentFact,
): AssessmentStanding {
  if (fact.type === 'assessmentRecorded') return recorded(id, fact);
  if (!standing) throw new Error(`An assessment cannot begin with the fact ${fact.type}.`);
  const settledAt = fact.occurred.at;
  switch (fact.type) {
    case 'assessmentReferred':
      return { ...standing, status: 'referred', caseId: fact.data.caseId, settledAt };
    case 'notReferredDecided':
    case 'notHandedOverDecided': {
      const { byId: settledById, reasonId } = fact.data;
      const status = fact.type === 'notReferredDecided' ? 'notReferred' : 'notHandedOver';
      return { ...standing, status, settledById, reasonId, settledAt };
    }
    case 'assessmentHandedOver': {
      const { toAgencyId } = fact.data;
      const asked = { toAgencyId, handedOverAt: fact.occurred.at, answeredAt: null, refusalReasonId: null };
      return { ...standing, status: 'handedOver', ...asked };
    }
    case 'assessmentTakenOn':
      return { ...standing, status: 'takenOn', answeredAt: fact.occurred.at };
    case 'assessmentHandoverRefused': {
      const { reasonId: refusalReasonId } = fact.data;
      return { ...standing, status: 'handoverRefused', answeredAt: fact.occurred.at, refusalReasonId };
    }
  }
}

/** The service that has been asked to take it on, or has; null where none is, or it has refused. */
export function serviceOfAssessment({ status, toAgencyId }: Pick<AssessmentStanding, 'status' | 'toAgencyId'>) {
  return status === 'handedOver' || status === 'takenOn' ? toAgencyId : null;
}

/** Whether it may be handed over: what waits for its referral, was referred or is taken on may not, nor what is history. */
export function mayBeHandedOver({ status, history }: Pick<AssessmentStanding, 'status' | 'history'>): boolean {
  return !history && status !== 'open' && status !== 'referred' && status !== 'takenOn';
}

/** Whether an assessment has to become a referral: graded high, or the last of several events; not what is history. */
export function leadsToMarac({
  grade,
  history,
  escalation = [],
}: Pick<AssessmentFactData['assessmentRecorded'], 'grade' | 'history' | 'escalation'>): boolean {
  return !history && (grade === 'high' || escalation.length > 0);
}

function recorded(id: string, { data, occurred }: AssessmentFactOf<'assessmentRecorded'>): AssessmentStanding {
  const { escalation = [], ...known } = data;
  return {
    ...known,
    escalationDays: escalation,
    id,
    silent: false,
    takenAt: occurred.at,
    status: leadsToMarac(data) ? 'open' : 'recorded',
    caseId: null,
    settledAt: null,
    settledById: null,
    reasonId: null,
    toAgencyId: null,
    handedOverAt: null,
    answeredAt: null,
    refusalReasonId: null,
  };
}
