import type { Actor } from '../../domain/access/actor.ts';
import { noteAccess } from '../../store/access/recordAccess.ts';
import { countStuck } from '../../store/exceptions/countStuck.ts';
import { mostCounted } from '../clocks/dutiesAhead.ts';
import type { Dependencies } from '../dependencies.ts';
import { parkedFor } from '../parked/parkedFor.ts';
import { postExceptions } from './postExceptions.ts';
import { reportExceptions } from './reportExceptions.ts';
import { sealerStopped } from './sealerStopped.ts';
import { seenExceptions } from './seenExceptions.ts';

/** How many things are stuck that the actor may see: as many as `listExceptions` has; more than `mostCounted` where there are more. */
export async function countExceptions(deps: Dependencies, actor: Actor, route: string): Promise<number> {
  const { reads } = deps.store;
  const now = deps.clock.now();
  const [stuck, reports, posts, sealerStoppedAt] = await Promise.all([
    countStuck(reads, actor, parkedFor(actor), now, mostCounted + 1),
    reportExceptions(deps, actor, mostCounted + 1),
    postExceptions(deps, actor),
    sealerStopped(deps, actor),
    noteAccess(reads, seenExceptions(actor, route, now)),
  ]);
  return stuck + reports.length + posts.length + (sealerStoppedAt === null ? 0 : 1);
}
