import { Prisma } from '../generated/client.ts';
import type { Reads } from '../directReads.ts';

/**
 * The ids of everybody who is the person of an id: themself, and the records somebody has decided to be theirs too. To
 * stand on the right of an equals sign, `x.victim_id = ${samePersonAs(Prisma.sql`c.victim_id`)}`. No row moves when two
 * records are found to be of one person: it is asked each time, so that undoing it has nothing to put back.
 */
export function samePersonAs(id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`any(array(select ${id} union all
    select bond.other_id from same_person bond where bond.person_id = ${id}))`;
}

/** The ids of everybody who is either of two people. */
export function sameAsEither(one: Prisma.Sql, other: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`any(array(select ${one} union all select ${other} union all
    select bond.other_id from same_person bond where bond.person_id in (${one}, ${other})))`;
}

/** The ids of every pair that is the same two people as the pair of an id, that one among them. */
export function samePairAs(id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`any(array(select ${id} union all select alike.id from pair mine
    join pair alike on alike.victim_id = ${samePersonAs(Prisma.sql`mine.victim_id`)}
      and alike.perpetrator_id = ${samePersonAs(Prisma.sql`mine.perpetrator_id`)}
    where mine.id = ${id}))`;
}

/** The records of one person, that of the id itself first. */
export async function samePeople(tx: Reads, personId: string): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>(
    Prisma.sql`select other_id as id from same_person where person_id = ${personId}::uuid order by other_id`,
  );
  return [personId, ...rows.map(({ id }) => id)];
}

/** The pairs that are the same two people, in the order of their ids. */
export async function samePairs(tx: Reads, pairId: string): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>(
    Prisma.sql`select ${pairId}::uuid as id union select alike.id from pair mine
        join pair alike on alike.victim_id = ${samePersonAs(Prisma.sql`mine.victim_id`)}
          and alike.perpetrator_id = ${samePersonAs(Prisma.sql`mine.perpetrator_id`)}
        where mine.id = ${pairId}::uuid order by id`,
  );
  return rows.map(({ id }) => id);
}
