import { Prisma } from '../generated/client.ts';

/**
 * That an entry of the deny list (a row of `denied_person` under the given alias) concerns the case `c`: it names its victim, its
 * perpetrator or a child in it. The list belongs to the people, so it follows them into every case, and to every record of them.
 */
export function deniedTo(entry: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${entry}.person_id in (c.victim_id, c.perpetrator_id) or ${entry}.person_id in
    (select child.person_id from child where child.case_id = c.id and child.person_id is not null))`;
}
