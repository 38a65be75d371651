import { resendUnresolved as resend } from '../usecases/resendUnresolved.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { sortingFaults } from './faults.ts';

/** Seconds after which a command without an answer is sent again: longer than anybody waits for one. */
const unansweredForSeconds = 15;

/** Sends every command again that was staged and has no answer; gives how many there were. */
export const resendUnresolved =
  ({ reconciling }: ActivityDependencies) =>
  (): Promise<number> =>
    sortingFaults(() => resend(reconciling, unansweredForSeconds));
