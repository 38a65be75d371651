import type { Actor } from '../../domain/access/actor.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { Access } from '../../store/access/recordAccess.ts';

/** That somebody was shown what is stuck, or how much of it there is, for the access log. */
export function seenExceptions({ practitionerId: actorId }: Actor, route: string, at: IsoInstant): Access {
  return { actorId, event: 'readExceptions', route, caseId: null, outcome: 'shown', at };
}
