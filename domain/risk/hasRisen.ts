import type { ComparableAssessment } from '../idva/riskChange.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import { type Grade, gradeOfCount, grades, higherGrade } from './grade.ts';

/**
 * Whether a later assessment says that the risk has risen: into a higher band than the one before it, or by its count to where the
 * score alone leads to MARAC. Where there was none before, the grade of the case (null: nobody graded it) stands for it.
 */
export function hasRisen(
  before: ComparableAssessment | null,
  now: ComparableAssessment,
  graded: Grade | null,
  policy: AreaPolicy,
): boolean {
  const [bandBefore, bandNow] = [before && bandOf(before, policy), bandOf(now, policy)];
  if (bandNow === null) return false;
  return rankOf(bandNow) > rankOf(bandBefore ?? graded ?? 'standard') || reachesRoute(before, now, policy);
}

function bandOf({ count, policeGrade }: ComparableAssessment, { grading }: AreaPolicy): Grade | null {
  const thresholds = { highFrom: grading.highFrom.value, mediumFrom: grading.mediumFrom.value };
  return higherGrade(gradeOfCount(count, thresholds), policeGrade);
}

/** A county may have its threshold above the high band: then the band alone would not show it. */
function reachesRoute(before: ComparableAssessment | null, now: ComparableAssessment, { routes }: AreaPolicy): boolean {
  const from = routes.visibleHighRiskFrom.value;
  if (before === null || before.count === null || now.count === null || before.tool !== now.tool) return false;
  return before.count < from && now.count >= from;
}

function rankOf(grade: Grade): number {
  return grades.indexOf(grade);
}
