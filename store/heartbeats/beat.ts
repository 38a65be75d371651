import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant } from '../time.ts';

/** Leaves word that a process is at work. */
export async function beat(tx: Tx, process: string, now: IsoInstant): Promise<void> {
  const seenAt = fromInstant(now);
  await tx.heartbeat.upsert({ where: { process }, create: { process, seenAt }, update: { seenAt } });
}
