import { epochMs } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { beat } from '../heartbeats/beat.ts';
import type { Store } from '../prismaClient.ts';
import { toInstant } from '../time.ts';
import { recordOutage } from './recordOutage.ts';

const process = 'timers';
/** Two rounds missed in a row, and a third on its way: then no timer fired and nobody was reminded. */
const outageAfterMs = 150_000;

/**
 * Leaves word that engine, worker and database are at work together. Where there had been no word for long, that was an
 * outage, and what fell due in it is kept. Of two that ask at once the second finds the word of the first.
 */
export async function noteAtWork(store: Store, now: IsoInstant): Promise<void> {
  await store.prisma.$transaction(async (tx) => {
    const [before] = await tx.$queryRaw<{ seenAt: Date }[]>`
      SELECT seen_at AS "seenAt" FROM heartbeat WHERE process = ${process} FOR UPDATE`;
    const last = before ? toInstant(before.seenAt) : now;
    if (last > now) return;
    if (epochMs(now) - epochMs(last) > outageAfterMs) await recordOutage(tx, { from: last, until: now });
    await beat(tx, process, now);
  });
}
