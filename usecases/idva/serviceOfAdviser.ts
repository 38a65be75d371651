import { agenciesHeldAs, type Actor } from '../../domain/access/actor.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import { staffOf } from '../../store/idva/serviceStaff.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';

/** The code of the service that somebody manages and a practitioner works for; null where there is none. */
export async function serviceOfAdviser(
  deps: Dependencies,
  actor: Actor,
  practitionerId: string,
): Promise<string | null> {
  const today = londonDate(deps.clock.now());
  const codes = await readCodes(deps);
  for (const serviceId of agenciesHeldAs(actor, ['idvaServiceManager'])) {
    const staff = await staffOf(deps.store.prisma, serviceId, [practitionerId], today);
    if (staff.has(practitionerId)) return codes.agency(serviceId);
  }
  return null;
}
