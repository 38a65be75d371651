import type { Actor } from '../../domain/access/actor.ts';
import { areasHeldAs } from '../../domain/access/actor.ts';
import { officePermissions } from '../../domain/access/permission.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import { Prisma } from '../generated/client.ts';
import type { Reads } from '../directReads.ts';
import { nobodyWasTold } from './nobodyWasTold.ts';
import { toInstant } from '../time.ts';

export type MeetingExceptionKind = 'parked' | 'nobodyToTell' | 'notConcluded';

/** A meeting in which something is stuck. */
export interface MeetingException {
  readonly kind: MeetingExceptionKind;
  readonly meetingId: string;
  readonly on: IsoDate;
  readonly areaId: string;
  readonly since: IsoInstant;
}

/** What is stuck in the meetings of the areas whose meetings an actor runs, the longest first. */
export async function meetingExceptions(
  tx: Reads,
  actor: Actor,
  areaId: string | null,
  now: IsoInstant,
  limit: number,
): Promise<MeetingException[]> {
  const rows = await tx.$queryRaw<(Omit<MeetingException, 'since'> & { since: Date })[]>(Prisma.sql`
    select kind, id as "meetingId", "on", "areaId", since from ${stuckMeetings(actor, areaId, now)} found
    order by since, id limit ${limit}`);
  return rows.map((row) => ({ ...row, since: toInstant(row.since) }));
}

/** The same as a table to read or to count. A meeting is left open from the London day after its own. */
export function stuckMeetings(actor: Actor, areaId: string | null, now: IsoInstant): Prisma.Sql {
  const areas = areasHeldAs(actor, officePermissions.runMeeting);
  const theirs = areas === 'all' ? Prisma.sql`true` : Prisma.sql`m.area_id = any(${[...areas]}::uuid[])`;
  return Prisma.sql`(
    with m as (select * from meeting m where ${theirs} and (${areaId}::uuid is null or m.area_id = ${areaId}::uuid))
      select 'parked' as kind, m.id, m.on_date::text as "on", m.area_id as "areaId",
          coalesce(min(p.resolved_at), min(p.staged_at), m.created_at) as since
        from m left join command p on p.case_id = m.id and p.status = 'parked' where m.parked
        group by m.id, m.on_date, m.area_id, m.created_at
      union all select 'nobodyToTell', m.id, m.on_date::text, m.area_id, min(r.fired_at) from m
        join clock k on k.case_id = m.id and k.status = 'running'
        join rung r on r.clock_id = k.id and r.round = (k.data->>'round')::int and r.rung = k.rungs_fired - 1
        where ${nobodyWasTold} group by m.id, m.on_date, m.area_id
      union all select 'notConcluded', m.id, m.on_date::text, m.area_id,
          (m.on_date + 1)::timestamp at time zone 'Europe/London' from m
        where m.status = 'planned' and not m.silent and m.on_date < ${londonDate(now)}::date)`;
}
