import type { CaseFactType, Fact } from '../caseFact.ts';
import type { CaseStanding } from '../caseStanding.ts';

/** What each fact of a subject changes in what boards and reports show of a case, the stage apart. */
export type StandingChanges<T extends CaseFactType> = {
  readonly [K in T]: (standing: CaseStanding, fact: Fact<K>) => Partial<CaseStanding>;
};

/** Neither board nor report shows the fact by the row of its case. */
export function nothing(): Partial<CaseStanding> {
  return {};
}
