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

/** From here to the end of the transaction no other decision asks about these two people: of two listings, one sees the other. */
export async function lockTheTwo(tx: Tx, pairId: string): Promise<void> {
  await tx.$queryRaw`
    select 1 as locked from pair,
      pg_advisory_xact_lock(hashtextextended(least(victim_id, perpetrator_id)::text || greatest(victim_id, perpetrator_id)::text, 0))
    where id = ${pairId}::uuid`;
}
