import type { Grade } from '../risk/grade.ts';
import type { RiskChange } from '../lifecycle/facts/support.ts';

/** The little of an assessment by which it is compared. */
export interface ComparableAssessment {
  readonly tool: string;
  readonly count: number | null;
  readonly policeGrade: Grade | null;
}

type Counted = Omit<ComparableAssessment, 'policeGrade'>;

/** How the risk changed from one assessment to the next, by their counts; counts of different forms are no measure. */
export function riskChange(before: Counted | null, now: Counted): RiskChange {
  if (before === null || before.count === null || now.count === null || before.tool !== now.tool)
    return 'notComparable';
  if (now.count === before.count) return 'same';
  return now.count < before.count ? 'lower' : 'higher';
}
