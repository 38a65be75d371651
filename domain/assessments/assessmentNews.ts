import type { News } from '../notices/noticesOf.ts';
import { handedOverTo, refusedByService } from '../notices/handoverNews.ts';
import type { AssessmentFact } from './assessmentFact.ts';

/** The news that a fact about an assessment brings beside the rungs: a service is asked, or does not take it on. */
export function assessmentNewsOf(fact: AssessmentFact): readonly News[] {
  if (fact.type === 'assessmentHandedOver')
    return fact.data.toldWithAnother ? [] : [handedOverTo(fact.data.toAgencyId)];
  return fact.type === 'assessmentHandoverRefused' ? [refusedByService] : [];
}
