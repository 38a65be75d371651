import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { Stage } from '../../domain/lifecycle/stage.ts';
import { keepable } from '../../domain/lifecycle/commands/merge.ts';
import type { Tx } from '../prismaClient.ts';
import { toInstant } from '../time.ts';

/** A referral that was merged into a case, with who had made it. */
export interface JoinedReferral {
  readonly reference: string;
  readonly agencyIds: readonly string[];
}

/** The referrals that were merged into a case, the first one first. */
export async function joinedReferrals(tx: Tx, caseId: string): Promise<JoinedReferral[]> {
  return tx.$queryRaw<JoinedReferral[]>`
    select c.reference, array(select part.agency_id::text from case_agency part
      where part.case_id = c.id and part.part = 'referring' order by part.id) as "agencyIds"
    from "case" c where c.merged_into_id = ${caseId}::uuid order by c.received_at, c.id`;
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
  tx: Tx,
  { id, pairId, areaId }: { readonly id: string; readonly pairId: string; readonly areaId: string },
): Promise<CaseToKeep[]> {
  const rows = await tx.case.findMany({
    where: { id: { not: id }, pairId, areaId, frozen: false, stage: { in: [...keepable] } },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, reference: true, stage: true, receivedAt: true },
  });
  return rows.map((row) => ({ ...row, stage: row.stage as Stage, receivedAt: toInstant(row.receivedAt) }));
}
