import type { HeldAppointment } from '../../domain/access/actor.ts';
import type { Role } from '../../domain/access/role.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { fromIsoDate } from '../time.ts';

/** A post as it stands: also one that has ended or has not begun. */
export interface PostRow extends HeldAppointment {
  readonly id: string;
  readonly role: Role;
  readonly from: IsoDate;
  readonly until: IsoDate | null;
}

export interface AwayRow {
  readonly id: string;
  readonly coverId: string | null;
  readonly from: IsoDate;
  readonly until: IsoDate;
}

/** Somebody who works here, has worked or will, as the system administrator sees them. */
export interface PersonRow {
  readonly id: string;
  readonly subject: string;
  readonly name: string;
  readonly email: string;
  readonly endsOn: IsoDate | null;
  readonly posts: readonly PostRow[];
  readonly absences: readonly AwayRow[];
}

const person = Prisma.sql`
  select p.id, p.subject, p.name, p.email, to_char(p.ends_on, 'YYYY-MM-DD') as "endsOn",
    (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'role', a.role, 'areaId', a.area_id,
        'agencyId', a.agency_id, 'from', a.starts_on, 'until', a.ends_on) order by a.starts_on, a.id), '[]')
      from appointment a where a.practitioner_id = p.id) as posts,
    (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'coverId', b.cover_id, 'from', b.from_date,
        'until', b.until_date) order by b.from_date, b.id), '[]')
      from absence b where b.practitioner_id = p.id) as absences
  from practitioner p`;

/** People by name, those who have left too, whose name or sign-in contains some letters; `after` is the last one seen. */
export async function peopleByName(
  tx: Tx,
  { containing, after, limit }: { readonly containing: string; readonly after: string | null; readonly limit: number },
): Promise<PersonRow[]> {
  const beyond = after
    ? Prisma.sql`and (p.name, p.id) > (select l.name, l.id from practitioner l where l.id = ${after}::uuid)`
    : Prisma.empty;
  return tx.$queryRaw<PersonRow[]>(Prisma.sql`${person}
    where (position(lower(${containing}) in lower(p.name)) > 0 or position(lower(${containing}) in lower(p.subject)) > 0)
    ${beyond} order by p.name, p.id limit ${limit}`);
}

/** Somebody by their id, or null. */
export async function personById(tx: Tx, id: string): Promise<PersonRow | null> {
  const [found] = await tx.$queryRaw<PersonRow[]>(Prisma.sql`${person} where p.id = ${id}::uuid`);
  return found ?? null;
}

/** The same, held until the end of the transaction: two administrators do not change one person at once. */
export async function lockPerson(tx: Tx, id: string): Promise<PersonRow | null> {
  await tx.$queryRaw(Prisma.sql`select id from practitioner where id = ${id}::uuid for update`);
  return personById(tx, id);
}

/** Whose sign-in this is; null where nobody has it. */
export async function idBySubject(tx: Tx, subject: string): Promise<string | null> {
  return (await tx.practitioner.findUnique({ where: { subject }, select: { id: true } }))?.id ?? null;
}

/** Changes what somebody is called, reached by or signs in as. */
export async function changePerson(
  tx: Tx,
  id: string,
  change: { readonly name: string; readonly email: string; readonly subject: string },
): Promise<void> {
  await tx.practitioner.update({ where: { id }, data: { ...change } });
}

/** Sets the last day somebody works here; null: no end is known. */
export async function setLastDay(tx: Tx, id: string, lastDay: IsoDate | null): Promise<void> {
  await tx.practitioner.update({ where: { id }, data: { endsOn: lastDay && fromIsoDate(lastDay) } });
}

/** Gives somebody a post; one they held before is taken up again. */
export async function addPost(
  tx: Tx,
  practitionerId: string,
  { id, role, areaId, agencyId, from, until }: PostRow,
): Promise<void> {
  const dates = { startsOn: fromIsoDate(from), endsOn: until && fromIsoDate(until) };
  const same = await tx.appointment.findFirst({ where: { practitionerId, role, areaId, agencyId } });
  if (same) await tx.appointment.update({ where: { id: same.id }, data: dates });
  else await tx.appointment.create({ data: { id, practitionerId, role, areaId, agencyId, ...dates } });
}

/** Sets the last day of a post. */
export async function endPost(tx: Tx, id: string, lastDay: IsoDate): Promise<void> {
  await tx.appointment.update({ where: { id }, data: { endsOn: fromIsoDate(lastDay) } });
}

/** Takes back that somebody is away. */
export async function removeAbsence(tx: Tx, id: string): Promise<void> {
  await tx.absence.delete({ where: { id } });
}
