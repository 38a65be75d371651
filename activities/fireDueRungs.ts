import { fireDueRungs as fire, type FiringInput, type FiringOutcome } from '../store/decisions/fireDueRungs.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { sortingFaults } from './faults.ts';

/** Fires every rung of a case whose time has come: looks again who is to be told, and writes the notices. */
export const fireDueRungs =
  ({ store, tools }: ActivityDependencies) =>
  (input: FiringInput): Promise<FiringOutcome> =>
    sortingFaults(() => fire(store, input, tools));
