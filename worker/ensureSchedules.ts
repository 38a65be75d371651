import { type Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy, type ScheduleOptions } from '@temporalio/client';

/** What recurs by itself. A round that was missed in an outage is made up for once, and no round overlaps another. */
function schedules(taskQueue: string): readonly ScheduleOptions[] {
  return [
    {
      scheduleId: 'reconciler',
      spec: { intervals: [{ every: '1 minute' }], timezone: 'Europe/London' },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 minute' },
      action: { type: 'startWorkflow', workflowType: 'reconciler', workflowId: 'reconciler', taskQueue, args: [] },
    },
  ];
}

/** Sets up the schedules that are not there yet; one that stands is left as an operator may have set it. */
export async function ensureSchedules(client: Client, taskQueue: string): Promise<void> {
  for (const schedule of schedules(taskQueue)) {
    try {
      await client.schedule.create(schedule);
    } catch (error) {
      if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    }
  }
}
