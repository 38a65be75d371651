import type { FactData } from '../caseFact.ts';
import type { CaseStanding } from '../caseStanding.ts';
import type { MergeFacts } from '../facts/merge.ts';
import { owedBut } from './children.ts';
import type { StandingChanges } from './standingChanges.ts';

export const mergeStanding: StandingChanges<keyof MergeFacts> = {
  referralMerged: (_standing, { data }) => ({ mergedIntoId: data.intoCaseId }),
  mergeUndone: () => ({ mergedIntoId: null }),
  mergeUndoneUngraded: () => ({ mergedIntoId: null }),
  mergeUndoneUnscreened: () => ({ mergedIntoId: null }),
  referralJoined: (standing, { data }) => joined(standing, data),
  referralParted: (standing, { data }) => parted(standing, data),
};

function joined(standing: CaseStanding, { children }: FactData['referralJoined']): Partial<CaseStanding> {
  const minors = children.filter(({ ageBand }) => ageBand !== 'adult').map(({ childId }) => childId);
  const owed = children.filter(({ schoolOwed }) => schoolOwed).map(({ childId }) => childId);
  return {
    withoutPlan: [...(standing.withoutPlan ?? []), ...minors],
    schoolsOwed: [...(standing.schoolsOwed ?? []), ...owed],
    childCount: standing.childCount + minors.length,
  };
}

function parted(standing: CaseStanding, { minorIds, childIds }: FactData['referralParted']): Partial<CaseStanding> {
  return {
    withoutPlan: (standing.withoutPlan ?? []).filter((id) => !minorIds.includes(id)),
    schoolsOwed: owedBut(standing, childIds),
    childCount: standing.childCount - minorIds.length,
  };
}
