import { workflowIds } from '../contracts/workflowIds.ts';
import { flagsToWatch, type WatchedFlag } from '../store/rebuild/restart.ts';
import type { RestartTools } from './restartCase.ts';

/**
 * Starts the watch of a pair with every flag of its cases that has not ended: `anyway` puts an end to a watch that
 * runs, which may know of referrals that Postgres does not; otherwise it only hears of the flags once more.
 */
export async function restartWatch(
  { store, client, taskQueue }: RestartTools,
  pairId: string,
  when: 'ifMissing' | 'anyway',
): Promise<'restarted' | 'nothingToWatch'> {
  const [first, ...others] = await flagsToWatch(store.prisma, pairId);
  if (!first) return 'nothingToWatch';
  const workflowId = workflowIds.ofPairWatch(pairId);
  if (when === 'anyway') {
    const workflowIdConflictPolicy = 'TERMINATE_EXISTING';
    await client.workflow.start('repeatWatch', { workflowId, taskQueue, args: [first], workflowIdConflictPolicy });
  }
  const left: readonly WatchedFlag[] = when === 'anyway' ? others : [first, ...others];
  for (const flag of left) {
    const told = { signal: 'referralAccepted', signalArgs: [flag] };
    await client.workflow.signalWithStart('repeatWatch', { workflowId, taskQueue, args: [flag], ...told });
  }
  return 'restarted';
}
