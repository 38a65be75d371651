import type { AssessmentTaken } from '../../../domain/lifecycle/facts/referral.ts';
import type { WriteSet } from '../writeSet.ts';

/** Lays an assessment that was taken with a fact over its row; with many a fact none was. */
export function assessmentTaken(
  taken: AssessmentTaken | null,
  caseId: string,
  occurredAt: string,
  writes: WriteSet,
): void {
  if (!taken) return;
  const { assessmentId, tool, toolVersion, count, policeGrade, contentId } = taken;
  writes.add('assessment', { id: assessmentId, caseId, tool, toolVersion, count, policeGrade, contentId, occurredAt });
}
