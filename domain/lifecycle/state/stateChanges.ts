import type { CaseFactType, Fact } from '../caseFact.ts';
import type { CaseState } from '../caseState.ts';

/** What each fact of a subject changes in what the workflow knows of its case, the stage apart. */
export type StateChanges<T extends CaseFactType> = {
  readonly [K in T]: (state: CaseState, fact: Fact<K>) => Partial<CaseState>;
};

/** No later command depends on the fact. */
export function nothing(): Partial<CaseState> {
  return {};
}
