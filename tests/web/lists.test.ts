import type { Express } from 'express';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addHours, addMonths, londonDate } from '../../domain/calendar/london.ts';
import { aReferralBody, officeForTest } from '../api/officeForTest.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { until } from './journeys/office.ts';
import { readerOf, type Reader, type Sent } from './reader.ts';
import { siteWithoutBrowser } from './siteForTest.ts';

let product: TestProduct;
let app: Express;
const sessionKeys = [{ id: 'test', key: new Uint8Array(randomBytes(32)) }] as const;

beforeAll(async () => {
  product = await startWorkerForTest();
  app = await siteWithoutBrowser(product, sessionKeys);
}, 240_000);
afterAll(() => product?.stop());

const reader = (subject: string): Promise<Reader> => readerOf(app, { ...product, sessionKeys }, subject);

/** Every list with somebody whose list it is, and the same with a filter, where it has one, that nothing fits here. */
const lists: readonly (readonly [address: string, subject: string, filter: string | null])[] = [
  ['/', 'ines.moreau', null],
  ['/tasks', 'ines.moreau', null],
  ['/overdue', 'amy.adeyemi', 'area=medway&agency=housing'],
  ['/overdue/views', 'amy.adeyemi', null],
  ['/exceptions', 'amy.adeyemi', 'area=medway&kind=parked'],
  ['/exceptions', 'wanda.osei', null],
  ['/exceptions', 'rosa.delgado', null],
  ['/cases', 'amy.adeyemi', 'stage=heard'],
  ['/court-diary', 'amy.adeyemi', 'area=medway&days=7'],
  ['/deliveries', 'cerys.maddock', 'status=sent'],
  ['/caseload', 'kwame.boateng', null],
  ['/audit', 'amy.adeyemi', 'area=medway&kind=did'],
  ['/durations', 'viktor.sandor', 'from=2021-01&to=2021-02'],
  ['/policy-changes', 'wanda.osei', null],
  ['/assessments', 'marek.nowak', 'status=recorded'],
];

/** What a page says where a list of it has nothing in it. */
function emptyStates({ document }: Sent): readonly { readonly text: string; readonly to: string | null }[] {
  return [...document.querySelectorAll('.marac-empty')].map((state) => ({
    text: state.querySelector('p')?.textContent?.trim() ?? '',
    to: state.querySelector('a')?.getAttribute('href') ?? null,
  }));
}

describe('a list with nothing in it', { timeout: 240_000 }, () => {
  it.each(lists)('says what to do: %s', async (address, subject) => {
    const by = await reader(subject);
    const page = await by.get(address);
    expect(page.status).toBe(200);
    const states = emptyStates(page);
    expect(states.length).toBeGreaterThan(0);
    // What is so is one sentence; what to do is another, or a way that its reader may go.
    for (const { text, to } of states)
      if (to === null) expect(text).toMatch(/\. \S/);
      else expect((await by.get(to)).status).toBe(200);
  });

  it.each(lists.filter(([, , filter]) => filter !== null))(
    'because of a filter, leads to everything: %s',
    async (address, subject, filter) => {
      const page = await (await reader(subject)).get(`${address}?${filter ?? ''}`);
      expect(page.status).toBe(200);
      const [state] = emptyStates(page);
      expect(state?.to).toBe(address);
    },
  );
});

/** A wrong word in an address that is not filled in on its own page: what is on the page of a list is walked in `wronglyAsked.test.ts`. */
const wrongWords: readonly (readonly [address: string, subject: string, part: string])[] = [
  ['/overdue/export?agency=nobody', 'amy.adeyemi', 'the agency'],
  ['/overdue/export?order=sideways', 'amy.adeyemi', 'the order'],
  ['/tasks?after=elsewhere', 'ines.moreau', 'the place in the list'],
  ['/audit/export?from=2026-13-40', 'amy.adeyemi', 'from when'],
  ['/durations/cases?from=1', 'viktor.sandor', 'from when'],
  ['/reports/idva/table?area=atlantis', 'viktor.sandor', 'the area'],
];

describe('a wrong word in an address', { timeout: 240_000 }, () => {
  it.each(wrongWords)('is answered by a plain sentence that names the part: %s', async (address, subject, part) => {
    const by = await reader(subject);
    const page = await by.get(address);
    expect(page.status).toBe(400);
    const text = page.document.querySelector('main')?.textContent ?? '';
    expect(text).toContain(`What is not understood: ${part}.`);
    expect(text).toContain('choose again');
    const without = page.document.querySelector('main a')?.getAttribute('href') ?? '';
    expect((await by.get(without)).status).toBe(200);
  });

  it('says no more to somebody whose page it is not', async () => {
    expect((await (await reader('owen.tregear')).get('/durations?from=1')).status).toBe(404);
    expect((await (await reader('wanda.osei')).get('/overdue?area=atlantis')).status).toBe(404);
  });
});

describe('a list longer than a page', { timeout: 480_000 }, () => {
  const cases = 53;
  const inMedway: string[] = [];

  beforeAll(async () => {
    const marek = officeForTest(product).as('marek.nowak');
    let begun = 0;
    const refer = async (): Promise<void> => {
      while (begun < cases) {
        begun += 1;
        const occurredAt = addHours(product.clock.now(), -24 * (begun % 7));
        const { body } = await marek.post('/referrals', aReferralBody({ area: 'medway', occurredAt }));
        inMedway.push(body.reference);
      }
    };
    await Promise.all(Array.from({ length: 8 }, refer));
    const known = { where: { reference: { in: inMedway } } };
    await until(async () => (await product.store.prisma.case.count(known)) === cases, 'every case is there');
  }, 240_000);

  /** Goes from page to page by the link to the next; gives what stands in the rows of each. */
  async function readThrough(subject: string, address: string, table = 'main tbody tr') {
    const by = await reader(subject);
    const pages: string[][] = [];
    for (let next: string | null = address; next !== null && pages.length < 30;) {
      const page: Sent = await by.get(next);
      pages.push([...page.document.querySelectorAll(table)].map((row) => hrefsIn(row.querySelectorAll('a'))));
      next = page.document.querySelector('main a[rel="next"]')?.getAttribute('href') ?? null;
      for (const [name, value] of new URLSearchParams(address.split('?')[1]))
        if (next !== null) expect(new URL(next, 'http://here').searchParams.get(name)).toBe(value);
    }
    return pages;
  }

  const hrefsIn = (links: Iterable<{ getAttribute(name: string): string | null }>) =>
    [...links].map((link) => link.getAttribute('href')).join(' ');

  it.each([
    ['amy.adeyemi', '/cases?area=medway', 50, cases],
    ['amy.adeyemi', '/cases?area=medway&order=dueSoonest', 50, cases],
    ['amy.adeyemi', '/exceptions?area=medway&kind=unallocated', 50, cases],
    ['amy.adeyemi', '/overdue?area=medway&soon=14', 25, 2 * cases],
    ['kwame.boateng', '/tasks', 25, cases],
    ['kwame.boateng', '/caseload?service=medway-idva-service', 25, cases],
  ])('is read page after page by %s at %s, with its filter, and nothing is missed or comes twice', async (...asked) => {
    const [subject, address, perPage, lines] = asked;
    const table = address.startsWith('/caseload') ? '#waiting + table tbody tr' : undefined;
    const pages = await readThrough(subject, address, table);
    const read = pages.flat();
    expect(read).toHaveLength(lines);
    expect(new Set(read).size).toBe(lines);
    expect(pages.map(({ length }) => length)).toEqual(
      Array.from({ length: Math.ceil(lines / perPage) }, (_, page) => Math.min(perPage, lines - page * perPage)),
    );
  });

  it('of duties has what is due the soonest first, over all its pages', async () => {
    for (const [subject, address] of [
      ['amy.adeyemi', '/overdue?area=medway&soon=14'],
      ['kwame.boateng', '/tasks'],
      ['amy.adeyemi', '/cases?area=medway&order=dueSoonest'],
    ] as const) {
      const read = (await readThrough(subject, address)).flat();
      const ids = read.map((row) => /\/clocks\/([0-9a-f-]{36})/.exec(row)?.[1] ?? '');
      const clocks = await product.store.prisma.clock.findMany({ where: { id: { in: ids } } });
      const dueAt = new Map(clocks.map(({ id, overdueAt }) => [id, overdueAt.getTime()]));
      const due = ids.map((id) => dueAt.get(id) ?? 0);
      expect(due).toEqual(due.toSorted((one, other) => one - other));
      expect(new Set(due).size).toBeGreaterThan(2);
    }
  });

  it('of duties is read the other way round where that is asked, over all its pages', async () => {
    const address = '/overdue?area=medway&soon=14';
    const oldestFirst = (await readThrough('amy.adeyemi', address)).flat();
    const latestFirst = (await readThrough('amy.adeyemi', `${address}&order=latest`)).flat();
    expect(latestFirst).toEqual(oldestFirst.toReversed());
    expect(oldestFirst.length).toBeGreaterThan(2 * 25);
  });

  it('of meetings has the next first, a year ahead, and each of them once', async () => {
    const address = '/meetings?area=medway';
    const pages = await readThrough('amy.adeyemi', address);
    const { id: areaId } = await product.store.prisma.area.findFirstOrThrow({ where: { code: 'medway' } });
    const today = londonDate(product.clock.now());
    const ahead = await product.store.prisma.meeting.findMany({
      where: { areaId, onDate: { gte: new Date(today), lte: new Date(addMonths(today, 12)) } },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    });
    expect(ahead.length).toBeGreaterThan(50);
    expect(pages.flat()).toEqual(ahead.map(({ id }) => `/meetings/${id}`));
    expect(pages.slice(0, -1).every(({ length }) => length === 25)).toBe(true);
  });

  it('of messages that did not get through has the latest first, and each of them once', async () => {
    const { prisma } = product.store;
    await prisma.notice.updateMany({ data: { status: 'undelivered' } });
    const written = await prisma.notice.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] });
    expect(written.length).toBeGreaterThan(50);
    const pages = await readThrough('cerys.maddock', '/deliveries');
    const read = pages.flat().map((row) => /\/deliveries\/([0-9a-f-]{36})/.exec(row)?.[1]);
    expect(read).toEqual(written.map(({ id }) => id));
    expect(pages.slice(0, -1).every(({ length }) => length === 50)).toBe(true);
  });

  it('of messages has those of one kind and area alone where they are asked for', async () => {
    const listed = async (filter: string) =>
      (await readThrough('cerys.maddock', `/deliveries?${filter}`))
        .flat()
        .map((row) => /\/deliveries\/([0-9a-f-]{36})/.exec(row)?.[1] ?? '')
        .toSorted();
    const { prisma } = product.store;
    const written = await prisma.notice.findMany({ where: { status: 'undelivered' } });
    const kindOf = ({ data }: (typeof written)[number]) => (data as { kind?: string }).kind ?? 'news';
    const byKind = Map.groupBy(written, kindOf);
    expect(byKind.get('screen')?.length).toBeGreaterThan(10);
    for (const [kind, sent] of byKind)
      expect(await listed(`kind=${kind}&area=medway`)).toEqual(sent.map(({ id }) => id).toSorted());
    const [one] = written;
    const changed = { code: 'minutesSent', data: { code: 'minutesSent', due: null } };
    await prisma.notice.update({ where: { id: one?.id ?? '' }, data: changed });
    expect(await listed('kind=news')).toEqual([one?.id]);
    expect(await listed('kind=news&area=dartford')).toEqual([]);
    expect(await listed('kind=screen')).not.toContain(one?.id);
    expect(await listed('kind=riskReview')).toEqual([]);
  });
});
