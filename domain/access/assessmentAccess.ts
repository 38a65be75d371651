import { agenciesHeldAs, areasHeldAs, type Actor } from './actor.ts';
import type { Role } from './role.ts';

/** What has to be known of an assessment that stands alone to say who may see it. */
export interface AssessmentAccess {
  readonly areaId: string;
  readonly agencyId: string;
  readonly recordedById: string;
  /** The service that was asked to take it on, or has; null where there is none. */
  readonly serviceId: string | null;
  /** Practitioners who must not see anything of the victim or the perpetrator. */
  readonly deniedPractitionerIds: readonly string[];
}

/** The posts that run an area's MARAC: they see what was assessed high in it. */
export const assessmentAreaRoles = [
  'coordinator',
  'administrator',
  'chair',
  'supervisor',
  'strategicCoordinator',
] as const satisfies readonly Role[];
/** People of the agency that assessed. */
export const assessmentAgencyRoles = ['agencyRepresentative', 'agencyLead'] as const satisfies readonly Role[];

/** People of the service it is handed over to. */
export const assessmentServiceRoles = [
  'agencyRepresentative',
  'agencyLead',
  'idvaServiceManager',
] as const satisfies readonly Role[];

/** Whether somebody is among those who run the MARAC of an area. */
export function runsMaracOf(actor: Actor, areaId: string): boolean {
  const areas = areasHeldAs(actor, assessmentAreaRoles);
  return areas === 'all' || areas.includes(areaId);
}

/**
 * Whether somebody may see an assessment: the area's posts, the agency's people, whoever wrote it down, and those of the service it is
 * handed over to; the deny list beats all.
 */
export function maySeeAssessment(actor: Actor, facts: AssessmentAccess): boolean {
  if (facts.deniedPractitionerIds.includes(actor.practitionerId)) return false;
  if (facts.recordedById === actor.practitionerId) return true;
  if (runsMaracOf(actor, facts.areaId)) return true;
  if (agenciesHeldAs(actor, assessmentAgencyRoles).includes(facts.agencyId)) return true;
  return isOfItsService(actor, facts);
}

/** Whether somebody may read why it was not referred, or not handed over: not the service, of which the two may be known. */
export function mayReadWhyNot(
  actor: Actor,
  { recordedById, areaId, agencyId }: Pick<AssessmentAccess, 'recordedById' | 'areaId' | 'agencyId'>,
): boolean {
  if (recordedById === actor.practitionerId || runsMaracOf(actor, areaId)) return true;
  return agenciesHeldAs(actor, assessmentAgencyRoles).includes(agencyId);
}

function isOfItsService(actor: Actor, { serviceId }: AssessmentAccess): boolean {
  return serviceId !== null && agenciesHeldAs(actor, assessmentServiceRoles).includes(serviceId);
}

/** Whether somebody may say for the service that it takes it on or not: its people, and the area's posts for them. */
export function mayAnswerHandover(actor: Actor, facts: AssessmentAccess): boolean {
  if (!maySeeAssessment(actor, facts)) return false;
  return runsMaracOf(actor, facts.areaId) || isOfItsService(actor, facts);
}

/** Whether somebody may decide what becomes of it, a referral, a service or neither: the area's posts, and the agency's lead. */
export function maySettleAssessment(actor: Actor, facts: AssessmentAccess): boolean {
  if (!maySeeAssessment(actor, facts)) return false;
  if (runsMaracOf(actor, facts.areaId)) return true;
  return agenciesHeldAs(actor, ['agencyLead']).includes(facts.agencyId);
}
