import type { ActivityDependencies } from './dependencies.ts';
import { sortingFaults } from './faults.ts';
import { restartWatch } from './restartWatch.ts';

/** Begins the repeat watch of a pair anew, by the flags that stand: one that it knew of was taken back. */
export const watchFlagsAnew =
  (dependencies: ActivityDependencies) =>
  ({ pairId }: { readonly pairId: string }): Promise<void> =>
    sortingFaults(async () => {
      await restartWatch(dependencies, pairId, 'anyway');
    });
