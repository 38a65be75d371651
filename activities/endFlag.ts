import { endFlag as end, type EndedFlag } from '../store/decisions/endFlag.ts';
import { workflowIds } from '../contracts/workflowIds.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { sortingFaults } from './faults.ts';

/** Records that a flag is over or was restarted, and tells the case, which may have nothing left to wait for. */
export const endFlag =
  ({ store, tools, client }: ActivityDependencies) =>
  (flag: EndedFlag): Promise<'ended' | 'stands'> =>
    sortingFaults(async () => {
      const came = await end(store, flag, tools);
      if (came === 'ended') await tellCase(client, flag.caseId);
      return came;
    });

async function tellCase(client: ActivityDependencies['client'], caseId: string): Promise<void> {
  try {
    await client.workflow.getHandle(workflowIds.ofCase(caseId)).signal('lookAgain');
  } catch (error) {
    // A case that has ended already needs to be told nothing.
    if (!(error instanceof Error && error.name === 'WorkflowNotFoundError')) throw error;
  }
}
