import { Prisma } from '../generated/client.ts';
import type { Reads } from '../directReads.ts';
import type { Tx } from '../prismaClient.ts';
import { sameAsEither } from '../people/samePeople.ts';

/** A case of the same two people that another area has on a list, or has heard and still works on. */
export interface CaseElsewhere {
  readonly caseId: string;
  readonly areaId: string;
}

/** The cases of one pair of people, whoever of them is the victim, that areas other than this one have before their meetings. */
export async function sameTwoElsewhere(tx: Reads, pairId: string, areaId: string): Promise<CaseElsewhere[]> {
  return tx.$queryRaw<CaseElsewhere[]>(Prisma.sql`
    select c.id as "caseId", c.area_id as "areaId" from pair mine
      join pair p on ${isTheSameTwo}
      join "case" c on c.pair_id = p.id
    where mine.id = ${pairId}::uuid and c.area_id <> ${areaId}::uuid and ${beforeAMeeting(Prisma.sql`c`)}
    order by c.id`);
}

/** That the pair `p` is the same two people as the pair `mine`, whoever of them is the victim, under whatever spelling. */
export const isTheSameTwo = Prisma.sql`p.victim_id = ${sameAsEither(Prisma.sql`mine.victim_id`, Prisma.sql`mine.perpetrator_id`)}
  and p.perpetrator_id = ${sameAsEither(Prisma.sql`mine.victim_id`, Prisma.sql`mine.perpetrator_id`)}`;

/** `isBeforeAMeeting` as the database says it: the case is on a list, or was heard and is still worked on. */
export function beforeAMeeting(table: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${table}.stage in ('listed', 'heard') and ${table}.closed_at is null and not ${table}.frozen)`;
}

/**
 * From here to the end of the transaction no other decision asks about these two people: of two listings, one sees the other. Under
 * whatever spelling they came, everybody takes one lock, that of the first record of each; being one, it is waited for by nobody in
 * a circle. Records that are joined meanwhile are looked at again by the cases that hear of it, each after what it is recording.
 */
export async function lockTheTwo(tx: Tx, pairId: string): Promise<void> {
  await tx.$queryRaw(Prisma.sql`
    select 1 as locked from pair,
      lateral (select ${firstRecordOf(Prisma.sql`victim_id`)} as one, ${firstRecordOf(Prisma.sql`perpetrator_id`)} as other offset 0) two,
      pg_advisory_xact_lock(hashtextextended(least(one, other)::text || greatest(one, other)::text, 0))
    where id = ${pairId}::uuid`);
}

/** Of the records that are one person the one with the lowest id: the same, whichever of them is asked about. */
function firstRecordOf(id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`least(${id}, (select other_id from same_person where person_id = ${id} order by other_id limit 1))`;
}
