import type { Actor } from './actor.ts';
import { casesOverseenBy } from './permission.ts';

/**
 * An actor with the posts by which they see to what is stuck in whole cases, and no others; null where they hold none. Who leads an
 * agency sees what its own people leave behind and nothing else of what is stuck.
 */
export function asOverseer(actor: Actor): Actor | null {
  const appointments = actor.appointments.filter(({ role }) => role !== 'agencyLead');
  return appointments.some(({ role }) => casesOverseenBy.includes(role)) ? { ...actor, appointments } : null;
}
