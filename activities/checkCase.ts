import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { workflowIds } from '../contracts/workflowIds.ts';
import type { CaseState } from '../domain/lifecycle/caseState.ts';
import type { RecordingTools } from '../store/decisions/recordInMatter.ts';
import { peopleOfCase } from '../store/rebuild/casesToRebuild.ts';
import { rebuildReadModel } from '../store/rebuild/rebuildReadModel.ts';
import { reachOf } from '../store/rebuild/restart.ts';
import { settleFlag } from '../store/rebuild/settleFlag.ts';
import { settleSafeContact } from '../store/rebuild/settleSafeContact.ts';
import type { Finding } from './finding.ts';
import { restartCase, type RestartTools } from './restartCase.ts';

/** A workflow that is not in memory is replayed before it can answer. */
const answerWithinMs = 15_000;

/** Compares the read model of a case with its record, and mends it. */
export async function checkReadModel(
  { store, tools }: Pick<RestartTools, 'store'> & { readonly tools: RecordingTools },
  caseId: string,
): Promise<readonly Finding[]> {
  const rebuilt = await rebuildReadModel(store, caseId, tools.columnsOf);
  if (rebuilt.status === 'broken') return [{ kind: 'brokenChain', caseId, link: rebuilt.link }];
  const people = await peopleOfCase(store.prisma, caseId);
  const differences = [
    ...(rebuilt.status === 'mended' ? rebuilt.differences : []),
    ...(people ? await settleSafeContact(store, people.victimId) : []),
    ...(people ? await settleFlag(store, people.pairId) : []),
  ];
  return differences.length > 0 ? [{ kind: 'readModelMended', caseId, differences }] : [];
}

/** Compares the workflow of a case of which something is left to wait for with its record, and brings it up to date. */
export async function checkCaseWorkflow(tools: RestartTools, caseId: string): Promise<readonly Finding[]> {
  const { store, client } = tools;
  const before = await reachOf(store.prisma, caseId);
  if (!before || before.finished) return [];
  const version = await versionOf(client, caseId);
  if (version === 'silent') return [{ kind: 'workflowSilent', caseId }];
  if (version === 'missing') return restartMissing(tools, caseId);
  if (version < before.seq) {
    await client.workflow.getHandle(workflowIds.ofCase(caseId)).signal('lookAgain');
    return [{ kind: 'workflowBehind', caseId }];
  }
  // It may have recorded more since the row was read: only what Postgres does not hold now puts it ahead.
  const after = await reachOf(store.prisma, caseId);
  if (!after || version <= after.seq) return [];
  await restartCase(tools, caseId, 'anyway');
  return [{ kind: 'workflowAhead', caseId }];
}

/** Starts the workflow of a case that has none. */
export async function restartMissing(tools: RestartTools, caseId: string): Promise<readonly Finding[]> {
  return (await restartCase(tools, caseId, 'ifMissing')) === 'restarted' ? [{ kind: 'caseRestarted', caseId }] : [];
}

/** The last entry the workflow of a case has seen; a workflow that is stuck gives no answer. */
async function versionOf(client: Client, caseId: string): Promise<number | 'missing' | 'silent'> {
  const handle = client.workflow.getHandle(workflowIds.ofCase(caseId));
  if (!(await isRunning(client, workflowIds.ofCase(caseId)))) return 'missing';
  try {
    const deadline = Date.now() + answerWithinMs;
    const state = await client.withDeadline(deadline, () => handle.query<CaseState>('state'));
    return state.version;
  } catch {
    return 'silent';
  }
}

/** Whether a workflow runs; asked of the engine itself, because its lists lag behind. */
export async function isRunning(client: Client, workflowId: string): Promise<boolean> {
  try {
    const { status } = await client.workflow.getHandle(workflowId).describe();
    return status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
