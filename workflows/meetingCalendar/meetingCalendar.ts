import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../../activities/createActivities.ts';
import { lifeSign } from '../lifeSign.ts';

const { makeCalendar } = proxyActivities<Activities>({
  startToCloseTimeout: '20 minutes',
  ...lifeSign,
  retry: { initialInterval: '10 seconds', backoffCoefficient: 2, maximumInterval: '5 minutes', maximumAttempts: 8 },
});

/** One night's look at the calendar of every area: a year ahead of it, whatever its pattern asks for is called. */
export async function meetingCalendar(): Promise<number> {
  return makeCalendar();
}
