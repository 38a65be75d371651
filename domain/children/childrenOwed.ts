import type { ChildInReferral } from '../lifecycle/facts/children.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import type { Grade } from '../risk/grade.ts';
import { isNotificationOwed } from './notificationMatrix.ts';

/** A child of a case as far as a notification is concerned; `ageBand` is that of the referral. */
export interface ChildToNotify {
  readonly id: string;
  readonly ageBand: ChildInReferral['ageBand'];
  readonly notified: boolean;
}

/** The children, by id, of whom a notification is owed at a grade and has not gone; nobody where nobody has graded. */
export function childrenOwed(
  children: readonly ChildToNotify[],
  grade: Grade | null,
  policy: AreaPolicy,
): readonly string[] {
  if (grade === null) return [];
  return children
    .filter(({ notified, ageBand }) => !notified && isNotificationOwed(ageBand, grade, policy))
    .map(({ id }) => id);
}
