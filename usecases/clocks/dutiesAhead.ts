import type { ClockView } from '../../contracts/views/clockView.ts';
import { agenciesHeldAs, areasHeldAs, type Actor } from '../../domain/access/actor.ts';
import { addDays, endOfLondonDay, londonDate } from '../../domain/calendar/london.ts';
import { noteAccess } from '../../store/access/recordAccess.ts';
import { countClocks, runningClocks, type ClockFilter } from '../../store/clocks/overdueClocks.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';
import { presentClock } from './presentClock.ts';

/** So many are counted; beyond that it is said that there are more, since nobody works by the figure any longer. */
export const mostCounted = 200;

/** What somebody is to see to: how many are late, how many are due in the next days, and the soonest of both. */
export interface DutiesAhead {
  /** One more than `mostCounted` where there are more. */
  readonly overdue: number;
  readonly soon: number;
  readonly first: readonly ClockView[];
  /** Whether these are the duties of whole areas, or only somebody's own and their agency's. */
  readonly scope: 'area' | 'own';
}

/** The duties of whoever looks: of their areas where they run the MARAC, otherwise their own and those of their agencies. */
export async function dutiesAhead(
  deps: Dependencies,
  actor: Actor,
  route: string,
  { days, limit }: { readonly days: number; readonly limit: number },
): Promise<DutiesAhead> {
  const { reads } = deps.store;
  const now = deps.clock.now();
  const soon = endOfLondonDay(addDays(londonDate(now), days));
  const theirs = ownDuties(actor);
  const filter: ClockFilter = theirs ? { theirs } : {};
  const [codes, counts, rows] = await Promise.all([
    readCodes(deps),
    countClocks(reads, actor, filter, { now, soon, upTo: mostCounted + 1 }),
    limit === 0 ? [] : runningClocks(reads, actor, { ...filter, overdueBefore: soon }, null, limit),
    noteAccess(reads, {
      ...{ actorId: actor.practitionerId, event: 'readDuties', route, caseId: null, outcome: 'shown', at: now },
    }),
  ]);
  return { ...counts, first: rows.map((row) => presentClock(row, codes, now)), scope: theirs ? 'own' : 'area' };
}

function ownDuties(actor: Actor): ClockFilter['theirs'] {
  const areas = areasHeldAs(actor, [
    'coordinator',
    'administrator',
    'chair',
    'supervisor',
    'strategicCoordinator',
    'governance',
  ]);
  if (areas === 'all' || areas.length > 0) return undefined;
  const agencyIds = agenciesHeldAs(actor, ['idva', 'idvaServiceManager', 'agencyRepresentative', 'agencyLead']);
  return { ownerId: actor.practitionerId, agencyIds };
}
