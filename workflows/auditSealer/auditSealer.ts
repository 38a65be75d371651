import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../../activities/createActivities.ts';
import { lifeSign } from '../lifeSign.ts';

const { sealAudit } = proxyActivities<Activities>({
  startToCloseTimeout: '10 minutes',
  ...lifeSign,
  // The schedule comes round again in a minute: a round that fails is not worth more than one more try.
  retry: { maximumAttempts: 2 },
});

/** One round of the sealer: every finished row of the audit gets its place in the chain over all of it. */
export async function auditSealer(): Promise<number> {
  return sealAudit();
}
