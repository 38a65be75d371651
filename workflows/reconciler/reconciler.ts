import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../../activities/createActivities.ts';
import { lifeSign } from '../lifeSign.ts';

const { resendUnresolved } = proxyActivities<Activities>({
  startToCloseTimeout: '10 minutes',
  ...lifeSign,
  // The schedule comes round again in a minute: a round that fails is not worth more than one more try.
  retry: { maximumAttempts: 2 },
});

/**
 * One round of the reconciler: every command that was staged and never answered is sent to its case again, and cases and
 * meetings that may not have heard of a decision, or whose ladder stands still, are told to look.
 */
export async function reconciler(): Promise<number> {
  return resendUnresolved();
}
