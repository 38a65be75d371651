import type { Stage } from '../../domain/lifecycle/stage.ts';
import type { Reads } from '../directReads.ts';
import { Prisma } from '../generated/client.ts';
import { samePersonAs } from '../people/samePeople.ts';

/** Stages at which a case is over, or goes on elsewhere. */
export const over: readonly Stage[] = ['declined', 'merged', 'transferred', 'ended'];

/** Cases of the same two people with the roles reversed that are not over, in whatever area. */
export async function reversedCases(
  tx: Reads,
  { victimId, perpetratorId }: { readonly victimId: string; readonly perpetratorId: string },
): Promise<readonly { readonly id: string; readonly areaId: string }[]> {
  return tx.$queryRaw<{ id: string; areaId: string }[]>(Prisma.sql`
    select id, area_id as "areaId" from "case"
    where victim_id = ${samePersonAs(Prisma.sql`${perpetratorId}::uuid`)}
      and perpetrator_id = ${samePersonAs(Prisma.sql`${victimId}::uuid`)} and stage <> all(${[...over]})
    order by id`);
}
