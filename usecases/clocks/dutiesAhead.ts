import type { ClockView } from '../../contracts/views/clockView.ts';
import { agenciesHeldAs, areasHeldAs, type Actor } from '../../domain/access/actor.ts';
import { addDays, endOfLondonDay, londonDate } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { noteAccess } from '../../store/access/recordAccess.ts';
import { countClocks, runningClocks } from '../../store/clocks/overdueClocks.ts';
import { countTasks, openTasks } from '../../store/tasks/openTasks.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes, type Codes } from '../office/codes.ts';
import { presentClock, type ClockOnBoard } from './presentClock.ts';

/** So many are counted; beyond that it is said that there are more, since nobody works by the figure any longer. */
export const mostCounted = 200;

/** What somebody is to see to: how many are late, how many are due in the next days, and the soonest of both. */
export interface DutiesAhead {
  /** One more than `mostCounted` where there are more. */
  readonly overdue: number;
  readonly soon: number;
  readonly first: readonly ClockView[];
  /** Whether these are the duties of whole areas, as the board has them, or somebody's own, as their tasks are. */
  readonly scope: 'area' | 'own';
  /** For those who answer for others: what is late in each of their agencies and services, whoever owns it. */
  readonly managed: readonly { readonly agency: string; readonly overdue: number }[];
}

interface Span {
  readonly now: IsoInstant;
  readonly soon: IsoInstant;
  readonly limit: number;
}

/**
 * The duties of whoever looks: of their areas where they run the MARAC, otherwise what is theirs to do. Each figure is
 * counted as the page counts it to which it leads: nobody may read that nothing is late over a list of what is.
 */
export async function dutiesAhead(
  deps: Dependencies,
  actor: Actor,
  route: string,
  { days, limit }: { readonly days: number; readonly limit: number },
): Promise<DutiesAhead> {
  const { reads } = deps.store;
  const now = deps.clock.now();
  const span = { now, soon: endOfLondonDay(addDays(londonDate(now), days)), limit };
  const access = { actorId: actor.practitionerId, event: 'readDuties', route, caseId: null, outcome: 'shown', at: now };
  const codes = readCodes(deps);
  const scope = runsAreas(actor) ? 'area' : 'own';
  // All of it is waited for together: what fails while another is waited for alone is heard by nobody and ends the program.
  const [{ first, ...counts }, managed, known] = await Promise.all([
    scope === 'area' ? ofAreas(deps, actor, span) : ownTasks(deps, actor, span),
    scope === 'area' ? [] : codes.then((read) => lateInAgencies(deps, actor, now, read)),
    codes,
    noteAccess(reads, access),
  ]);
  return { ...counts, scope, managed, first: first.map((row) => presentClock(row, known, now)) };
}

interface Found {
  readonly overdue: number;
  readonly soon: number;
  readonly first: readonly ClockOnBoard[];
}

async function ofAreas({ store: { reads } }: Dependencies, actor: Actor, { now, soon, limit }: Span): Promise<Found> {
  const [counts, first] = await Promise.all([
    countClocks(reads, actor, {}, { now, soon, upTo: mostCounted + 1 }),
    runningClocks(reads, actor, { overdueBefore: soon }, null, limit),
  ]);
  return { ...counts, first };
}

async function ownTasks({ store: { reads } }: Dependencies, actor: Actor, { now, soon, limit }: Span): Promise<Found> {
  const today = londonDate(now);
  const [counts, first] = await Promise.all([
    countTasks(reads, actor, { now, soon, upTo: mostCounted + 1, today }),
    openTasks(reads, actor, { until: soon, contactUntil: soon, after: null, limit, today }),
  ]);
  return { ...counts, first };
}

/** What people of an agency own is theirs to do and no task of its lead, who has to hear of it all the same. */
async function lateInAgencies(
  { store: { reads } }: Dependencies,
  actor: Actor,
  now: IsoInstant,
  codes: Codes,
): Promise<DutiesAhead['managed']> {
  const counted = agenciesHeldAs(actor, ['idvaServiceManager', 'agencyLead']).map(async (agencyId) => {
    const { overdue } = await countClocks(reads, actor, { agencyId }, { now, soon: now, upTo: mostCounted + 1 });
    const agency = codes.agency(agencyId);
    return agency === null ? [] : [{ agency, overdue }];
  });
  return (await Promise.all(counted)).flat();
}

function runsAreas(actor: Actor): boolean {
  const areas = areasHeldAs(actor, [
    'coordinator',
    'administrator',
    'chair',
    'supervisor',
    'strategicCoordinator',
    'governance',
  ]);
  return areas === 'all' || areas.length > 0;
}
