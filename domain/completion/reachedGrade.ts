import type { GradedBy } from '../lifecycle/payloads/referral.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import { type Grade, gradeOfCount, higherGrade } from '../risk/grade.ts';

/** What a grading comes to, and what judgement raised it from; null where it raised nothing. */
export interface ReachedGrade {
  readonly grade: Grade;
  readonly overrides: Grade | null;
}

/** The highest of count, police grade, judgement and what was reached before; null where none of them is known. */
export function reachedGrade(
  { count, policeGrade, judgement }: GradedBy,
  before: Grade | null,
  { grading }: AreaPolicy,
): ReachedGrade | null {
  const thresholds = { highFrom: grading.highFrom.value, mediumFrom: grading.mediumFrom.value };
  const measured = higherGrade(gradeOfCount(count, thresholds), policeGrade);
  const grade = higherGrade(higherGrade(measured, judgement), before);
  if (grade === null) return null;
  const raised = judgement === grade && measured !== grade;
  return { grade, overrides: raised ? (measured ?? 'standard') : null };
}
