import type { Tx } from '../prismaClient.ts';

/**
 * Takes the rows of everybody in a case to the end of the transaction: a referral that is just finding one of them again
 * is waited for and then seen, and one that comes later does not find whoever was erased meanwhile.
 */
export async function lockPeopleOfCase(tx: Tx, caseId: string): Promise<void> {
  await tx.$queryRaw`
    select id from person where id in (
        select unnest(array[victim_id, perpetrator_id]) from "case" where id = ${caseId}::uuid
        union select person_id from child where case_id = ${caseId}::uuid)
      order by id for update`;
}
