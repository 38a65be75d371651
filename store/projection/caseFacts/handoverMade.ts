import type { WriteSet } from '../writeSet.ts';

/** Lays a hand-over of any kind over its row. */
export function handoverMade(
  caseId: string,
  to: { readonly handoverId: string; readonly toAgencyId: string },
  kind: string,
  urgent: boolean,
  madeAt: string,
  writes: WriteSet,
): void {
  const { handoverId: id, toAgencyId } = to;
  writes.add('handover', { id, caseId, kind, toAgencyId, urgent, madeAt, acknowledgedAt: null });
  // Whoever was handed something has a part in the case: without one they could neither read nor acknowledge it.
  writes.add('case_agency', { id, caseId, agencyId: toAgencyId, part: 'handover' });
}
