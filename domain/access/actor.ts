import type { Role } from './role.ts';

/** One role somebody holds today, for an area, an agency, or neither. */
export interface HeldAppointment {
  readonly role: Role;
  readonly areaId: string | null;
  readonly agencyId: string | null;
}

/** Who acts: somebody who works here today, with the appointments in force today and no others. */
export interface Actor {
  readonly practitionerId: string;
  readonly name: string;
  readonly appointments: readonly HeldAppointment[];
  /** Colleagues who are away today and for whom this one stands in; nobody where it is left out. */
  readonly coversFor?: readonly string[];
}

/** Everybody whose place an actor has today, by id: their own, and that of each colleague they stand in for. */
export function standsFor({ practitionerId, coversFor = [] }: Actor): readonly string[] {
  return [practitionerId, ...coversFor];
}

/** Roles that may be held for every area at once; an appointment to any other role counts only for the area it names. */
const countyWideRoles: readonly Role[] = ['supervisor', 'strategicCoordinator', 'governance'];

/** The areas an actor holds any of these roles for: `'all'`, or area ids (none, where the role is not held). */
export function areasHeldAs(actor: Actor, wanted: readonly Role[]): 'all' | readonly string[] {
  const held = actor.appointments.filter(({ role }) => wanted.includes(role));
  if (held.some(({ role, areaId }) => areaId === null && countyWideRoles.includes(role))) return 'all';
  return [...new Set(held.flatMap(({ areaId }) => areaId ?? []))];
}

/** The agencies (or services) for which an actor holds any of these roles, by id. */
export function agenciesHeldAs(actor: Actor, wanted: readonly Role[]): readonly string[] {
  const held = actor.appointments.filter(({ role }) => wanted.includes(role));
  return [...new Set(held.flatMap(({ agencyId }) => agencyId ?? []))];
}
