import type { Tx } from '../prismaClient.ts';
import type { Difference } from './caseSnapshot.ts';
import type { RecordedEvent } from './readRecord.ts';
import { settleEach } from './settleEach.ts';

const table = 'further_abuse_report';

/**
 * Marks the reports of further abuse that a case has recorded as recorded. A report itself is content: one that is
 * gone is not made again.
 */
export async function settleReports(
  tx: Tx,
  caseId: string,
  events: readonly RecordedEvent[],
): Promise<readonly Difference[]> {
  return settleEach(events, async (fact) => {
    if (fact.type !== 'furtherAbuseReported') return null;
    const { reportId, newCaseId } = fact.data;
    const count = await tx.$executeRaw`
      UPDATE further_abuse_report SET case_id = ${caseId}::uuid, new_case_id = ${newCaseId}::uuid, status = 'recorded'
      WHERE id = ${reportId}::uuid
        AND (case_id, new_case_id, status) IS DISTINCT FROM (${caseId}::uuid, ${newCaseId}::uuid, 'recorded')`;
    return count > 0 ? { table, rowId: reportId, columns: ['case_id', 'new_case_id', 'status'] } : null;
  });
}
