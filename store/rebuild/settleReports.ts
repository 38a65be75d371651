import type { Fact } from '../../domain/lifecycle/caseFact.ts';
import type { Tx } from '../prismaClient.ts';
import type { Difference } from './caseSnapshot.ts';
import type { RecordedEvent } from './readRecord.ts';

const table = 'further_abuse_report';

/**
 * Marks the reports of further abuse that a case has recorded as recorded, and those that were taken out of it as open again. A
 * report itself is content: one that is gone is not made again.
 */
export async function settleReports(
  tx: Tx,
  caseId: string,
  events: readonly RecordedEvent[],
): Promise<readonly Difference[]> {
  const mended: Difference[] = [];
  for (const fact of lastOfEach(events)) {
    const columns =
      fact.type === 'furtherAbuseReported' ? await recorded(tx, caseId, fact) : await openAgain(tx, caseId, fact);
    if (columns.length > 0) mended.push({ table, rowId: fact.data.reportId, columns });
  }
  return mended;
}

type OfReport = Fact<'furtherAbuseReported' | 'reportTakenOut'>;

/** The last word of a case about each report: one may be taken out, and put in again. */
function lastOfEach(events: readonly RecordedEvent[]): readonly OfReport[] {
  const last = new Map<string, OfReport>();
  for (const { recorded: entry } of events) {
    const { fact } = entry;
    if (fact.type === 'furtherAbuseReported' || fact.type === 'reportTakenOut') last.set(fact.data.reportId, fact);
  }
  return [...last.values()];
}

async function recorded(
  tx: Tx,
  caseId: string,
  { data: { reportId, newCaseId } }: Fact<'furtherAbuseReported'>,
): Promise<readonly string[]> {
  const count = await tx.$executeRaw`
    UPDATE further_abuse_report SET case_id = ${caseId}::uuid, new_case_id = ${newCaseId}::uuid, status = 'recorded'
    WHERE id = ${reportId}::uuid
      AND (case_id, new_case_id, status) IS DISTINCT FROM (${caseId}::uuid, ${newCaseId}::uuid, 'recorded')`;
  return count > 0 ? ['case_id', 'new_case_id', 'status'] : [];
}

/** By now it may be on record in another case, whose own record says so. */
async function openAgain(
  tx: Tx,
  caseId: string,
  { data: { reportId } }: Fact<'reportTakenOut'>,
): Promise<readonly string[]> {
  const count = await tx.$executeRaw`
    UPDATE further_abuse_report SET pair_id = NULL, case_id = NULL, new_case_id = NULL, status = 'unmatched'
    WHERE id = ${reportId}::uuid AND case_id = ${caseId}::uuid AND status = 'recorded'`;
  return count > 0 ? ['pair_id', 'case_id', 'new_case_id', 'status'] : [];
}
