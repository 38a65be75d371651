import { addHours } from '../domain/calendar/london.ts';
import { storeReadiness } from '../store/readiness.ts';
import type { Dependencies } from './dependencies.ts';

/** A worker that has not been seen for so long is not at work. */
const workerSeenWithinHours = 1 / 60;

/** Each part the product needs, and whether it is there. */
export interface Readiness {
  readonly database: boolean;
  readonly migrations: boolean;
  readonly engine: boolean;
  readonly worker: boolean;
}

/** Whether every part is there that a command needs to be decided. */
export async function readiness({ store, engine, clock }: Dependencies): Promise<Readiness> {
  const [stored, reachable] = await Promise.all([
    storeReadiness(store, addHours(clock.now(), -workerSeenWithinHours)),
    engine.isReachable(),
  ]);
  return { ...stored, engine: reachable };
}
