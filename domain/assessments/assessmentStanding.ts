import type { IsoInstant } from '../calendar/time.ts';
import type { AssessmentFact, AssessmentFactData, AssessmentFactOf } from './assessmentFact.ts';

/**
 * `recorded` and nothing is owed: it is not high, or history; `open`: high and not referred; `referred`; `notReferred`:
 * decided by a named person.
 */
export type AssessmentStatus = 'recorded' | 'open' | 'referred' | 'notReferred';

/** An assessment that stands alone, as lists and reports see it: a fold over its facts, one row of the read model. */
export type AssessmentStanding = AssessmentFactData['assessmentRecorded'] & {
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

function recorded(id: string, { data, occurred }: AssessmentFactOf<'assessmentRecorded'>): AssessmentStanding {
  return {
    ...data,
    id,
    silent: false,
    takenAt: occurred.at,
    status: data.grade === 'high' && !data.history ? 'open' : 'recorded',
    caseId: null,
    settledAt: null,
    settledById: null,
    reasonId: null,
  };
}
