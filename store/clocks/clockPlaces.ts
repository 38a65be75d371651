import type { Actor } from '../../domain/access/actor.ts';
import { visibleCases } from '../access/visibleCases.ts';
import type { Reads } from '../directReads.ts';
import { Prisma } from '../generated/client.ts';
import { fromAssessmentClocks, visibleAssessmentClocks } from './assessmentClocks.ts';
import { fromMeetingClocks, visibleMeetingClocks } from './meetingClocks.ts';
import { conditionsOf, type ClockFilter } from './overdueClocks.ts';

/** What clocks can be put into groups by, and a list be walked by: an index of running clocks stands behind each. */
export type PlaceKind = 'area' | 'agency' | 'owner' | 'kind';

/** The places of a kind in the order they are to be read in; what is in none of them comes last. */
export interface Places {
  readonly kind: PlaceKind;
  /** Ids, or codes of kinds of duty. */
  readonly keys: readonly string[];
}

/** Of how many clocks in a place; null is what is in no place, such as what nobody owns. */
export interface PlaceCount {
  readonly key: string | null;
  readonly count: number;
}

const columns: Readonly<Record<PlaceKind, Prisma.Sql>> = {
  area: Prisma.sql`k.area_id`,
  agency: Prisma.sql`k.agency_id`,
  owner: Prisma.sql`k.owner_id`,
  kind: Prisma.sql`k.kind`,
};

/** The column of a clock `k` that says in which place it is. */
export function placeOf({ kind }: Pick<Places, 'kind'>): Prisma.Sql {
  return columns[kind];
}

/**
 * That a clock `k` is in a place. Said as a span, and read in the order of the place: so the index that begins with it is the one
 * that has them in order, and none is taken that would go through all clocks to find out that an empty place has none.
 */
export function inPlace(places: Pick<Places, 'kind'>, key: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${placeOf(places)} between ${key} and ${key}`;
}

/** The keys of places as the database compares them. */
export function keysOf({ kind, keys }: Places): Prisma.Sql {
  return kind === 'kind' ? Prisma.sql`${[...keys]}::text[]` : Prisma.sql`${[...keys]}::uuid[]`;
}

/** Where the place of a clock `k` stands among places: from 1 on; after the last for what is in none. */
export function rankOf(places: Places): Prisma.Sql {
  return Prisma.sql`coalesce(array_position(${keysOf(places)}, ${placeOf(places)}), ${rankOfNone(places)})`;
}

/** Where what is in no place stands: after all of them. */
export function rankOfNone({ keys }: Places): Prisma.Sql {
  return Prisma.sql`${keys.length + 1}::int`;
}

/** How many running clocks somebody may see there are in each place, each counted up to a number; in no order. */
export async function countPlaces(
  tx: Reads,
  actor: Actor,
  filter: ClockFilter,
  places: Places,
  upTo: number,
): Promise<readonly PlaceCount[]> {
  const conditions = Prisma.join(conditionsOf(filter), ' and ');
  const column = placeOf(places);
  const most = Prisma.raw(String(upTo));
  const ofCases = (where: Prisma.Sql) => Prisma.sql`(select count(*)::int from (
    select 1 from clock k join "case" c on c.id = k.case_id
    where ${where} and ${conditions} and (${visibleCases(actor)})
    order by ${column}, k.overdue_at, k.id limit ${most}) found)`;
  const rows = await tx.$queryRaw<PlaceCount[]>(Prisma.sql`
    select place.key::text as key, ${ofCases(inPlace(places, Prisma.sql`place.key`))} as count
    from unnest(${keysOf(places)}) place(key)
    union all select null, ${ofCases(Prisma.sql`${column} is null`)}
    union all select ${column}::text, count(*)::int from ${fromMeetingClocks}
      where ${conditions} and ${visibleMeetingClocks(actor)} group by ${column}
    union all select ${column}::text, count(*)::int from ${fromAssessmentClocks}
      where ${conditions} and ${visibleAssessmentClocks(actor)} group by ${column}`);
  const counts = new Map<string | null, number>();
  for (const { key, count } of rows) counts.set(key, Math.min(upTo, (counts.get(key) ?? 0) + count));
  return [...counts].flatMap(([key, count]) => (count === 0 ? [] : [{ key, count }]));
}

/** Everybody who owns a clock, with their name: found by steps through the index, whose many clocks cost nothing. */
export async function ownersOfClocks(tx: Reads): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return tx.$queryRaw<{ id: string; name: string }[]>(Prisma.sql`
    with recursive owner (id) as (
      (select owner_id from clock where owner_id is not null order by owner_id limit 1)
      union all
      select (select k.owner_id from clock k where k.owner_id > owner.id order by k.owner_id limit 1)
      from owner where owner.id is not null)
    select p.id, p.name from owner join practitioner p on p.id = owner.id`);
}
