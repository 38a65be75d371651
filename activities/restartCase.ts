import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { workflowIds } from '../contracts/workflowIds.ts';
import { deriveId } from '../platform/ids.ts';
import { deathsToSpread } from '../store/decisions/deathsToSpread.ts';
import { restartOf } from '../store/rebuild/restart.ts';
import type { Store } from '../store/prismaClient.ts';
import { mostEventsOfARun } from '../workflows/messages.ts';

export interface RestartTools {
  readonly store: Store;
  readonly client: Client;
  readonly taskQueue: string;
}

/**
 * Starts the workflow of a case from what Postgres remembers. `ifMissing` leaves one that runs alone; `anyway` raises
 * the epoch and puts an end to it. Answers `ended` where the case needs none any more.
 */
export async function restartCase(
  { store, client, taskQueue }: RestartTools,
  caseId: string,
  when: 'ifMissing' | 'anyway',
): Promise<'restarted' | 'running' | 'ended'> {
  const restart = await restartOf(store, caseId, when === 'anyway');
  if (!restart) return 'ended';
  // The death of a victim is told to the other cases once more: the engine may have been lost before it was.
  if (restart.state.frozen) await deathsToSpread(store, caseId, deriveId);
  try {
    await client.workflow.start('maracCase', {
      workflowId: workflowIds.ofCase(caseId),
      taskQueue,
      args: [{ caseId, ...restart, mostEvents: mostEventsOfARun }],
      workflowIdConflictPolicy: when === 'anyway' ? 'TERMINATE_EXISTING' : 'FAIL',
    });
    return 'restarted';
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return 'running';
    throw error;
  }
}
