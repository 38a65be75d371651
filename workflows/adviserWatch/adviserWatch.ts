import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../../activities/createActivities.ts';
import { lifeSign } from '../lifeSign.ts';

const { watchAdvisers } = proxyActivities<Activities>({
  startToCloseTimeout: '10 minutes',
  ...lifeSign,
  // The schedule comes round again in ten minutes: a round that fails is not worth more than one more try.
  retry: { maximumAttempts: 2 },
});

/** One look at the advisers who are gone: what they still had is their service's from then on. */
export async function adviserWatch(): Promise<number> {
  return watchAdvisers();
}
