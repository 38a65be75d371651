import { agenciesHeldAs, areasHeldAs, type Actor } from './actor.ts';
import { standingsOf, type CaseAccess, type Standing } from './caseAccess.ts';
import {
  isCasePermission,
  officePermissions,
  ruleOf,
  type CasePermission,
  type OfficePermission,
  type OwnAgencyPermission,
  type Permission,
} from './permission.ts';
import type { Role } from './role.ts';

/** The agencies a thing belongs to; where it changes hands, both. */
export interface About {
  readonly agencyIds: readonly string[];
}

type WhoseItIs<P extends Permission> = P extends OwnAgencyPermission ? [about: About] : [];

/**
 * Whether somebody may do something, to a case where it is about one; `facts` is null where it is about none. A case
 * permission without a case is refused, and so is an agency that does not say whose the thing is.
 */
export function mayDo<P extends Permission>(
  actor: Actor,
  permission: P,
  facts: CaseAccess | null,
  ...[about]: WhoseItIs<P>
): boolean {
  return isAllowed(actor, permission, facts, about ?? { agencyIds: [] });
}

function isAllowed(actor: Actor, permission: Permission, facts: CaseAccess | null, about: About): boolean {
  if (!isCasePermission(permission)) {
    const allowed: readonly Role[] = officePermissions[permission];
    return actor.appointments.some(({ role }) => allowed.includes(role));
  }
  return facts !== null && rightsIn(actor, facts)(permission, about);
}

/** What somebody may do with one case, for whoever asks for many permissions: what they are to it is found out once. */
export function rightsIn(actor: Actor, facts: CaseAccess): (permission: CasePermission, about: About) => boolean {
  const found = standingsOf(actor, facts);
  return (permission, about) => {
    const rule = ruleOf(permission);
    return found.some(
      (standing) =>
        rule.by.includes(standing) || (rule.forOwnAgency.includes(standing) && isOwn(actor, standing, about)),
    );
  };
}

/** Whether somebody may do something for one area, such as add a meeting to it. */
export function mayDoInArea(actor: Actor, permission: OfficePermission, areaId: string): boolean {
  const areas = areasHeldAs(actor, officePermissions[permission]);
  return areas === 'all' || areas.includes(areaId);
}

const rolesBehind: Partial<Record<Standing, readonly Role[]>> = {
  agencyRepresentative: ['agencyRepresentative'],
  agencyLead: ['agencyLead'],
  adviser: ['idva'],
  dutyQueue: ['idva'],
  serviceManager: ['idvaServiceManager'],
};

function isOwn(actor: Actor, standing: Standing, about: About): boolean {
  const own = agenciesHeldAs(actor, rolesBehind[standing] ?? []);
  return about.agencyIds.length > 0 && about.agencyIds.every((id) => own.includes(id));
}
