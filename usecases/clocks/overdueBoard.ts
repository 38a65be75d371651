import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { ClockView } from '../../contracts/views/clockView.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { addDays, endOfLondonDay, londonDate, startOfLondonDay } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { noteAccess } from '../../store/access/recordAccess.ts';
import { countPlaces } from '../../store/clocks/clockPlaces.ts';
import { clocksInOrder, type ReadingPosition } from '../../store/clocks/clocksInOrder.ts';
import { runningClocks, type ClockFilter, type ClockListed } from '../../store/clocks/overdueClocks.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes, type Codes } from '../office/codes.ts';
import { boardReading, placesFor, positionAfter, type AskedOrder, type BoardGroup } from './boardOrder.ts';
import { mostCounted } from './dutiesAhead.ts';
import { presentClock } from './presentClock.ts';

/** Which duties a coordinator asks for. */
export interface OverdueFilter {
  /** These alone. */
  readonly ids?: readonly string[] | undefined;
  readonly area?: string | undefined;
  readonly agency?: string | undefined;
  readonly owner?: string | undefined;
  readonly kind?: string | undefined;
  /** Only what is at least so many days late. */
  readonly daysLate?: number | undefined;
  /** What is due in so many days from today too; only where nothing is asked of days late. */
  readonly dueWithinDays?: number | undefined;
}

/** What they ask of the board, a page at a time. Without an order what is overdue the longest comes first. */
export interface OverdueQuestion extends OverdueFilter, AskedOrder {
  readonly after: BoardPosition | null;
  readonly limit: number;
}

/** Where a page of the board ended: in an order of its own, by what the last one stood there. */
export type BoardPosition = Pick<ReadingPosition, 'at' | 'id'> & Partial<Pick<ReadingPosition, 'place' | 'by'>>;

/** A duty on the board, with the code of the area it is in. */
export type BoardClock = ClockView & { readonly area: string };

export type ClockPage =
  { readonly ok: true; readonly items: readonly BoardClock[]; readonly next: BoardPosition | null } | RequestProblem;

/** Everything overdue in the cases somebody may see, in the order that is asked for over all of it. */
export async function overdueBoard(
  deps: Dependencies,
  actor: Actor,
  route: string,
  question: OverdueQuestion,
): Promise<ClockPage> {
  const codes = await readCodes(deps);
  const now = deps.clock.now();
  const asked = filterOf(question, codes, now);
  if (!asked.ok) return asked;
  const [rows] = await Promise.all([
    readRows(deps, actor, asked.filter, question),
    noteReading(deps, actor, route, now),
  ]);
  const page = rows.clocks.slice(0, question.limit);
  const last = rows.clocks.length > question.limit ? page.at(-1) : undefined;
  return {
    ok: true,
    items: page.map((row) => ({ ...presentClock(row, codes, now), area: codes.area(row.areaId) })),
    next: last ? rows.positionAfter(last) : null,
  };
}

/** A group of the board over the whole list: an area or agency by its code, a person by id, a kind by its code; null for none. */
export interface GroupOfBoard {
  readonly key: string | null;
  /** One more than `mostCounted` where there are more. */
  readonly count: number;
}

/** How many duties the board has in each group, whatever page of it one looks at, in the order the groups come in. */
export async function groupsOfBoard(
  deps: Dependencies,
  actor: Actor,
  route: string,
  { group, ...filter }: OverdueFilter & { readonly group: BoardGroup },
): Promise<{ readonly ok: true; readonly groups: readonly GroupOfBoard[] } | RequestProblem> {
  const codes = await readCodes(deps);
  const now = deps.clock.now();
  const asked = filterOf(filter, codes, now);
  if (!asked.ok) return asked;
  const places = await placesFor(deps, actor, group);
  const [counts] = await Promise.all([
    countPlaces(deps.store.reads, actor, asked.filter, places, mostCounted + 1),
    noteReading(deps, actor, route, now),
  ]);
  const known = new Map(counts.map(({ key, count }) => [key, count]));
  const codeOf = (key: string) => (group === 'area' ? codes.area(key) : group === 'agency' ? codes.agency(key) : key);
  return {
    ok: true,
    groups: [...places.keys, null].flatMap((key) => {
      const count = known.get(key);
      return count === undefined ? [] : [{ key: key === null ? null : codeOf(key), count }];
    }),
  };
}

interface ReadRows {
  readonly clocks: readonly ClockListed[];
  readonly positionAfter: (row: ClockListed) => BoardPosition;
}

/** By time alone the board is one statement that asks nobody's name; every other order is read place by place. */
async function readRows(
  deps: Dependencies,
  actor: Actor,
  filter: ClockFilter,
  { order = 'soonest', group, after, limit }: OverdueQuestion,
): Promise<ReadRows> {
  const { reads } = deps.store;
  if (group === undefined && (order === 'soonest' || order === 'latest')) {
    const clocks = await runningClocks(reads, actor, filter, after, limit + 1, order);
    return { clocks, positionAfter: ({ id, clock }) => ({ at: clock.overdueAt, id }) };
  }
  const reading = await boardReading(deps, actor, { order, group });
  const from = after && { place: null, by: null, ...after };
  const clocks = await clocksInOrder(reads, { actor, filter, reading, after: from, limit: limit + 1 });
  return { clocks, positionAfter: (row) => positionAfter(row, reading) };
}

function filterOf(
  asked: OverdueFilter,
  codes: Codes,
  now: IsoInstant,
): { readonly ok: true; readonly filter: ClockFilter } | RequestProblem {
  const { ids, area, agency, owner, kind } = asked;
  const areaId = area === undefined ? undefined : codes.areaId(area);
  if (areaId === null) return problem('UNKNOWN_AREA');
  const agencyId = agency === undefined ? undefined : codes.agencyId(agency);
  if (agencyId === null) return problem('UNKNOWN_AGENCY');
  return {
    ok: true,
    filter: { ids, areaId, agencyId, ownerId: owner, kind, overdueBefore: overdueBefore(asked, now) },
  };
}

async function noteReading(deps: Dependencies, actor: Actor, route: string, at: IsoInstant): Promise<void> {
  const shown = { event: 'readOverdue', route, caseId: null, outcome: 'shown', at };
  await noteAccess(deps.store.reads, { actorId: actor.practitionerId, ...shown });
}

function overdueBefore({ daysLate, dueWithinDays }: OverdueFilter, now: IsoInstant): IsoInstant {
  const today = londonDate(now);
  if (daysLate !== undefined && daysLate > 1) return startOfLondonDay(addDays(today, 1 - daysLate));
  return dueWithinDays === undefined ? now : endOfLondonDay(addDays(today, dueWithinDays));
}
