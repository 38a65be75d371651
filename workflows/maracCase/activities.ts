import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '../../activities/createActivities.ts';

/**
 * Decisions are local activities: one transaction, no round trip through the engine. Outages are retried for ever;
 * past a few seconds the wait becomes a timer of the engine, so that a long outage holds no worker.
 */
export const { recordDecision, fireDueRungs, parkCommand } = proxyLocalActivities<Activities>({
  startToCloseTimeout: '5 seconds',
  localRetryThreshold: '3 seconds',
  retry: { initialInterval: '100 milliseconds', backoffCoefficient: 2, maximumInterval: '10 seconds' },
});

/** What a decision leads to elsewhere: told by activity and signal, no workflow ever waits for another. */
export const { watchForRepeat, spreadDeath } = proxyActivities<Activities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/** A breach is further abuse of the pair: staged and sent like any other report of it. */
export const { reportBreach } = proxyActivities<Activities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});
