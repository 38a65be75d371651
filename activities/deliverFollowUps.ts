import { resendCausedBy } from '../usecases/resendUnresolved.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { sortingFaults } from './faults.ts';

/** Delivers the commands that a decision led to and that have no answer yet. */
export const deliverFollowUps =
  ({ reconciling }: ActivityDependencies) =>
  ({ commandId }: { readonly commandId: string }): Promise<void> =>
    sortingFaults(async () => {
      await resendCausedBy(reconciling, commandId);
    });
