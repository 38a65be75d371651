import type { PlannedCase } from './plannedCase.ts';

/**
 * How many commands the plan asks for: one for each thing done in a case, and one for each neglected case, which is
 * declared caught up at the end. The actions that a hearing sets go with the hearing.
 */
export function countCommands(plan: readonly PlannedCase[]): number {
  return plan.reduce((sum, { life, neglected }) => sum + life.length + (neglected ? 1 : 0), 0);
}
