import type { Actor } from '../../domain/access/actor.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { visibleCases } from '../access/visibleCases.ts';
import { isAllocationOwed, isWithoutAdviser } from '../exceptions/caseExceptions.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant, toInstant } from '../time.ts';

/** A case of a service that nobody is allocated to. */
export interface CaseWithoutAdviser {
  readonly id: string;
  readonly reference: string;
  readonly areaId: string;
  readonly since: IsoInstant;
}

/** The cases of a service that wait for an adviser, among those an actor may see: a page of them, the longest first, and how many there are. */
export async function casesWithoutAdviser(
  tx: Tx,
  actor: Actor,
  serviceId: string,
  { after, limit }: { readonly after: { readonly at: IsoInstant; readonly id: string } | null; readonly limit: number },
): Promise<{ readonly page: readonly CaseWithoutAdviser[]; readonly count: number }> {
  const following = after
    ? Prisma.sql`(since, id) > (${fromInstant(after.at)}::timestamptz, ${after.id}::uuid)`
    : Prisma.sql`true`;
  const rows = await tx.$queryRaw<(Omit<CaseWithoutAdviser, 'since'> & { since: Date; count: number })[]>(Prisma.sql`
    with mine as not materialized (select * from "case" c
        where (${visibleCases(actor)}) and c.idva_service_id = ${serviceId}::uuid and c.ended_at is null
          and (not c.silent or c.parked)),
      waiting as materialized (
        select id, reference, area_id, coalesce((select k.anchor_at from clock k where k.case_id = c.id and ${isAllocationOwed}),
            accepted_at, received_at) as since from mine c where ${isWithoutAdviser}
        union all select c.id, reference, c.area_id, k.anchor_at from clock k join mine c on c.id = k.case_id
          where ${isAllocationOwed} and not (${isWithoutAdviser}))
    select id, reference, area_id as "areaId", since, (select count(*)::int from waiting) as count from waiting
      where ${following} order by since, id limit ${limit}`);
  const page = rows.map(({ count: _count, since, ...row }) => ({ ...row, since: toInstant(since) }));
  return { page, count: rows[0]?.count ?? 0 };
}
