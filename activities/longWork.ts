import { heartbeat } from '@temporalio/activity';
import { sortingFaults } from './faults.ts';

const signOfLifeEveryMs = 5_000;

/**
 * Runs the work of an activity that takes a while, sorts what goes wrong, and lets the engine know meanwhile that this
 * worker lives: where it dies, another takes the work up within half a minute, and not when all the time allowed is over.
 */
export async function longWork<T>(work: () => Promise<T>): Promise<T> {
  const signs = setInterval(() => heartbeat(), signOfLifeEveryMs);
  try {
    return await sortingFaults(work);
  } finally {
    clearInterval(signs);
  }
}
