import { type Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy, type ScheduleOptions } from '@temporalio/client';

const timezone = 'Europe/London';

/** What recurs by itself. A round that was missed in an outage is made up for once, and no round overlaps another. */
export function schedules(taskQueue: string): readonly ScheduleOptions[] {
  const overlap = ScheduleOverlapPolicy.SKIP;
  const action = (name: string) =>
    ({ type: 'startWorkflow', workflowType: name, workflowId: name, taskQueue, args: [] }) as const;
  return [
    {
      scheduleId: 'reconciler',
      spec: { intervals: [{ every: '1 minute' }], timezone },
      policies: { overlap, catchupWindow: '1 minute' },
      action: action('reconciler'),
    },
    {
      scheduleId: 'auditSealer',
      spec: { intervals: [{ every: '1 minute' }], timezone },
      policies: { overlap, catchupWindow: '1 minute' },
      action: action('auditSealer'),
    },
    {
      scheduleId: 'assessmentWatch',
      spec: { intervals: [{ every: '2 minutes' }], timezone },
      policies: { overlap, catchupWindow: '2 minutes' },
      action: action('assessmentWatch'),
    },
    {
      scheduleId: 'adviserWatch',
      spec: { intervals: [{ every: '10 minutes' }], timezone },
      policies: { overlap, catchupWindow: '10 minutes' },
      action: action('adviserWatch'),
    },
    {
      scheduleId: 'workflowCheck',
      spec: { intervals: [{ every: '10 minutes' }], timezone },
      policies: { overlap, catchupWindow: '10 minutes' },
      action: action('workflowCheck'),
    },
    {
      // At three: no change of the clocks in London skips or repeats that hour, and few people are at work.
      scheduleId: 'driftCheck',
      spec: { calendars: [{ hour: 3, minute: 0 }], timezone },
      policies: { overlap, catchupWindow: '12 hours' },
      action: action('driftCheck'),
    },
    {
      // At four, for the same reason; and at once where it is new, so that an area has a calendar from the first day.
      scheduleId: 'meetingCalendar',
      spec: { calendars: [{ hour: 4, minute: 0 }], timezone },
      policies: { overlap, catchupWindow: '1 day' },
      state: { triggerImmediately: true },
      action: action('meetingCalendar'),
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
