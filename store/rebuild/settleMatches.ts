import type { Fact } from '../../domain/lifecycle/caseFact.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant } from '../time.ts';
import type { Difference } from './caseSnapshot.ts';
import type { RecordedEvent } from './readRecord.ts';
import { settleEach } from './settleEach.ts';

const table = 'likely_match';

/** Makes the likely matches of a case stand as it has recorded them: noted, and decided where that was done here and nobody decided since. */
export async function settleMatches(
  tx: Tx,
  caseId: string,
  events: readonly RecordedEvent[],
): Promise<readonly Difference[]> {
  return settleEach(events, async (fact) => {
    if (fact.type === 'likelyMatchNoted') return noted(tx, fact);
    if (fact.type === 'likelyMatchDecided' && fact.data.byCaseId === caseId) return decided(tx, caseId, fact);
    return null;
  });
}

async function noted(tx: Tx, { data, occurred }: Fact<'likelyMatchNoted'>): Promise<Difference | null> {
  const { matchId: id, personId, knownId, reasons } = data;
  const row = { id, personId, knownId, reasons: [...reasons], notedAt: fromInstant(occurred.at) };
  const { count } = await tx.likelyMatch.createMany({ data: [row], skipDuplicates: true });
  return count > 0 ? { table, rowId: id, columns: 'missing' } : null;
}

async function decided(
  tx: Tx,
  byCaseId: string,
  { data, occurred }: Fact<'likelyMatchDecided'>,
): Promise<Difference | null> {
  const { matchId: id, answer } = data;
  const decidedAt = fromInstant(occurred.at);
  const { count } = await tx.likelyMatch.updateMany({
    where: { id, OR: [{ decidedAt: null }, { decidedAt: { lt: decidedAt } }] },
    data: { answer, decidedAt, byCaseId },
  });
  return count > 0 ? { table, rowId: id, columns: ['answer', 'decided_at', 'by_case_id'] } : null;
}
