import type { Actor } from '../../domain/access/actor.ts';
import { isToldNames } from '../../domain/access/isToldNames.ts';
import { clockKinds, describeClockKind } from '../../domain/clocks/clockKind.ts';
import { ownersOfClocks, type PlaceKind, type Places } from '../../store/clocks/clockPlaces.ts';
import type { ClockReading, ReadingPosition } from '../../store/clocks/clocksInOrder.ts';
import type { ClockListed } from '../../store/clocks/overdueClocks.ts';
import type { Dependencies } from '../dependencies.ts';
import { areasAndAgencies } from '../office/areasAndAgencies.ts';
import { withoutName } from '../office/readNames.ts';

/** In what groups the board is read: each is named over the whole list. */
export type BoardGroup = PlaceKind;
export const boardGroups = ['area', 'agency', 'owner', 'kind'] as const satisfies readonly BoardGroup[];

/** In what order the board is read, within its groups where there are some. */
export const boardOrders = ['soonest', 'latest', 'rungs', ...boardGroups] as const;
export type BoardOrder = (typeof boardOrders)[number];

/** How the board is asked to be read. */
export interface AskedOrder {
  readonly order?: BoardOrder | undefined;
  readonly group?: BoardGroup | undefined;
}

/**
 * The order as the store reads it: by groups, or by the places of what the list is ordered by. An order by its own group
 * says nothing more.
 */
export async function boardReading(
  deps: Dependencies,
  actor: Actor,
  { order = 'soonest', group }: AskedOrder,
): Promise<ClockReading> {
  const isPlace = (asked: BoardOrder): asked is BoardGroup =>
    asked !== 'soonest' && asked !== 'latest' && asked !== 'rungs';
  const ordered = isPlace(order) && order !== group ? await placesFor(deps, actor, order) : null;
  const places = group === undefined ? ordered : await placesFor(deps, actor, group);
  if (!isPlace(order)) return { places, within: order };
  return { places, within: group === undefined ? 'soonest' : (ordered ?? 'soonest') };
}

/** The places of a kind by the names their reader knows them by. */
export async function placesFor(deps: Dependencies, actor: Actor, kind: BoardGroup): Promise<Places> {
  switch (kind) {
    case 'area':
      return { kind, keys: (await areasAndAgencies(deps)).areas.map(({ id }) => id) };
    case 'agency':
      return { kind, keys: (await areasAndAgencies(deps)).agencies.map(({ id }) => id) };
    case 'kind':
      return { kind, keys: inOrder(clockKinds, describeClockKind) };
    case 'owner': {
      const owners = new Map((await ownersOfClocks(deps.store.reads)).map(({ id, name }) => [id, name]));
      // In the order of names nobody reads who is not told them.
      const nameOf = isToldNames(actor) ? (id: string) => `${owners.get(id) ?? ''} ${id}` : withoutName;
      return { kind, keys: inOrder([...owners.keys()], nameOf) };
    }
  }
}

function inOrder<T extends string>(keys: readonly T[], nameOf: (key: T) => string): T[] {
  return keys.toSorted((one, other) => nameOf(one).localeCompare(nameOf(other), 'en-GB'));
}

/** Where a page that ends with a clock ends, in an order. */
export function positionAfter(row: ClockListed, { places, within }: ClockReading): ReadingPosition {
  return {
    at: row.clock.overdueAt,
    id: row.id,
    place: places && placeIn(row, places.kind),
    by: within === 'rungs' ? String(row.rungsFired) : typeof within === 'string' ? null : placeIn(row, within.kind),
  };
}

function placeIn({ areaId, agencyId, ownerId, clock }: ClockListed, kind: PlaceKind): string | null {
  return { area: areaId, agency: agencyId, owner: ownerId, kind: clock.kind }[kind];
}
