import type { CaseFact } from '../lifecycle/caseFact.ts';
import type { CaseStanding } from '../lifecycle/caseStanding.ts';
import type { Ask } from '../lifecycle/ask.ts';
import { isOtherService } from '../lifecycle/isOtherService.ts';
import { refuse, type Refusal } from '../lifecycle/refusal.ts';
import type { Completion, Found } from './found.ts';

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

/** An area takes a case over, with its own services: a case that was handed over is handed over anew, to those who are there. */
export interface ReceivingArea {
  readonly id: string;
  readonly idvaServiceId: string;
  readonly standardRiskServiceId: string;
  readonly childrensServicesId: string;
}

/** The facts that an area took the case over: with the IDVA service that serves it from now on, and who has it there. */
export function takenOver(
  { transferId, noteId }: Extract<Ask, { type: 'acceptTransfer' }>,
  standing: CaseStanding,
  { receivingArea, occurred, idFor }: Pick<Found, 'receivingArea' | 'occurred' | 'idFor'>,
): { readonly ok: true; readonly facts: readonly CaseFact[] } | Refusal {
  if (!receivingArea) return refuse('UNKNOWN_AREA_OF_TRANSFER');
  const { areaId: fromAreaId, idvaServiceId: previousIdvaServiceId, advisers } = standing;
  const { id: toAreaId, idvaServiceId } = receivingArea;
  const services = { previousIdvaServiceId, idvaServiceId };
  const endedPlaces = isOtherService(services) ? Object.values(advisers ?? {}) : [];
  const data = { transferId, fromAreaId, toAreaId, ...services, endedPlaces, noteId };
  const accepted: CaseFact = { type: 'transferAccepted', occurred, data };
  if (standing.stage !== 'handedOver') return { ok: true, facts: [accepted] };
  return { ok: true, facts: [accepted, handedOverThere(standing, receivingArea, occurred, idFor('handover'))] };
}

/** The service of the new area that stands where the one before stood: children's services, the IDVA's, or that for standard risk. */
function handedOverThere(
  { acceptedAt, handedOverId, withIdva }: CaseStanding,
  { idvaServiceId, standardRiskServiceId, childrensServicesId }: ReceivingArea,
  occurred: CaseFact['occurred'],
  handoverId: string,
): CaseFact {
  const withService = handedOverId === null && withIdva;
  if (acceptedAt === null && handedOverId === null && !withService)
    return { type: 'safeguardingHandedOver', occurred, data: { handoverId, toAgencyId: childrensServicesId } };
  const toAgencyId = withService ? idvaServiceId : standardRiskServiceId;
  return { type: 'handedOver', occurred, data: { handoverId, toAgencyId, urgent: false } };
}
