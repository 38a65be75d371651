import { done, type DutyChange, starts } from '../duties/dutyChange.ts';
import type { AssessmentFact } from './assessmentFact.ts';
import type { AssessmentStanding } from './assessmentStanding.ts';

/** What leads to MARAC and is not referred is a duty of the agency that assessed; a referral ends it, or a named decision. */
export function assessmentDutiesOf(fact: AssessmentFact, standing: AssessmentStanding): readonly DutyChange[] {
  if (fact.type !== 'assessmentRecorded') return [done(['highNotReferred'])];
  if (standing.status !== 'open') return [];
  const owner = { agencyId: standing.agencyId, ownerId: null };
  return [starts('highNotReferred', { type: 'assessment', id: standing.id }, owner)];
}
