import type { Stage } from '../lifecycle/stage.ts';
import { agenciesHeldAs, areasHeldAs, standsFor, type Actor } from './actor.ts';
import type { Role } from './role.ts';

/** What has to be known of a case to say who may do what with it. */
export interface CaseAccess {
  readonly areaId: string;
  readonly stage: Stage;
  readonly victimId: string;
  readonly perpetratorId: string;
  readonly referrerId: string;
  readonly adviserId: string | null;
  /** Advisers beside the one who leads: of the court, of health. */
  readonly otherAdviserIds: readonly string[];
  readonly idvaServiceId: string;
  /** Agencies that have a part in the case: they referred, own an action, were asked, were handed something. */
  readonly agencyIds: readonly string[];
  /** Practitioners who must not see a case of the victim, the perpetrator or a child in it. */
  readonly deniedPractitionerIds: readonly string[];
  /** Advisers of the perpetrator, where they are the victim of a pair with the roles reversed. */
  readonly opposingAdviserIds: readonly string[];
  /** The area that is asked to take the case over and has not done so; null where none is. */
  readonly askedAreaId: string | null;
  /** Areas whose case it was before another took it over. */
  readonly formerAreaIds: readonly string[];
}

/** What somebody is to a case; a person may be several things to it. */
export const standings = [
  'coordinator',
  'administrator',
  'chair',
  'supervisor',
  'strategicCoordinator',
  'adviser',
  'dutyQueue',
  'serviceManager',
  'agencyRepresentative',
  'agencyLead',
  'ownReferral',
  'governance',
  'receivingCoordinator',
  'formerArea',
] as const;
export type Standing = (typeof standings)[number];

const areaStandings = [
  'coordinator',
  'administrator',
  'chair',
  'supervisor',
  'strategicCoordinator',
  'governance',
] as const;
/** Who keeps the record of a case that has gone to another area. */
export const formerAreaRoles = [
  'coordinator',
  'administrator',
  'chair',
  'supervisor',
  'strategicCoordinator',
] as const satisfies readonly Role[];
const agencyStandings = ['agencyRepresentative', 'agencyLead'] as const;

/** Everything an actor is to a case; nothing at all for someone on its deny list, which beats every role. */
export function standingsOf(actor: Actor, facts: CaseAccess): readonly Standing[] {
  if (facts.deniedPractitionerIds.includes(actor.practitionerId)) return [];
  const found: Standing[] = areaStandings.filter((role) => holdsArea(actor, role, facts.areaId));
  found.push(...adviserStandings(actor, facts));
  if (agenciesHeldAs(actor, ['idvaServiceManager']).includes(facts.idvaServiceId)) found.push('serviceManager');
  for (const role of agencyStandings) {
    if (agenciesHeldAs(actor, [role]).some((id) => facts.agencyIds.includes(id))) found.push(role);
  }
  if (facts.referrerId === actor.practitionerId) found.push('ownReferral');
  found.push(...transferStandings(actor, facts));
  return found;
}

/** Nobody in the area that is asked but its coordinator; in the area that sent the case, those who run its MARAC. */
function transferStandings(actor: Actor, { askedAreaId, formerAreaIds }: CaseAccess): Standing[] {
  const coordinates = askedAreaId !== null && holdsArea(actor, 'coordinator', askedAreaId);
  const held = areasHeldAs(actor, formerAreaRoles);
  // Who holds a post for every area sees the case as what it is now.
  const sent = held !== 'all' && formerAreaIds.some((areaId) => held.includes(areaId));
  return [...(coordinates ? (['receivingCoordinator'] as const) : []), ...(sent ? (['formerArea'] as const) : [])];
}

function holdsArea(actor: Actor, role: (typeof areaStandings)[number], areaId: string): boolean {
  const areas = areasHeldAs(actor, [role]);
  return areas === 'all' || areas.includes(areaId);
}

/**
 * An adviser of the case, or whoever stands in for one today. Where the roles of a pair are reversed, the two victims' advisers see nothing of each other's cases.
 */
function adviserStandings(actor: Actor, facts: CaseAccess): Standing[] {
  const places = standsFor(actor);
  if (facts.opposingAdviserIds.some((id) => places.includes(id))) return [];
  const services = agenciesHeldAs(actor, ['idva']);
  if (facts.adviserId !== null) {
    const advises = [facts.adviserId, ...facts.otherAdviserIds].some((id) => places.includes(id));
    return services.length > 0 && advises ? ['adviser'] : [];
  }
  return services.includes(facts.idvaServiceId) ? ['dutyQueue'] : [];
}
