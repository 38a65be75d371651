import type { ChildInReferral } from '../lifecycle/facts/children.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import type { Grade } from '../risk/grade.ts';

/** The age (years) under which each band of a referral's children falls; an unborn child is owed at every grade. */
const youngestOf: Record<ChildInReferral['ageBand'], number> = {
  unborn: -1,
  underOne: 0,
  oneToSeventeen: 1,
  adult: 18,
};

/** Whether children's services are owed a notification of a child at a grade (Medway's procedure, read safely). */
export function isNotificationOwed(ageBand: ChildInReferral['ageBand'], grade: Grade, policy: AreaPolicy): boolean {
  const { children } = policy;
  const underAge = {
    high: children.underAgeAtHigh.value,
    medium: children.underAgeAtMedium.value,
    standard: children.underAgeAtStandard.value,
  }[grade];
  return youngestOf[ageBand] < underAge;
}
