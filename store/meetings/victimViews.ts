import type { Tx } from '../prismaClient.ts';

/** What victims want the meeting to know, as their advisers recorded it last: the id of the words, by the id of the case. */
export async function latestVictimViews(tx: Tx, caseIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.victimView.findMany({
    where: { caseId: { in: [...caseIds] } },
    orderBy: [{ occurredAt: 'asc' }, { id: 'asc' }],
    select: { caseId: true, contentId: true },
  });
  return new Map(rows.map(({ caseId, contentId }) => [caseId, contentId]));
}
