import { reportBreach as report } from '../usecases/furtherAbuse/reportBreach.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { sortingFaults } from './faults.ts';

/** Makes a breach that a case recorded a report of further abuse of its pair, which may open a repeat. */
export const reportBreach =
  ({ reconciling }: ActivityDependencies) =>
  ({ caseId, breachId }: { readonly caseId: string; readonly breachId: string }): Promise<void> =>
    sortingFaults(() => report(reconciling, caseId, breachId));
