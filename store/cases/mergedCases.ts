import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { Stage } from '../../domain/lifecycle/stage.ts';
import { keepable } from '../../domain/lifecycle/commands/merge.ts';
import type { Reads } from '../directReads.ts';
import { Prisma } from '../generated/client.ts';
import { toInstant } from '../time.ts';
import { samePairAs } from '../people/samePeople.ts';

/** A referral that was merged into a case, with who had made it. */
export interface JoinedReferral {
  readonly reference: string;
  readonly agencyIds: readonly string[];
}

/** The referrals that were merged into a case, the first one first. */
export async function joinedReferrals(tx: Reads, caseId: string): Promise<JoinedReferral[]> {
  return tx.$queryRaw<JoinedReferral[]>(Prisma.sql`
    select c.reference, array(select part.agency_id::text from case_agency part
      where part.case_id = c.id and part.part = 'referring' order by part.id) as "agencyIds"
    from "case" c where c.merged_into_id = ${caseId}::uuid order by c.received_at, c.id`);
}

/** Another case of the same two people, into which a referral may be merged. */
export interface CaseToKeep {
  readonly id: string;
  readonly reference: string;
  readonly stage: Stage;
  readonly receivedAt: IsoInstant;
}

/** The cases of a pair in one area that may be kept for this one, the latest first. */
export async function casesToKeep(
  tx: Reads,
  { id, pairId, areaId }: { readonly id: string; readonly pairId: string; readonly areaId: string },
): Promise<CaseToKeep[]> {
  const rows = await tx.$queryRaw<(Omit<CaseToKeep, 'receivedAt'> & { receivedAt: Date })[]>(Prisma.sql`
    select id, reference, stage, received_at as "receivedAt" from "case"
    where pair_id = ${samePairAs(Prisma.sql`${pairId}::uuid`)} and id <> ${id}::uuid and area_id = ${areaId}::uuid and not frozen
      and stage = any(${[...keepable]})
    order by received_at desc, id desc`);
  return rows.map((row) => ({ ...row, receivedAt: toInstant(row.receivedAt) }));
}
