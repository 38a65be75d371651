import type { ClockView } from '../../contracts/views/clockView.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { noteAccess } from '../../store/access/recordAccess.ts';
import { escalatedClocks } from '../../store/clocks/escalatedClocks.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';
import { presentClock } from './presentClock.ts';

/** What is overdue and has climbed to somebody as a chair, the longest overdue first. */
export async function escalationsReached(
  deps: Dependencies,
  actor: Actor,
  route: string,
  limit: number,
): Promise<readonly ClockView[]> {
  const now = deps.clock.now();
  const { reads } = deps.store;
  const access = { actorId: actor.practitionerId, event: 'readDuties', route, caseId: null, outcome: 'shown', at: now };
  const [rows, codes] = await Promise.all([
    escalatedClocks(reads, actor, { role: 'chair', now, limit }),
    readCodes(deps),
    noteAccess(reads, access),
  ]);
  return rows.map((row) => presentClock(row, codes, now));
}
