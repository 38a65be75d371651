import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import { describeClockKind, type ClockKind } from '../../domain/clocks/clockKind.ts';
import { countPlaces } from '../../store/clocks/clockPlaces.ts';
import { orderStatement } from '../../store/clocks/clocksInOrder.ts';
import { Prisma } from '../../store/generated/client.ts';
import { createStore } from '../../store/prismaClient.ts';
import { moment } from '../../tests/environment/caseInStore.ts';
import { type MadeCases, madeCases } from '../../tests/environment/madeCases.ts';
import { readNames, withoutName } from '../office/readNames.ts';
import { boardGroups, boardOrders, boardReading, placesFor, type AskedOrder } from './boardOrder.ts';
import { groupsOfBoard, overdueBoard, type BoardClock, type BoardPosition } from './overdueBoard.ts';

const now = moment('2026-03-30 12:00');
const owners = ['joanna.pike', 'owen.tregear', 'amy.adeyemi'];
let made: MadeCases;

beforeAll(async () => {
  made = await madeCases(now);
  for (const area of ['maidstone', 'medway', 'dover', 'maidstone'])
    await made.make.received({ areaId: idOf('area', area) });
  await manyDuties(60);
}, 120_000);
afterAll(() => made?.end());

/** So many more overdue duties of the cases, spread over agencies, people, kinds and reminders; several with the same moment. */
async function manyDuties(count: number): Promise<void> {
  const id = (kind: 'agency' | 'practitioner', codes: readonly string[]) => codes.map((code) => idOf(kind, code));
  const kinds: readonly ClockKind[] = ['action', 'riskReview', 'acknowledgement'];
  await made.store.prisma.$executeRaw(Prisma.sql`
    insert into clock (id, case_id, area_id, kind, subject_type, subject_id, status, anchor_at, overdue_at, agency_id, owner_id,
      rungs_fired, silent, data)
    select made.id, k.case_id, k.area_id, made.kind, k.subject_type, k.subject_id, 'running', k.anchor_at, made.at,
      (${id('agency', ['housing', 'police', 'probation'])}::uuid[])[1 + (n / 2) % 4],
      (${id('practitioner', owners)}::uuid[])[1 + (n / 3) % 4], (n / 5) % 7, false,
      k.data || jsonb_build_object('id', made.id, 'kind', made.kind, 'overdueAt', to_char(made.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    from generate_series(1, ${count}) n
      cross join lateral (select gen_random_uuid() as id, (${[...kinds]}::text[])[1 + n % 3] as kind,
        timestamptz '2026-03-20 00:00Z' + (n % 9) * interval '1 hour' as at) made
      join lateral (select k.* from clock k where k.kind = 'screen'
        order by k.id offset n % 4 limit 1) k on true`);
}

const actor = (subject = 'grace.oyelaran') => made.reading.actor(subject);

async function read(asked: AskedOrder, limit: number, subject?: string): Promise<BoardClock[]> {
  const items: BoardClock[] = [];
  let after: BoardPosition | null = null;
  do {
    const page = await overdueBoard(made.reading.deps, await actor(subject), 'test', { ...asked, after, limit });
    if (!page.ok) throw new Error(page.code);
    expect(page.items.length).toBeLessThanOrEqual(limit);
    items.push(...page.items);
    after = page.next;
  } while (after);
  return items;
}

type Key = (clock: BoardClock) => string | number;

/** The order worked out by hand from all that there is: what is in no group comes last. */
async function keysOf(subject: string): Promise<Record<(typeof boardOrders)[number], Key>> {
  const names = await readNames(made.reading.deps);
  const people = await made.store.prisma.practitioner.findMany();
  const nameOf = (id: string) =>
    subject === 'viktor.sandor' ? withoutName(id) : (people.find((person) => person.id === id)?.name ?? '');
  const last = '\uffff';
  return {
    soonest: ({ overdueAt }) => overdueAt,
    latest: ({ overdueAt }) => -Date.parse(overdueAt),
    rungs: ({ rungsFired }) => -rungsFired,
    area: ({ area }) => names.area(area),
    agency: ({ agency }) => names.agency(agency) ?? last,
    owner: ({ ownerId }) => (ownerId === null ? last : nameOf(ownerId)),
    kind: ({ kind }) => describeClockKind(kind as ClockKind),
  };
}

function compare(one: string | number, other: string | number): number {
  if (typeof one === 'number') return one - Number(other);
  if (one === other) return 0;
  // What is in no group is last in every order.
  if (one === '\uffff' || other === '\uffff') return one === '\uffff' ? 1 : -1;
  return one.localeCompare(String(other), 'en-GB');
}

/** Orders that are read place by place; by time alone the board is another statement. */
const byPlaces = [
  ...['rungs', ...boardGroups].map((order) => ({ order })),
  ...boardGroups.map((group) => ({ group })),
] as AskedOrder[];
const combinations = [undefined, ...boardGroups].flatMap((group) => boardOrders.map((order) => ({ order, group })));

describe('the board in another order', () => {
  it.each(combinations)('has everything once, page after page: $order in groups of $group', async (asked) => {
    for (const subject of ['grace.oyelaran', 'viktor.sandor']) {
      const all = await read({}, 500, subject);
      expect(all.length).toBeGreaterThan(60);
      const keys = await keysOf(subject);
      const by = [...(asked.group ? [keys[asked.group]] : []), keys[asked.order]];
      // At the same place the older comes first, and of two at the same moment the one with the lower id; all the other way round for the latest.
      const way = asked.order === 'latest' ? -1 : 1;
      const tie = (one: BoardClock, other: BoardClock) =>
        way * (compare(one.overdueAt, other.overdueAt) || (one.clockId < other.clockId ? -1 : 1));
      const expected = all.toSorted(
        (one, other) => by.map((key) => compare(key(one), key(other))).find((way) => way !== 0) ?? tie(one, other),
      );
      const found = await read(asked, 7, subject);
      expect(found.map(({ clockId }) => clockId)).toEqual(expected.map(({ clockId }) => clockId));
    }
  });

  it.each(boardGroups)('counts its groups over the whole list, by %s', async (group) => {
    for (const subject of ['grace.oyelaran', 'amy.adeyemi']) {
      const all = await read({ group }, 500, subject);
      const keyOf = (clock: BoardClock) =>
        ({ area: clock.area, agency: clock.agency, owner: clock.ownerId, kind: clock.kind })[group];
      const counted = await groupsOfBoard(made.reading.deps, await actor(subject), 'test', { group });
      if (!counted.ok) throw new Error(counted.code);
      const expected = [...Map.groupBy(all, keyOf)].map(([key, lines]) => ({ key, count: lines.length }));
      expect(counted.groups).toEqual(expected);
      expect(expected.length).toBeGreaterThan(subject === 'amy.adeyemi' && group === 'area' ? 0 : 2);
    }
  });

  it('goes on where the page before ended although the last owner there has nothing to do any longer', async () => {
    const asked = { order: 'owner', after: null, limit: 5 } as const;
    const first = await overdueBoard(made.reading.deps, await actor(), 'test', asked);
    if (!first.ok || !first.next) throw new Error('There is one page.');
    const all = await read({ order: 'owner' }, 500);
    const next = await overdueBoard(made.reading.deps, await actor(), 'test', { ...asked, after: first.next });
    expect(next).toMatchObject({ items: all.slice(5, 10).map(({ clockId }) => ({ clockId })) });
  });
});

it('the board is read by indexes in every order where there are a hundred thousand duties', async () => {
  // As many cases as duties: where a few cases had them all, reading those few would be the better way.
  for (let round = 0; round < 20; round += 1)
    await made.store.prisma.$executeRaw(Prisma.sql`
      with made as (
        insert into "case" select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(),
          'reference', 'made-' || ${round}::int || '-' || n || '-' || row_number() over ()))).*
        from "case" c, generate_series(1, 1250) n where c.reference not like 'made-%'
        returning id, area_id, reference)
      insert into clock (id, case_id, area_id, kind, subject_type, subject_id, status, anchor_at, overdue_at, agency_id, owner_id,
        rungs_fired, silent, data)
      select gen_random_uuid(), made.id, made.area_id, k.kind, k.subject_type, k.subject_id, 'running', k.anchor_at,
        timestamptz '2026-03-01 00:00Z' + (made.n % 250) * interval '1 hour', k.agency_id, k.owner_id, k.rungs_fired, false, k.data
      from (select *, row_number() over (order by id) as n from made) made
        join (select *, row_number() over (order by id) as n from clock where kind in ('action', 'riskReview') and about is not null
          order by id limit 20) k on k.n = 1 + made.n % 20`);
  const owner = createStore(made.ownerUrl, { max: 1 });
  await owner.prisma.$executeRawUnsafe('analyze');
  await owner.close();
  const { deps } = made.reading;
  const filter = { overdueBefore: now };
  for (const asked of byPlaces) {
    const reading = await boardReading(deps, await actor(), asked);
    const statement = orderStatement({ actor: await actor(), filter, reading, after: null, limit: 26 });
    const [explained] = await made.store.reads.$queryRaw<{ 'QUERY PLAN': unknown }[]>(
      Prisma.sql`explain (analyze, format json) ${statement}`,
    );
    const read = rowsRead(explained?.['QUERY PLAN']);
    // Of a hundred thousand, at most a page of each place is touched.
    expect({ ...asked, read: read < 26 * 60 ? 'few' : read }).toEqual({ ...asked, read: 'few' });
  }
  const places = await placesFor(deps, await actor(), 'agency');
  const counts = await countPlaces(made.store.reads, await actor(), filter, places, 201);
  expect(Math.max(...counts.map(({ count }) => count))).toBe(201);
}, 240_000);

/** How many rows of clocks a plan has read from the table, those left out by a filter among them. */
function rowsRead(plan: unknown): number {
  if (typeof plan !== 'object' || plan === null) return 0;
  const node = plan as Record<string, unknown>;
  const own =
    node['Relation Name'] === 'clock'
      ? (Number(node['Actual Rows']) + Number(node['Rows Removed by Filter'] ?? 0)) * Number(node['Actual Loops'])
      : 0;
  return Object.values(node).reduce<number>((sum, part) => sum + rowsRead(part), own);
}
