import type { Client } from '@temporalio/client';
import { matterOfWorkflowId } from '../../contracts/workflowIds.ts';

/** A case or a meeting for which the engine remembers a workflow. */
export interface MatterOnEngine {
  readonly about: 'case' | 'meeting';
  readonly id: string;
  /** Whether a workflow of it runs; else it has ended, and the engine has not forgotten it yet. */
  readonly runs: boolean;
}

/** The cases and meetings the engine remembers, each once, by workflow id. */
export async function mattersOnEngine(client: Client): Promise<ReadonlyMap<string, MatterOnEngine>> {
  const query = "WorkflowType IN ('maracCase', 'maracMeeting')";
  const found = new Map<string, MatterOnEngine>();
  for await (const { workflowId, status } of client.workflow.list({ query, pageSize: 1_000 })) {
    const matter = matterOfWorkflowId(workflowId);
    if (!matter) continue;
    const runs = status.name === 'RUNNING' || (found.get(workflowId)?.runs ?? false);
    found.set(workflowId, { ...matter, runs });
  }
  return found;
}
