import type { Tx } from '../prismaClient.ts';
import { fromInstant } from '../time.ts';
import type { Difference } from './caseSnapshot.ts';
import type { RecordedEvent } from './readRecord.ts';

const table = 'likely_match';

/** Makes the likely matches of a case stand as it has recorded them: noted, and decided where that was done here and nobody decided since. */
export async function settleMatches(
  tx: Tx,
  caseId: string,
  events: readonly RecordedEvent[],
): Promise<readonly Difference[]> {
  const mended: Difference[] = [];
  for (const { recorded } of events) {
    const { fact } = recorded;
    if (fact.type === 'likelyMatchNoted') {
      const { matchId: id, personId, knownId, reasons } = fact.data;
      const data = { id, personId, knownId, reasons: [...reasons], notedAt: fromInstant(fact.occurred.at) };
      const { count } = await tx.likelyMatch.createMany({ data: [data], skipDuplicates: true });
      if (count > 0) mended.push({ table, rowId: id, columns: 'missing' });
    }
    if (fact.type === 'likelyMatchDecided' && fact.data.byCaseId === caseId) {
      const { matchId: id, answer } = fact.data;
      const decidedAt = fromInstant(fact.occurred.at);
      const { count } = await tx.likelyMatch.updateMany({
        where: { id, OR: [{ decidedAt: null }, { decidedAt: { lt: decidedAt } }] },
        data: { answer, decidedAt, byCaseId: caseId },
      });
      if (count > 0) mended.push({ table, rowId: id, columns: ['answer', 'decided_at', 'by_case_id'] });
    }
  }
  return mended;
}
