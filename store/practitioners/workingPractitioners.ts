import type { IsoDate } from '../../domain/calendar/time.ts';
import type { Tx } from '../prismaClient.ts';
import { fromIsoDate } from '../time.ts';

/** Which of these practitioners exist and still work here on a London date. */
export async function workingPractitioners(tx: Tx, ids: readonly string[], on: IsoDate): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.practitioner.findMany({
    where: { id: { in: [...new Set(ids)] }, OR: [{ endsOn: null }, { endsOn: { gte: fromIsoDate(on) } }] },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}
