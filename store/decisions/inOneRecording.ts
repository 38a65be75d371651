import type { Store, Tx } from '../prismaClient.ts';
import { wroteNotices } from '../projection/writeSet.ts';

/** A transaction is over, one way or the other, before the activity around it is given up (5 s). */
export const withinTheActivity = { maxWait: 1_500, timeout: 3_000 } as const;

/** Records in one transaction; where it wrote notices, the dispatchers are woken as soon as they can see them. */
export async function inOneRecording<T>(store: Store, work: (tx: Tx) => Promise<T>): Promise<T> {
  let notices = false;
  const outcome = await store.prisma.$transaction(async (tx) => {
    const done = await work(tx);
    notices = wroteNotices(tx);
    return done;
  }, withinTheActivity);
  if (notices) store.wakeDispatchers();
  return outcome;
}
