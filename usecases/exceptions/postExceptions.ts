import type { Actor } from '../../domain/access/actor.ts';
import { areasHeldAs } from '../../domain/access/actor.ts';
import { postsThatEnd, type PostThatEnds } from '../../domain/access/postsThatEnd.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import { englandAndWales, workingDaysAfter } from '../../domain/calendar/workingCalendar.ts';
import { allPosts } from '../../store/practitioners/allPosts.ts';
import type { Dependencies } from '../dependencies.ts';

/** Long enough to find somebody: an assumption, no published figure was found. */
const workingDaysAhead = 10;

/**
 * Posts that nobody holds any more, or will not hold two working weeks from now: of every place for a system administrator, of agencies
 * and of the areas they look after for supervisors.
 */
export async function postExceptions({ store, clock }: Dependencies, actor: Actor): Promise<readonly PostThatEnds[]> {
  const administers = actor.appointments.some(({ role }) => role === 'systemAdministrator');
  const areas = areasHeldAs(actor, ['supervisor', 'strategicCoordinator']);
  if (!administers && areas.length === 0) return [];
  const today = londonDate(clock.now());
  const by = workingDaysAfter(englandAndWales, today, workingDaysAhead).date;
  const found = postsThatEnd(await allPosts(store.reads), today, by);
  return found.filter(
    ({ areaId, role }) =>
      administers || (role !== 'systemAdministrator' && (areaId === null || areas === 'all' || areas.includes(areaId))),
  );
}
