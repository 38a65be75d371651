import { epochMs, instantAt } from '../domain/calendar/london.ts';
import type { IsoInstant } from '../domain/calendar/time.ts';
import type { WallClock } from '../platform/clock.ts';
import { renewLeases } from '../store/notices/renewLeases.ts';
import type { Store } from '../store/prismaClient.ts';

/** How long what a dispatcher had taken waits for another one when that dispatcher has died. */
export const leaseMs = 30_000;
const renewEveryMs = 5_000;
/** A lease that has less than this left may be another's by the time that a message is begun. */
const marginMs = 10_000;

/** The leases a dispatcher holds, made to last for as long as it lives: short, so that nothing waits long for the dead. */
export interface LeaseKeeper {
  hold(id: string, until: IsoInstant): void;
  /** Whether nobody else can have it by now. */
  isOurs(id: string): boolean;
  start(): void;
  stop(): void;
}

/** Keeps leases until they are given back in the table; one that could not be renewed in time is let go. */
export function createLeaseKeeper(store: Store, clock: WallClock, onTrouble: (error: unknown) => void): LeaseKeeper {
  const held = new Map<string, IsoInstant>();
  let timer: NodeJS.Timeout | undefined;
  let renewing = false;
  const renew = async (): Promise<void> => {
    const asked = new Map(held);
    const { ids, until } = await renewLeases(store.prisma, asked, clock.now(), leaseMs);
    const renewed = new Set(ids);
    for (const [id, before] of asked) {
      // Given back and taken once more meanwhile: that lease is another one.
      if (held.get(id) !== before) continue;
      if (renewed.has(id)) held.set(id, instantAt(until.getTime()));
      else held.delete(id);
    }
  };
  const tick = (): void => {
    if (renewing || held.size === 0) return;
    renewing = true;
    void renew()
      .catch(onTrouble)
      .finally(() => (renewing = false));
  };
  return {
    hold: (id, until) => void held.set(id, until),
    isOurs(id) {
      const until = held.get(id);
      return until !== undefined && epochMs(clock.now()) + marginMs < epochMs(until);
    },
    start: () => void (timer ??= setInterval(tick, renewEveryMs)),
    stop: () => clearInterval(timer),
  };
}
