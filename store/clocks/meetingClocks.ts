import type { Actor } from '../../domain/access/actor.ts';
import { meetingDutiesSeen } from '../../domain/access/meetingDuties.ts';
import { Prisma } from '../generated/client.ts';

/** Clocks `k` of meetings `m` that have duties left; read from the few meetings, never from all clocks. */
export const fromMeetingClocks = Prisma.sql`
  (select id, area_id, on_date from meeting
    where status = 'planned' or (status = 'held' and minutes_sent_at is null) offset 0) m
  cross join lateral (select * from clock where case_id = m.id and about = 'meeting' offset 0) k`;

/** The condition under which an actor sees a clock `k` of a meeting: what `meetingDutyLevel` allows, said in SQL. */
export function visibleMeetingClocks(actor: Actor): Prisma.Sql {
  const { areas, agencyIds } = meetingDutiesSeen(actor);
  if (areas === 'all') return Prisma.sql`true`;
  return Prisma.sql`(k.area_id = any(${[...areas]}::uuid[]) or k.agency_id = any(${[...agencyIds]}::uuid[]))`;
}

/** The columns by which a list says which meeting a clock is of. */
export const meetingColumns = Prisma.sql`null::text as reference, m.id as "meetingId", m.on_date::text as "meetingOn", null::uuid as "assessmentId", null::text as "assessmentOn"`;
/** The same columns for a clock of a case `c`. */
export const caseColumns = Prisma.sql`c.reference, null::uuid as "meetingId", null::text as "meetingOn", null::uuid as "assessmentId", null::text as "assessmentOn"`;
