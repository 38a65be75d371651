import { Prisma } from '../generated/client.ts';
import { deniedTo } from './deniedTo.ts';

/**
 * That a meeting has cases on its list, or had, and a practitioner must see none of them: then they are told nothing of it.
 * One hidden case among others hides itself alone.
 */
export function hiddenMeeting(meetingId: Prisma.Sql, practitionerId: Prisma.Sql): Prisma.Sql {
  const onList = Prisma.sql`listing on_list JOIN "case" c ON c.id = on_list.case_id
    WHERE on_list.meeting_id = ${meetingId} AND on_list.status IN ('listed', 'heard', 'deferred')`;
  const denied = Prisma.sql`EXISTS (SELECT FROM denied_person hiding
    WHERE hiding.practitioner_id = ${practitionerId} AND ${deniedTo(Prisma.sql`hiding`)})`;
  return Prisma.sql`(EXISTS (SELECT FROM ${onList}) AND NOT EXISTS (SELECT FROM ${onList} AND NOT ${denied}))`;
}
