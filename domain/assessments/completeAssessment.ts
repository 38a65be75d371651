import { londonDate } from '../calendar/london.ts';
import type { IsoInstant, Occurred } from '../calendar/time.ts';
import { refuse, type Refusal } from '../lifecycle/refusal.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import { gradeOfCount, higherGrade } from '../risk/grade.ts';
import { escalationOf, type KnownEvent } from '../risk/escalation.ts';
import type { AssessmentFact } from './assessmentFact.ts';
import { leadsToMarac } from './assessmentStanding.ts';
import type { AssessmentProposal } from './decideAssessment.ts';

/** A referral of the same two people, received on the day of the assessment or after it. */
export interface ReferralFound {
  readonly caseId: string;
  readonly receivedAt: IsoInstant;
}

/** Grades what was recorded by the policy in force when it was taken; what was referred already owes nobody anything. */
export function completeAssessment(
  { facts }: AssessmentProposal,
  {
    policy,
    referral,
    occurred,
    events,
  }: {
    policy: AreaPolicy;
    referral: ReferralFound | null;
    occurred: Occurred;
    /** What was known to have happened between the two before. */
    events: readonly KnownEvent[];
  },
): { readonly ok: true; readonly facts: readonly AssessmentFact[] } | Refusal {
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
    if (referral && leadsToMarac(data))
      completed.push({
        type: 'assessmentReferred',
        occurred: referredWhen(referral, occurred),
        data: { caseId: referral.caseId },
      });
  }
  return { ok: true, facts: completed };
}

/** Never before the assessment itself: the referral may have come earlier on the same day. */
export function referredWhen({ receivedAt }: ReferralFound, taken: Occurred): Occurred {
  return receivedAt > taken.at ? { at: receivedAt, precision: 'minute' } : taken;
}
