import { condition, defineUpdate, proxyLocalActivities, setHandler, sleep } from '@temporalio/workflow';
import type { BareActivities } from './activities.ts';

// What the product is measured beside: the engine alone, doing no more than it has to.
const { nothing, moment } = proxyLocalActivities<BareActivities>({ startToCloseTimeout: '5 seconds' });

export const act = defineUpdate<boolean>('act');

/** Stays open and answers each update with one local activity that does nothing. */
export async function bareCase(): Promise<void> {
  setHandler(act, async () => {
    await nothing();
    return true;
  });
  await condition(() => false);
}

/** The same, with timers that run as those of a case do; each timer that is over is one local activity. */
export async function bareTimers(dueInMs: readonly number[]): Promise<void> {
  setHandler(act, async () => {
    await nothing();
    return true;
  });
  await Promise.all(
    dueInMs.map(async (ms) => {
      await sleep(ms);
      await nothing();
    }),
  );
  await condition(() => false);
}

/** Waits for a moment (milliseconds since the epoch) and gives when it was there. */
export async function bareTimer(due: number): Promise<number> {
  await sleep(Math.max(due - Date.now(), 1));
  return moment();
}
