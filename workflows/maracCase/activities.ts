import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '../../activities/createActivities.ts';
import { decisionOptions, effectOptions, followUpOptions } from '../matter/matterActivities.ts';

export const { recordDecision, fireDueRungs, parkCommand } = proxyLocalActivities<Activities>(decisionOptions);

export const { watchForRepeat, spreadDeath } = proxyActivities<Activities>(effectOptions);

/** A flag that the watch of a pair knew of was taken back: it begins anew with those that stand. */
export const { watchFlagsAnew } = proxyActivities<Activities>(effectOptions);

/** A breach is further abuse of the pair: staged and sent like any other report of it. */
export const { reportBreach } = proxyActivities<Activities>(effectOptions);

export const { deliverFollowUps } = proxyActivities<Activities>(followUpOptions);
