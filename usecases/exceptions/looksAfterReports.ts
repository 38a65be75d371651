import type { Actor } from '../../domain/access/actor.ts';
import type { Role } from '../../domain/access/role.ts';

const roles: readonly Role[] = ['coordinator', 'administrator', 'supervisor', 'strategicCoordinator'];

/** Whether somebody looks after reports of further abuse that belong to no case yet, and so to no area either. */
export function looksAfterReports(actor: Actor): boolean {
  return actor.appointments.some(({ role }) => roles.includes(role));
}
