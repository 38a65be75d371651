import type { IsoDate, IsoInstant } from '../calendar/time.ts';
import type { AssessmentFact, AssessmentFactData, AssessmentFactOf } from './assessmentFact.ts';

/**
 * `recorded` and nothing is owed: it does not lead to MARAC, or is history; `open`: it does and is not referred; `referred`; `notReferred`:
 * decided by a named person.
 */
export type AssessmentStatus = 'recorded' | 'open' | 'referred' | 'notReferred';

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
  if (fact.type === 'assessmentReferred')
    return { ...standing, status: 'referred', caseId: fact.data.caseId, settledAt };
  const { byId: settledById, reasonId } = fact.data;
  return { ...standing, status: 'notReferred', settledById, reasonId, settledAt };
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
  };
}
