import type { CaseFact } from '../lifecycle/caseFact.ts';
import type { CaseStanding } from '../lifecycle/caseStanding.ts';
import type { Ask } from '../lifecycle/command.ts';
import { isOtherService } from '../lifecycle/isOtherService.ts';
import { refuse, type Refusal } from '../lifecycle/refusal.ts';
import type { Completion, Found } from './complete.ts';

/** A transfer goes to another area, never to the case's own. */
export function requestTransfer(facts: readonly CaseFact[], { areaId }: CaseStanding): Completion {
  const toOwn = facts.some((fact) => fact.type === 'transferRequested' && fact.data.toAreaId === areaId);
  if (toOwn) return refuse('OWN_AREA', [{ type: 'area', id: areaId }]);
  return {
    ok: true,
    facts: facts.map((fact) =>
      fact.type === 'transferRequested' ? { ...fact, data: { ...fact.data, fromAreaId: areaId } } : fact,
    ),
  };
}

/** The fact that an area took the case over, with the IDVA service that serves it from now on. */
export function takenOver(
  { transferId, noteId }: Extract<Ask, { type: 'acceptTransfer' }>,
  standing: CaseStanding,
  { receivingArea, occurred }: Pick<Found, 'receivingArea' | 'occurred'>,
): { readonly ok: true; readonly facts: readonly CaseFact[] } | Refusal {
  if (!receivingArea) return refuse('UNKNOWN_AREA_OF_TRANSFER');
  const { areaId: fromAreaId, idvaServiceId: previousIdvaServiceId, advisers } = standing;
  const { id: toAreaId, idvaServiceId } = receivingArea;
  const services = { previousIdvaServiceId, idvaServiceId };
  const endedPlaces = isOtherService(services) ? Object.values(advisers ?? {}) : [];
  const data = { transferId, fromAreaId, toAreaId, ...services, endedPlaces, noteId };
  return { ok: true, facts: [{ type: 'transferAccepted', occurred, data }] };
}
