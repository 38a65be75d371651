import { areasHeldAs, type Actor } from '../../domain/access/actor.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import { whoIsAway, type Away } from '../../store/practitioners/whoIsAway.ts';
import type { Dependencies } from '../dependencies.ts';

/** Who of those that run the MARACs a supervisor answers for is away today, and who stands in for them. */
export async function postsAway({ store, clock }: Dependencies, actor: Actor): Promise<readonly Away[]> {
  const areas = areasHeldAs(actor, ['supervisor', 'strategicCoordinator']);
  if (areas !== 'all' && areas.length === 0) return [];
  return whoIsAway(store.reads, {
    roles: ['coordinator', 'administrator', 'chair'],
    areas,
    today: londonDate(clock.now()),
  });
}
