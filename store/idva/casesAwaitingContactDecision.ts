import type { Tx } from '../prismaClient.ts';

/** Cases of a victim, beside one, in which a decision is owed on how to go on with contact. */
export async function casesAwaitingContactDecision(tx: Tx, victimId: string, besideId: string): Promise<string[]> {
  const rows = await tx.clock.findMany({
    where: {
      subjectId: victimId,
      kind: 'contactDecision',
      status: { not: 'ended' },
      caseId: { not: besideId },
    },
    distinct: ['caseId'],
    select: { caseId: true },
    orderBy: { caseId: 'asc' },
  });
  return rows.map(({ caseId }) => caseId);
}
