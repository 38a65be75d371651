import type { Actor } from '../../domain/access/actor.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { visibleCases } from '../access/visibleCases.ts';
import type { Reads } from '../directReads.ts';
import { Prisma } from '../generated/client.ts';
import { fromInstant } from '../time.ts';
import { caseColumns, fromMeetingClocks, meetingColumns, visibleMeetingClocks } from './meetingClocks.ts';
import { listedColumns, type ClockListed } from './overdueClocks.ts';

/**
 * Overdue clocks whose ladder has reached somebody in a role, the longest overdue first. What has reminded nobody yet is left
 * out before anything else is looked at.
 */
export async function escalatedClocks(
  tx: Reads,
  actor: Actor,
  { role, now, limit }: { readonly role: string; readonly now: IsoInstant; readonly limit: number },
): Promise<ClockListed[]> {
  const told = JSON.stringify([{ practitionerId: actor.practitionerId, role }]);
  const conditions = Prisma.sql`k.status = 'running' and k.overdue_at <= ${fromInstant(now)} and k.rungs_fired > 0
    and exists (select 1 from rung r where r.clock_id = k.id and r.recipients @> ${told}::jsonb)`;
  return tx.$queryRaw<ClockListed[]>(Prisma.sql`
    select ${listedColumns} from (
      (select k.*, ${caseColumns} from clock k join "case" c on c.id = k.case_id
        where ${conditions} and (${visibleCases(actor)}) order by k.overdue_at, k.id limit ${limit})
      union all
      (select k.*, ${meetingColumns} from ${fromMeetingClocks}
        where ${conditions} and ${visibleMeetingClocks(actor)} order by k.overdue_at, k.id limit ${limit})
    ) found order by overdue_at, id limit ${limit}`);
}
