import type { FurtherAbuseRow } from '../../store/furtherAbuse/reports.ts';
import { keyOfBreach } from './reportBreach.ts';

/** Why a report cannot be taken out of its case; null where it can. What was made of a breach is about the people of that case. */
export function whyNotTakenOut({
  caseId,
  status,
  key,
  bodyHash,
}: FurtherAbuseRow): 'REPORT_NOT_IN_CASE' | 'REPORT_OF_A_BREACH' | null {
  if (caseId === null || status !== 'recorded') return 'REPORT_NOT_IN_CASE';
  return key === keyOfBreach(bodyHash) ? 'REPORT_OF_A_BREACH' : null;
}
