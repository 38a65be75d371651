import { samePeople } from '../people/samePeople.ts';
import type { Tx } from '../prismaClient.ts';

/** Cases of a victim, beside one, in which a decision is owed on how to go on with contact; with the record of the victim it is owed for. */
export async function casesAwaitingContactDecision(
  tx: Tx,
  victimId: string,
  besideId: string,
): Promise<readonly { readonly caseId: string; readonly victimId: string }[]> {
  const rows = await tx.clock.findMany({
    where: {
      subjectId: { in: [...(await samePeople(tx, victimId))] },
      kind: 'contactDecision',
      status: { not: 'ended' },
      caseId: { not: besideId },
    },
    distinct: ['caseId'],
    select: { caseId: true, subjectId: true },
    orderBy: { caseId: 'asc' },
  });
  return rows.map(({ caseId, subjectId }) => ({ caseId, victimId: subjectId }));
}
