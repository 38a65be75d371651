import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant } from '../time.ts';

/**
 * Makes leases last until `leaseMs` milliseconds from now, where they are still as they were known to be: not run out,
 * not given back, not taken over by another. Gives the ids of those, and until when they last.
 */
export async function renewLeases(
  tx: Tx,
  known: ReadonlyMap<string, IsoInstant>,
  now: IsoInstant,
  leaseMs: number,
): Promise<{ readonly ids: readonly string[]; readonly until: Date }> {
  const at = fromInstant(now);
  const until = new Date(at.getTime() + leaseMs);
  const rows = [...known].map(([id, leased]) => ({ id, leased_until: fromInstant(leased) }));
  const renewed = await tx.$queryRaw<{ id: string }[]>`
    UPDATE notice n SET leased_until = ${until}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS k(id uuid, leased_until timestamptz)
    WHERE n.id = k.id AND n.status = 'waiting' AND n.leased_until = k.leased_until AND n.leased_until > ${at}
    RETURNING n.id::text`;
  return { ids: renewed.map(({ id }) => id), until };
}
