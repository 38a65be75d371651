import { londonDate } from '../calendar/london.ts';
import type { IsoInstant, Occurred } from '../calendar/time.ts';
import { refuse, type Refusal } from '../lifecycle/refusal.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import { gradeOfCount, higherGrade } from '../risk/grade.ts';
import { escalationOf, type KnownEvent } from '../risk/escalation.ts';
import type { AssessmentFact, AssessmentFactOf } from './assessmentFact.ts';
import { leadsToMarac } from './assessmentStanding.ts';
import type { AssessmentProposal } from './decideAssessment.ts';

/** A referral of the same two people, received on the day of the assessment or after it. */
export interface ReferralFound {
  readonly caseId: string;
  readonly receivedAt: IsoInstant;
}

/** What the store knows when an assessment is recorded. */
export interface AssessmentFound {
  readonly policy: AreaPolicy;
  readonly referral: ReferralFound | null;
  readonly occurred: Occurred;
  readonly recordedAt: IsoInstant;
  /** What was known to have happened between the two before. */
  readonly events: readonly KnownEvent[];
  /** The service of the area for those below the threshold, and whether it is told of another of the same table. */
  readonly service: { readonly agencyId: string; readonly isToldAlready: boolean };
}

/** Grades what was recorded by the policy in force when it was taken; what was referred already owes nobody anything. */
export function completeAssessment(
  { facts, asks }: AssessmentProposal,
  found: AssessmentFound,
): { readonly ok: true; readonly facts: readonly AssessmentFact[] } | Refusal {
  const { policy, occurred, events } = found;
  const thresholds = { highFrom: policy.grading.highFrom.value, mediumFrom: policy.grading.mediumFrom.value };
  const completed: AssessmentFact[] = [];
  for (const fact of facts) {
    if (fact.type !== 'assessmentRecorded') {
      completed.push(fact);
      continue;
    }
    const grade = higherGrade(gradeOfCount(fact.data.count, thresholds), fact.data.policeGrade);
    if (grade === null) return refuse('GRADE_MISSING');
    const on = londonDate(occurred.at);
    const escalation = escalationOf([...events, { by: 'assessment', on }], on, policy);
    const data = { ...fact.data, grade, ...(escalation.length > 0 ? { escalation } : {}) };
    completed.push({ ...fact, data });
    completed.push(...whatFollows(data, asks[0]?.handoverId ?? null, found));
  }
  return { ok: true, facts: completed };
}

/** It was referred already, or waits for its referral; what does not lead to MARAC goes to the area's service, never to nobody. */
function whatFollows(
  data: AssessmentFactOf<'assessmentRecorded'>['data'],
  handoverId: string | null,
  { referral, occurred, recordedAt, service }: AssessmentFound,
): readonly AssessmentFact[] {
  if (data.history) return [];
  if (referral) {
    const { caseId } = referral;
    return [{ type: 'assessmentReferred', occurred: referredWhen(referral, occurred), data: { caseId } }];
  }
  if (leadsToMarac(data) || handoverId === null) return [];
  const told = service.isToldAlready ? { toldWithAnother: true as const } : {};
  // The service is asked when it is written down, however long ago somebody assessed: it answers from then on.
  const handed = { handoverId, toAgencyId: service.agencyId, byId: null, ...told };
  return [{ type: 'assessmentHandedOver', occurred: { at: recordedAt, precision: 'minute' }, data: handed }];
}

/** Never before the assessment itself: the referral may have come earlier on the same day. */
export function referredWhen({ receivedAt }: ReferralFound, taken: Occurred): Occurred {
  return receivedAt > taken.at ? { at: receivedAt, precision: 'minute' } : taken;
}
