import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { Reads } from '../directReads.ts';
import { Prisma } from '../generated/client.ts';
import { fromInstant, toInstant } from '../time.ts';

/**
 * Since when the audit has not been sealed, where that is before a moment: since the last round that the sealer ended,
 * or, where it never came round, since the first fact; null while it is at work, and where there is nothing to seal.
 */
export async function unsealedSince(tx: Reads, before: IsoInstant): Promise<IsoInstant | null> {
  const [found] = await tx.$queryRaw<{ since: Date | null }[]>(Prisma.sql`
    select coalesce(
      (select seen_at from heartbeat where process = 'auditSealer'),
      (select min(recorded_at) from audit_event)) as since`);
  const since = found?.since ?? null;
  return since && since < fromInstant(before) ? toInstant(since) : null;
}
