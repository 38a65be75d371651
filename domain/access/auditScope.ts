import { areasHeldAs, type Actor } from './actor.ts';
import { officePermissions } from './permission.ts';

/** Areas by id, or all of them. */
export type Areas = 'all' | readonly string[];

/** The areas in whose cases somebody may see who saw or did what. */
export function auditedAreas(actor: Actor): Areas {
  return areasHeldAs(actor, officePermissions.readAuditTrail);
}

/** The areas among them in which they see by name who it was: those of their own coordination. Governance sees ids. */
export function areasWithNames(actor: Actor): Areas {
  return areasHeldAs(actor, ['coordinator', 'supervisor', 'strategicCoordinator']);
}
