import { lifeSign } from '../lifeSign.ts';

/**
 * Decisions are local activities: one transaction, no round trip through the engine. Outages are retried for ever;
 * past a few seconds the wait becomes a timer of the engine, so that a long outage holds no worker.
 */
export const decisionOptions = {
  startToCloseTimeout: '5 seconds',
  localRetryThreshold: '3 seconds',
  retry: { initialInterval: '100 milliseconds', backoffCoefficient: 2, maximumInterval: '10 seconds' },
} as const;

/** Two hundred commands take a while; whoever is killed half-way leaves the rest to the next attempt. */
export const followUpOptions = {
  startToCloseTimeout: '10 minutes',
  ...lifeSign,
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
} as const;

/** What a decision leads to elsewhere: told by activity and signal, no workflow ever waits for another. */
export const effectOptions = {
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
} as const;
