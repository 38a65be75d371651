import { type Actor, areasHeldAs } from '../../domain/access/actor.ts';
import type { ParkedFor } from '../../store/commands/parkedCommands.ts';

/**
 * Which parked commands somebody looks after: an administrator those of their areas, a system administrator all,
 * because the fault is the product's; null for everybody else.
 */
export function parkedFor(actor: Actor): ParkedFor | null {
  const { practitionerId } = actor;
  if (isSystemAdministrator(actor)) return { practitionerId, areaIds: 'all' };
  const areaIds = areasHeldAs(actor, ['administrator']);
  return areaIds.length > 0 ? { practitionerId, areaIds } : null;
}

export function isSystemAdministrator(actor: Actor): boolean {
  return actor.appointments.some(({ role }) => role === 'systemAdministrator');
}
