import type { DecisionInput, DecisionOutcome } from '../store/decisions/decisionInput.ts';
import { recordDecision as record } from '../store/decisions/recordDecision.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { sortingFaults } from './faults.ts';

/** Completes and records one decision of a case in one transaction; safe to try any number of times. */
export const recordDecision =
  ({ store, tools }: ActivityDependencies) =>
  (input: DecisionInput): Promise<DecisionOutcome> =>
    sortingFaults(() => record(store, input, tools));
