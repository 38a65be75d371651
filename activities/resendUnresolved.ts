import { noteAtWork } from '../store/outages/noteAtWork.ts';
import { resendUnresolved as resend } from '../usecases/resendUnresolved.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { tellToLook } from './tellToLook.ts';
import { longWork } from './longWork.ts';

/** Seconds after which a command without an answer is sent again: longer than anybody waits for one. */
const unansweredForSeconds = 15;

/**
 * One round of the reconciler: leaves word that timers fire, sends every command again that was staged and has no answer,
 * and tells matters to look that may not have heard or are late. Gives how many it had to see to.
 */
export const resendUnresolved = (dependencies: ActivityDependencies) => (): Promise<number> =>
  longWork(async () => {
    const { reconciling } = dependencies;
    await noteAtWork(reconciling.store, reconciling.clock.now());
    return (await resend(reconciling, unansweredForSeconds)) + (await tellToLook(dependencies));
  });
