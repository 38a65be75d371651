import type { ChildInReferral } from '../../domain/lifecycle/facts/children.ts';
import type { Grade } from '../../domain/risk/grade.ts';
import type { Tx } from '../prismaClient.ts';

/** The count and police grade that were last written down for a case, each by itself; null where there is neither. */
export async function latestAssessmentOf(
  tx: Tx,
  caseId: string,
): Promise<{ readonly count: number | null; readonly policeGrade: Grade | null } | null> {
  const rows = await tx.assessment.findMany({
    where: { caseId },
    orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }],
    select: { count: true, policeGrade: true },
  });
  if (rows.length === 0) return null;
  return {
    count: rows.find(({ count }) => count !== null)?.count ?? null,
    policeGrade: (rows.find(({ policeGrade }) => policeGrade !== null)?.policeGrade ?? null) as Grade | null,
  };
}

/** A child as the referral told of them. */
export interface ChildOfCase {
  readonly id: string;
  readonly servicesId: string;
  /** Whether no services cover the address, so that somebody has to say which they are. */
  readonly uncovered: boolean;
  readonly personId: string | null;
  readonly ageBand: ChildInReferral['ageBand'];
}

/** The children of a referral with the children's services of their address. */
export async function childrenOf(tx: Tx, caseId: string): Promise<readonly ChildOfCase[]> {
  const rows = await tx.child.findMany({ where: { caseId, partedAt: null }, orderBy: { id: 'asc' } });
  return rows.map(({ id, servicesId, servicesBy, personId, ageBand }) => {
    return {
      id,
      servicesId,
      uncovered: servicesBy === 'nobody',
      personId,
      ageBand: ageBand as ChildInReferral['ageBand'],
    };
  });
}

/** To which agency something in a case belongs; null where there is no such thing, or it belongs to none. */
export async function agencyOfThing(
  tx: Tx,
  caseId: string,
  what: 'action' | 'clock' | 'handover',
  id: string,
): Promise<string | null> {
  const where = { id, caseId };
  switch (what) {
    case 'action':
      return (await tx.action.findFirst({ where, select: { agencyId: true } }))?.agencyId ?? null;
    case 'clock':
      return (await tx.clock.findFirst({ where, select: { agencyId: true } }))?.agencyId ?? null;
    case 'handover':
      return (await tx.handover.findFirst({ where, select: { toAgencyId: true } }))?.toAgencyId ?? null;
  }
}
