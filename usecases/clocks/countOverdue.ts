import type { Actor } from '../../domain/access/actor.ts';
import { noteAccess } from '../../store/access/recordAccess.ts';
import { countClocks } from '../../store/clocks/overdueClocks.ts';
import type { Dependencies } from '../dependencies.ts';
import { mostCounted } from './dutiesAhead.ts';

/** How many duties the board of overdue ones has for somebody before they filter it; one more than `mostCounted` where there are more. */
export async function countOverdue(deps: Dependencies, actor: Actor, route: string): Promise<number> {
  const { reads } = deps.store;
  const now = deps.clock.now();
  const access = { actorId: actor.practitionerId, event: 'readDuties', route, caseId: null, outcome: 'shown', at: now };
  const [{ overdue }] = await Promise.all([
    countClocks(reads, actor, {}, { now, soon: now, upTo: mostCounted + 1 }),
    noteAccess(reads, access),
  ]);
  return overdue;
}
