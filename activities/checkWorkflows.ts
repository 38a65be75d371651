import type { Client } from '@temporalio/client';
import { workflowIds } from '../contracts/workflowIds.ts';
import { flagsToWatch, livingCases } from '../store/rebuild/restart.ts';
import { livingMeetings } from '../store/rebuild/restartMeeting.ts';
import { isRunning, restartMissing } from './checkCase.ts';
import { tell } from './checkDrift.ts';
import type { ActivityDependencies } from './dependencies.ts';
import type { Finding } from './finding.ts';
import { restartMeeting } from './restartMeeting.ts';
import { restartWatch } from './restartWatch.ts';
import { longWork } from './longWork.ts';

export interface WorkflowsChecked {
  readonly checked: number;
  readonly findings: readonly Finding[];
}

/** Starts the workflow of every case and meeting that lives and has none that runs, and the watch of every flag without. */
export const checkWorkflows = (dependencies: ActivityDependencies) => (): Promise<WorkflowsChecked> =>
  longWork(async () => {
    const { store, client } = dependencies;
    const running = await runningIds(client);
    const cases = await livingCases(store.prisma);
    const pairs = [...new Set((await flagsToWatch(store.prisma)).map(({ pairId }) => pairId))];
    const findings: Finding[] = [];
    for (const caseId of cases) {
      if (running.has(workflowIds.ofCase(caseId)) || (await isRunning(client, workflowIds.ofCase(caseId)))) continue;
      findings.push(...(await restartMissing(dependencies, caseId)));
    }
    for (const pairId of pairs) {
      const id = workflowIds.ofPairWatch(pairId);
      if (running.has(id) || (await isRunning(client, id))) continue;
      const restarted = await restartWatch(dependencies, pairId, 'ifMissing');
      if (restarted === 'restarted') findings.push({ kind: 'watchRestarted', pairId });
    }
    const meetings = await livingMeetings(store.prisma);
    for (const meetingId of meetings) {
      const id = workflowIds.ofMeeting(meetingId);
      if (running.has(id) || (await isRunning(client, id))) continue;
      const restarted = await restartMeeting(dependencies, meetingId, 'ifMissing');
      if (restarted === 'restarted') findings.push({ kind: 'meetingRestarted', meetingId });
    }
    tell(findings);
    return { checked: cases.length + pairs.length + meetings.length, findings };
  });

/** Ids of the workflows that the engine lists as running: those it does not list have to be asked for one by one. */
async function runningIds(client: Client): Promise<ReadonlySet<string>> {
  const query = "WorkflowType IN ('maracCase', 'maracMeeting', 'repeatWatch') AND ExecutionStatus = 'Running'";
  const ids = new Set<string>();
  for await (const { workflowId } of client.workflow.list({ query, pageSize: 1_000 })) ids.add(workflowId);
  return ids;
}
