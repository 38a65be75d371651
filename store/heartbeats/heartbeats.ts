import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant, toInstant } from '../time.ts';

/** Leaves word that a process is at work. */
export async function beat(tx: Tx, process: string, now: IsoInstant): Promise<void> {
  const seenAt = fromInstant(now);
  await tx.heartbeat.upsert({ where: { process }, create: { process, seenAt }, update: { seenAt } });
}

/** When a process was last seen at work; null where it never was. */
export async function lastSeen(tx: Tx, process: string): Promise<IsoInstant | null> {
  const row = await tx.heartbeat.findUnique({ where: { process } });
  return row ? toInstant(row.seenAt) : null;
}
