import type { FactData } from '../caseFact.ts';
import type { CaseStanding } from '../caseStanding.ts';
import type { ChildrenFacts } from '../facts/children.ts';
import { nothing, type StandingChanges } from './standingChanges.ts';

export const childrenStanding: StandingChanges<keyof ChildrenFacts> = {
  childAdded: (standing, { data }) => childAdded(standing, data),
  childPutRight: (standing, { data }) => childPutRight(standing, data),
  childTakenOut: (standing, { data }) => childTakenOut(standing, data),
  childrenNotified: nothing,
  childServicesFound: nothing,
  schoolsTold: (standing, { data }) => ({ schoolsOwed: owedBut(standing, data.children) }),
};

/** The children of whose schools nothing is on record, but for those told of, or gone. */
export function owedBut({ schoolsOwed }: CaseStanding, told: readonly string[]): readonly string[] {
  return (schoolsOwed ?? []).filter((id) => !told.includes(id));
}

function childAdded(standing: CaseStanding, child: FactData['childAdded']): Partial<CaseStanding> {
  const { childId, ageBand, schoolOwed } = child;
  const schoolsOwed = schoolOwed ? [...(standing.schoolsOwed ?? []), childId] : standing.schoolsOwed;
  if (ageBand === 'adult') return { schoolsOwed };
  const withoutPlan = [...(standing.withoutPlan ?? []), childId];
  return { schoolsOwed, withoutPlan, childCount: standing.childCount + 1 };
}

/** Whether somebody is a child of the case is a matter of how old they were when it was told of them. */
function childPutRight(standing: CaseStanding, child: FactData['childPutRight']): Partial<CaseStanding> {
  const { childId, ageBand, bandBefore, schoolOwed, ofSchoolAge = false } = child;
  const others = owedBut(standing, [childId]);
  const stillOwed = ofSchoolAge && standing.schoolsOwed?.includes(childId) === true;
  const schoolsOwed = schoolOwed || stillOwed ? [...others, childId] : others;
  const [was, is] = [bandBefore !== 'adult', ageBand !== 'adult'];
  if (was === is) return { schoolsOwed };
  const plans = (standing.withoutPlan ?? []).filter((id) => id !== childId);
  return {
    schoolsOwed,
    withoutPlan: is ? [...plans, childId] : plans,
    childCount: standing.childCount + (is ? 1 : -1),
  };
}

function childTakenOut(standing: CaseStanding, { childId, ageBand }: FactData['childTakenOut']): Partial<CaseStanding> {
  return {
    schoolsOwed: owedBut(standing, [childId]),
    withoutPlan: (standing.withoutPlan ?? []).filter((id) => id !== childId),
    childCount: standing.childCount - (ageBand === 'adult' ? 0 : 1),
  };
}
