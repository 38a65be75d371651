import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { workflowIds } from '../contracts/workflowIds.ts';
import { restartOfMeeting } from '../store/rebuild/restartMeeting.ts';
import { mostEventsOfARun } from '../workflows/messages.ts';
import type { RestartTools } from './restartCase.ts';

/**
 * Starts the workflow of a meeting from what Postgres remembers. `ifMissing` leaves one that runs alone; `anyway`
 * raises the epoch and puts an end to it. Answers `ended` where the meeting needs none any more.
 */
export async function restartMeeting(
  { store, client, taskQueue }: RestartTools,
  meetingId: string,
  when: 'ifMissing' | 'anyway',
): Promise<'restarted' | 'running' | 'ended'> {
  const restart = await restartOfMeeting(store, meetingId, when === 'anyway');
  if (!restart) return 'ended';
  try {
    await client.workflow.start('maracMeeting', {
      workflowId: workflowIds.ofMeeting(meetingId),
      taskQueue,
      args: [{ meetingId, ...restart, mostEvents: mostEventsOfARun }],
      workflowIdConflictPolicy: when === 'anyway' ? 'TERMINATE_EXISTING' : 'FAIL',
    });
    return 'restarted';
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return 'running';
    throw error;
  }
}
