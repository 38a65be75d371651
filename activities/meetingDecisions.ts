import {
  fireMeetingRungs as fire,
  type MeetingDecisionInput,
  parkMeetingCommand as park,
  recordMeetingDecision as record,
} from '../store/decisions/recordMeetingDecision.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { sortingFaults } from './faults.ts';

/** Completes and records one decision of a meeting in one transaction; safe to try any number of times. */
export const recordMeetingDecision =
  ({ store, tools }: ActivityDependencies) =>
  (input: MeetingDecisionInput): ReturnType<typeof record> =>
    sortingFaults(() => record(store, input, tools));

/** Fires every rung of a meeting whose time has come. */
export const fireMeetingRungs =
  ({ store, tools }: ActivityDependencies) =>
  (input: Parameters<typeof fire>[1]): ReturnType<typeof fire> =>
    sortingFaults(() => fire(store, input, tools));

/** Puts a command about a meeting that ran into a bug aside, where people see it. */
export const parkMeetingCommand =
  ({ store, tools }: ActivityDependencies) =>
  (input: Parameters<typeof park>[1]): Promise<void> =>
    sortingFaults(() => park(store, input, tools));
