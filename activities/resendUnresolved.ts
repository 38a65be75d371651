import { noteAtWork } from '../store/outages/noteAtWork.ts';
import { resendUnresolved as resend } from '../usecases/resendUnresolved.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { sortingFaults } from './faults.ts';

/** Seconds after which a command without an answer is sent again: longer than anybody waits for one. */
const unansweredForSeconds = 15;

/** Leaves word that timers fire, and sends every command again that was staged and has no answer; gives how many. */
export const resendUnresolved =
  ({ reconciling }: ActivityDependencies) =>
  (): Promise<number> =>
    sortingFaults(async () => {
      await noteAtWork(reconciling.store, reconciling.clock.now());
      return resend(reconciling, unansweredForSeconds);
    });
