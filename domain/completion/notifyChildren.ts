import { childrenOwed } from '../children/childrenOwed.ts';
import { isNotificationOwed } from '../children/notificationMatrix.ts';
import type { CaseFact } from '../lifecycle/caseFact.ts';
import type { CaseStanding } from '../lifecycle/caseStanding.ts';
import { refuse } from '../lifecycle/refusal.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import { gradeOfCount, higherGrade } from '../risk/grade.ts';
import { type AskOf, type Completion, type Found, standingOf } from './found.ts';

/**
 * A referral that stands for itself again owes what its children were not notified of before it was merged; and a case that is worked
 * again what they were not notified of before it was closed, as one put down as history may be.
 */
export function withChildrenOwed(fact: CaseFact, found: Found): CaseFact {
  switch (fact.type) {
    case 'mergeUndone':
    case 'mergeUndoneUngraded':
    case 'mergeUndoneUnscreened': {
      const owed = childrenOwed(found.children, standingOf(found).grade, found.policy);
      return { ...fact, data: { ...fact.data, childrenOwed: owed } };
    }
    case 'caseReopened':
    case 'caseReopenedUnheard':
    case 'caseReopenedUngraded':
    case 'caseReopenedUnscreened': {
      const owed = childrenOwed(found.children, standingOf(found).grade, found.policy);
      return owed.length === 0 ? fact : { ...fact, data: { ...fact.data, childrenOwed: owed } };
    }
    default:
      return fact;
  }
}

/**
 * Each child is owed a notification by the matrix of grade and of the age they have by now; at high risk it is urgent. One that was owed
 * at the grading stays so, though the child has come of age since.
 */
export function notifyChildren(
  { ages, owed }: AskOf<'notifyChildren'>,
  facts: readonly CaseFact[],
  found: Found,
): Completion {
  const standing = standingOf(found);
  const grade =
    standing.grade ?? higherGrade(standing.assessedGrade, gradeOfAssessment(standing, found.policy)) ?? 'high';
  const notOwed: string[] = [];
  const told = facts.flatMap((fact) => (fact.type === 'childrenNotified' ? fact.data.children : []));
  const untold = found.children.filter(({ id }) => !told.includes(id));
  const completed = facts.map((fact) => {
    if (fact.type !== 'childrenNotified') return fact;
    const ageOf = new Map(found.children.map(({ id, ageBand }) => [id, ages[id] ?? ageBand]));
    notOwed.push(
      ...fact.data.children.filter(
        (id) => !owed.includes(id) && !isNotificationOwed(ageOf.get(id) ?? 'unborn', grade, found.policy),
      ),
    );
    const urgent = grade === 'high' && found.policy.children.urgentAtHigh.value;
    const theirs = untold.filter(({ servicesAgencyId }) => servicesAgencyId === fact.data.toAgencyId);
    const siblingsOwed = childrenOwed(theirs, grade, found.policy).length > 0 ? { siblingsOwed: true as const } : {};
    return { ...fact, data: { ...fact.data, urgent, ...siblingsOwed } };
  });
  if (notOwed.length > 0)
    return refuse(
      'CHILD_NOT_OWED',
      notOwed.map((id) => ({ type: 'child', id })),
    );
  return { ok: true, facts: completed };
}

function gradeOfAssessment(standing: CaseStanding, policy: AreaPolicy) {
  const { highFrom, mediumFrom } = policy.grading;
  return gradeOfCount(standing.assessedCount, { highFrom: highFrom.value, mediumFrom: mediumFrom.value });
}
