import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '../../activities/createActivities.ts';
import { decisionOptions, followUpOptions } from '../matter/matterActivities.ts';

export const { recordMeetingDecision, fireMeetingRungs, parkMeetingCommand } =
  proxyLocalActivities<Activities>(decisionOptions);

export const { deliverFollowUps } = proxyActivities<Activities>(followUpOptions);
