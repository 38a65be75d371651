import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { ChildInReferral } from '../../domain/lifecycle/facts/children.ts';
import type { ReturnStatistics } from '../../domain/lifecycle/facts/referral.ts';
import type { Tx } from '../prismaClient.ts';
import { toInstant } from '../time.ts';
import { childFromRow } from './childFromRow.ts';

/** What a repeat takes over from the last case of the same pair. */
export interface RepeatBasis {
  readonly areaId: string;
  readonly pairId: string;
  readonly victimId: string;
  readonly perpetratorId: string;
  readonly referrerId: string;
  readonly statistics: ReturnStatistics;
  readonly receivedAt: IsoInstant;
  /** The words its referral came in; null where they are not kept. */
  readonly referralContentId: string | null;
  /** What was said of a child in words since, by child: those who were added or put right. */
  readonly saidLater: ReadonlyMap<string, string>;
  /** When those were added of whom its referral had not told. */
  readonly addedAt: ReadonlyMap<string, IsoInstant>;
  /** As old as they were then. */
  readonly children: readonly ChildInReferral[];
}

/** The people, figures and children of a case, for a repeat of it; throws where there is no such case. */
export async function repeatBasisOf(tx: Tx, caseId: string): Promise<RepeatBasis> {
  const row = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    select: {
      ...{ areaId: true, pairId: true, victimId: true, perpetratorId: true, referrerId: true },
      ...{ statistics: true, receivedAt: true },
    },
  });
  const words = await tx.content.findFirst({ where: { subjectId: caseId, kind: 'referral' }, select: { id: true } });
  const children = await tx.child.findMany({ where: { caseId, partedAt: null }, orderBy: { id: 'asc' } });
  return {
    ...row,
    statistics: row.statistics as unknown as ReturnStatistics,
    receivedAt: toInstant(row.receivedAt),
    referralContentId: words?.id ?? null,
    saidLater: new Map(children.flatMap(({ id, contentId }) => (contentId === null ? [] : [[id, contentId] as const]))),
    addedAt: new Map(
      children.flatMap(({ id, addedAt }) => (addedAt === null ? [] : [[id, toInstant(addedAt)] as const])),
    ),
    children: children.map((child) => ({ childId: child.id, ...childFromRow(child) })),
  };
}
