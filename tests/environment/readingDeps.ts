import { randomBytes } from 'node:crypto';
import { idOf } from '../../dev/seedDevelopment.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { movableClock } from '../../platform/clock.ts';
import { createSealing } from '../../platform/sealing.ts';
import { actorById } from '../../store/practitioners/actorOf.ts';
import type { Store } from '../../store/prismaClient.ts';
import type { Dependencies } from '../../usecases/dependencies.ts';

/** What use cases that only read are given, and people of development as they stand on that day. */
export interface ReadingDeps {
  readonly deps: Dependencies;
  actor(subject: string): Promise<Actor>;
}

/** For reading a store at a moment that stands still: no engine is asked, and nothing is logged. */
export function readingDeps(store: Store, now: IsoInstant): ReadingDeps {
  const key = () => new Uint8Array(randomBytes(32));
  const sealing = createSealing({ contentWrappingKeys: [{ id: 'test', key: key() }], matchKey: key() });
  const actor = async (subject: string): Promise<Actor> => {
    const found = await actorById(store.prisma, idOf('practitioner', subject), londonDate(now));
    if (!found) throw new Error(`Nobody of development is ${subject}.`);
    return found;
  };
  return { deps: { store, sealing, clock: movableClock(now) } as unknown as Dependencies, actor };
}
