import type { HeldAppointment } from './actor.ts';
import type { Role } from './role.ts';

type Place = 'needed' | 'optional' | 'none';

/** What a post of each role is held for: an area (left out, where it may be: every area), and an agency or service. */
export const postPlaces: Record<Role, { readonly area: Place; readonly agency: Place }> = {
  referrer: { area: 'optional', agency: 'needed' },
  coordinator: { area: 'needed', agency: 'none' },
  administrator: { area: 'needed', agency: 'none' },
  chair: { area: 'needed', agency: 'optional' },
  supervisor: { area: 'optional', agency: 'none' },
  strategicCoordinator: { area: 'optional', agency: 'none' },
  idva: { area: 'none', agency: 'needed' },
  idvaServiceManager: { area: 'none', agency: 'needed' },
  agencyRepresentative: { area: 'optional', agency: 'needed' },
  agencyLead: { area: 'none', agency: 'needed' },
  governance: { area: 'optional', agency: 'none' },
  systemAdministrator: { area: 'none', agency: 'none' },
};

/** Which part of a post is missing, or does not belong to its role; null where it is complete. */
export function postFault({ role, areaId, agencyId }: HeldAppointment): 'area' | 'agency' | null {
  const { area, agency } = postPlaces[role];
  if (isAtFault(area, areaId)) return 'area';
  return isAtFault(agency, agencyId) ? 'agency' : null;
}

/**
 * Whether somebody who holds some roles may be given another: whoever administers the system sees no case, and so
 * holds no post that shows one.
 */
export function mayHoldBeside(held: readonly Role[], role: Role): boolean {
  return held.every((each) => (each === 'systemAdministrator') === (role === 'systemAdministrator'));
}

function isAtFault(place: Place, id: string | null): boolean {
  return place === 'needed' ? id === null : place === 'none' && id !== null;
}
