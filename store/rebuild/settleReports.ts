import type { Tx } from '../prismaClient.ts';
import type { Difference } from './caseSnapshot.ts';
import type { RecordedEvent } from './readRecord.ts';

/**
 * Marks the reports of further abuse that a case has recorded as recorded. A report itself is content: one that is
 * gone is not made again.
 */
export async function settleReports(
  tx: Tx,
  caseId: string,
  events: readonly RecordedEvent[],
): Promise<readonly Difference[]> {
  const mended: Difference[] = [];
  for (const { recorded } of events) {
    const { fact } = recorded;
    if (fact.type !== 'furtherAbuseReported') continue;
    const { reportId, newCaseId } = fact.data;
    const count = await tx.$executeRaw`
      UPDATE further_abuse_report SET case_id = ${caseId}::uuid, new_case_id = ${newCaseId}::uuid, status = 'recorded'
      WHERE id = ${reportId}::uuid
        AND (case_id, new_case_id, status) IS DISTINCT FROM (${caseId}::uuid, ${newCaseId}::uuid, 'recorded')`;
    const columns = ['case_id', 'new_case_id', 'status'];
    if (count > 0) mended.push({ table: 'further_abuse_report', rowId: reportId, columns });
  }
  return mended;
}
