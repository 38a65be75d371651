import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../../activities/createActivities.ts';
import { lifeSign } from '../lifeSign.ts';

const { watchAssessments } = proxyActivities<Activities>({
  startToCloseTimeout: '10 minutes',
  ...lifeSign,
  // The schedule comes round again in two minutes: a round that fails is not worth more than one more try.
  retry: { maximumAttempts: 2 },
});

/** One look at the assessments graded high and not referred: which were referred meanwhile, and who is late. */
export async function assessmentWatch(): Promise<number> {
  return watchAssessments();
}
