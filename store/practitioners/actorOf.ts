import type { Actor, HeldAppointment } from '../../domain/access/actor.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import type { Role } from '../../domain/access/role.ts';
import { Prisma } from '../generated/client.ts';
import type { Reads } from '../directReads.ts';

/**
 * Who acts, by the subject of their sign-in: somebody who works here on a London date, with the appointments in force
 * that day and the colleagues they stand in for. Null for somebody unknown, who has left, or who holds none.
 */
export async function actorOf(tx: Reads, subject: string, today: IsoDate): Promise<Actor | null> {
  return found(tx, Prisma.sql`p.subject = ${subject}`, today);
}

/** The same by the practitioner's own id, for what is done in the name of somebody who is not signed in just now. */
export async function actorById(tx: Reads, practitionerId: string, today: IsoDate): Promise<Actor | null> {
  return found(tx, Prisma.sql`p.id = ${practitionerId}::uuid`, today);
}

/** That the practitioner `p` works here on a London date and holds the appointment `a` that day. */
export function isInForce(today: IsoDate): Prisma.Sql {
  return Prisma.sql`(p.ends_on is null or p.ends_on >= ${today}::date)
    and a.starts_on <= ${today}::date and (a.ends_on is null or a.ends_on >= ${today}::date)`;
}

/** The colleagues, by id, for whom the practitioner `p` stands in on a London date: those away, and those they stood in for. */
export function coveredBy(today: IsoDate): Prisma.Sql {
  return Prisma.sql`array(
    with recursive covered (id) as (
      select p.id union select away.practitioner_id from absence away join covered on away.cover_id = covered.id
      where away.from_date <= ${today}::date and away.until_date >= ${today}::date)
    select id::text from covered where id <> p.id order by id)`;
}

async function found(tx: Reads, who: Prisma.Sql, today: IsoDate): Promise<Actor | null> {
  const rows = await tx.$queryRaw<
    ({ id: string; name: string; role: Role; coversFor: string[] } & HeldAppointment)[]
  >(Prisma.sql`
    select p.id, p.name, ${coveredBy(today)} as "coversFor", a.role, a.area_id as "areaId", a.agency_id as "agencyId"
    from practitioner p join appointment a on a.practitioner_id = p.id
    where ${who} and ${isInForce(today)}
    order by a.role, a.area_id, a.agency_id`);
  const [first] = rows;
  if (!first) return null;
  const appointments = rows.map(({ role, areaId, agencyId }) => ({ role, areaId, agencyId }));
  return { practitionerId: first.id, name: first.name, appointments, coversFor: first.coversFor };
}
