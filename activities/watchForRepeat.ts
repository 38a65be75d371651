import { workflowIds } from '../contracts/workflowIds.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { sortingFaults } from './faults.ts';

/** What an accepted referral tells the watch of its pair. */
export interface AcceptedReferral {
  readonly pairId: string;
  readonly caseId: string;
  readonly endsOn: string;
}

/** Starts the repeat watch of a pair, or restarts the one that runs. */
export const watchForRepeat =
  ({ client, taskQueue }: ActivityDependencies) =>
  (flag: AcceptedReferral): Promise<void> =>
    sortingFaults(async () => {
      await client.workflow.signalWithStart('repeatWatch', {
        workflowId: workflowIds.ofPairWatch(flag.pairId),
        taskQueue,
        args: [flag],
        signal: 'referralAccepted',
        signalArgs: [flag],
      });
    });
