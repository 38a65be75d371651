import { workflowIds } from '../contracts/workflowIds.ts';
import { deathsToSpread } from '../store/decisions/deathsToSpread.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { sortingFaults } from './faults.ts';

/** Tells every other case of the victim that the victim has died: each as a command of its own, staged first. */
export const spreadDeath =
  ({ store, client, tools }: ActivityDependencies) =>
  ({ caseId }: { readonly caseId: string }): Promise<void> =>
    sortingFaults(async () => {
      for (const { otherCaseId, command } of await deathsToSpread(store, caseId, tools.deriveId)) {
        const handle = client.workflow.getHandle(workflowIds.ofCase(otherCaseId));
        await handle.executeUpdate('command', { updateId: command.commandId, args: [command] });
      }
    });
