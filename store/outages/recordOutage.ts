import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant } from '../time.ts';

/** A time in which no timer fired: after the first moment, up to and with the second. */
export interface Outage {
  readonly from: IsoInstant;
  readonly until: IsoInstant;
}

/**
 * Keeps an outage with every deadline that was crossed in it, as it was due then: whatever is moved or done afterwards,
 * the ledger stays as it is.
 */
export async function recordOutage(tx: Tx, { from, until }: Outage): Promise<void> {
  const [fromAt, untilAt] = [fromInstant(from), fromInstant(until)];
  await tx.outage.create({ data: { fromAt, untilAt } });
  // A clock that ended after its deadline had crossed it too; a paused one and a silent one cross nothing.
  await tx.$executeRaw`
    INSERT INTO outage_deadline (from_at, clock_id, case_id, overdue_at, due)
    SELECT ${fromAt}, id, case_id, overdue_at, data->'due'
    FROM clock
    WHERE overdue_at > ${fromAt} AND overdue_at <= ${untilAt} AND NOT silent
      AND (status = 'running' OR (status = 'ended' AND ended_at >= overdue_at))`;
}
