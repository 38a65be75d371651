import type { ClockView } from '../../contracts/views/clockView.ts';
import { areasHeldAs, type Actor } from '../../domain/access/actor.ts';
import { noteAccess } from '../../store/access/recordAccess.ts';
import { runningClocks } from '../../store/clocks/overdueClocks.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';
import { presentClock } from './presentClock.ts';

/** Cases deferred again that wait for the decision of somebody who chairs their areas, the longest due first. */
export async function chairsDecisions(
  deps: Dependencies,
  actor: Actor,
  route: string,
  limit: number,
): Promise<readonly ClockView[]> {
  const now = deps.clock.now();
  const { reads } = deps.store;
  const access = { actorId: actor.practitionerId, event: 'readDuties', route, caseId: null, outcome: 'shown', at: now };
  const held = areasHeldAs(actor, ['chair']);
  // An area each: of areas they do not chair they may see cases too, and those are another chair's.
  const areas = held === 'all' ? [undefined] : held;
  const [found, codes] = await Promise.all([
    Promise.all(areas.map((areaId) => runningClocks(reads, actor, { kind: 'deferralDecision', areaId }, null, limit))),
    readCodes(deps),
    noteAccess(reads, access),
  ]);
  const soonest = found.flat().toSorted((one, other) => (one.clock.overdueAt < other.clock.overdueAt ? -1 : 1));
  return soonest.slice(0, limit).map((row) => presentClock(row, codes, now));
}
