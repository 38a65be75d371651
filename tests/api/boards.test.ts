import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addHours } from '../../domain/calendar/london.ts';
import { beat } from '../../store/heartbeats/beat.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import type { CaseSummaryView, CaseView } from '../../contracts/views/caseView.ts';
import type { ClockView } from '../../contracts/views/clockView.ts';
import type { ExceptionView, MeetingView } from '../../contracts/views/officeViews.ts';
import { aReferralBody, officeForTest, type Caller } from './officeForTest.ts';

let product: TestProduct;
let as: (subject: string) => Caller;
let app: ReturnType<typeof officeForTest>['app'];
let coordinator: Caller;
const references: string[] = [];

beforeAll(async () => {
  product = await startWorkerForTest();
  ({ as, app } = officeForTest(product));
  coordinator = as('amy.adeyemi');
  for (const area of ['maidstone', 'maidstone', 'swale', 'dover']) {
    const occurredAt = `2026-01-${String(10 + references.length)}`;
    references.push((await as('marek.nowak').post('/referrals', aReferralBody({ area, occurredAt }))).body.reference);
  }
});
afterAll(() => product?.stop());

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

const overdue = async (query: string) => (await coordinator.get<Page<ClockView>>(`/overdue${query}`)).body;

describe('the overdue board', () => {
  it('shows a coordinator what is late in their areas, the oldest first, page by page without gap or repeat', async () => {
    const { items: all } = await overdue('?limit=200');
    expect(new Set(all.map(({ reference }) => reference))).toEqual(new Set(references.slice(0, 3)));
    expect(all.map(({ overdueAt }) => overdueAt)).toEqual(all.map(({ overdueAt }) => overdueAt).toSorted());
    expect(all.every(({ daysLate }) => daysLate > 0)).toBe(true);
    const paged: ClockView[] = [];
    for (let after = ''; ;) {
      const { items, next } = await overdue(`?limit=2${after}`);
      paged.push(...items);
      if (next === null) break;
      after = `&after=${next}`;
    }
    expect(paged.map(({ clockId }) => clockId)).toEqual(all.map(({ clockId }) => clockId));
  });

  it('answers by area, agency, kind and days late', async () => {
    const { items: swale } = await overdue('?area=swale');
    expect(swale.map(({ reference }) => reference)).toContain(references[2]);
    expect(swale.map(({ reference }) => reference)).not.toContain(references[0]);
    const { items: contact } = await overdue('?kind=firstContact&agency=kent-idva-service');
    expect(contact.map(({ kind }) => kind)).toEqual(['firstContact', 'firstContact', 'firstContact']);
    const [oldest] = contact;
    const { items: late } = await overdue(`?kind=firstContact&daysLate=${oldest?.daysLate}`);
    expect(late.map(({ clockId }) => clockId)).toContain(oldest?.clockId);
    expect((await overdue(`?daysLate=${(oldest?.daysLate ?? 0) + 30}`)).items).toEqual([]);
    expect((await overdue('?area=dover')).items).toEqual([]);
  });
});

describe('what is shown of a case', () => {
  it('governance reads references, codes and dates, and neither a name nor a word', async () => {
    const governance = as('viktor.sandor');
    const read = await governance.get(`/cases/${references[0]}`);
    expect(read.body).toMatchObject({ disclosure: 'reference', victim: null, perpetrator: null, safeContact: null });
    const history = await governance.get(`/cases/${references[0]}/history`);
    const listed = await governance.get('/cases');
    for (const { status, body } of [read, history, listed]) {
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toMatch(/Idonya|Lanternmere|Nightjar|followed her/i);
    }
  });

  it('the referrer reads what was sent, a system administrator nothing', async () => {
    const read = await as('marek.nowak').get<CaseView>(`/cases/${references[0]}`);
    expect(read.body).toMatchObject({ disclosure: 'outcome', safeContact: null, contactAttempts: [] });
    expect(JSON.stringify(read.body.referral)).toContain('followed her home');
    expect((await as('wanda.osei').get(`/cases/${references[0]}`)).status).toBe(404);
    expect((await as('nuala.brennan').get(`/cases/${references[0]}`)).status).toBe(404);
  });

  it('reading is noted, refused reading too', async () => {
    const { prisma } = product.store;
    const { id } = await prisma.case.findUniqueOrThrow({ where: { reference: references[1] ?? '' } });
    await coordinator.get(`/cases/${references[1]}`);
    await as('bruno.castelli').get(`/cases/${references[1]}`);
    const noted = await prisma.accessLog.findMany({ where: { caseId: id, event: 'readCase' }, orderBy: { at: 'asc' } });
    expect(noted.map(({ outcome }) => outcome).sort()).toEqual(['full', 'hidden']);
  });
});

describe('the cases somebody has a part in', () => {
  it('are read by what is due the soonest, each once with its first duty, page by page', async () => {
    const { items } = (await coordinator.get<Page<CaseSummaryView>>('/cases?order=dueSoonest&limit=200')).body;
    expect(items.map(({ reference }) => reference)).toEqual(expect.arrayContaining(references.slice(0, 3)));
    expect(new Set(items.map(({ reference }) => reference)).size).toBe(items.length);
    const firsts = await Promise.all(
      items.map(async ({ reference }) => {
        const clocks = (await coordinator.get<Page<ClockView>>(`/cases/${reference}/clocks`)).body.items;
        const running = clocks.filter(({ status }) => status === 'running');
        return running.toSorted((one, other) => one.overdueAt.localeCompare(other.overdueAt))[0];
      }),
    );
    expect(firsts.map((first) => first?.overdueAt)).toEqual(firsts.map((first) => first?.overdueAt).toSorted());
    expect(items.map(({ nextDue }) => nextDue?.due)).toEqual(firsts.map((first) => first?.due));
    expect(items[0]?.nextDue?.overdue).toBe(true);
    const paged: CaseSummaryView[] = [];
    for (let after = ''; ;) {
      const { body } = await coordinator.get<Page<CaseSummaryView>>(`/cases?order=dueSoonest&limit=1${after}`);
      paged.push(...body.items);
      if (body.next === null) break;
      after = `&after=${body.next}`;
    }
    expect(paged).toEqual(items);
    const swale = (await coordinator.get<Page<CaseSummaryView>>('/cases?order=dueSoonest&area=swale')).body.items;
    expect(swale.map(({ reference }) => reference)).toEqual([references[2]]);
  });

  it('say nothing of what is due to those who have no board of it', async () => {
    const referrer = as('marek.nowak');
    const refused = await referrer.get<{ code: string }>('/cases?order=dueSoonest');
    expect([refused.status, refused.body.code]).toEqual([403, 'NOT_ALLOWED']);
    const { items } = (await referrer.get<Page<CaseSummaryView>>('/cases')).body;
    expect(items).toHaveLength(references.length);
    expect(new Set(items.map(({ nextDue }) => nextDue))).toEqual(new Set([null]));
  });
});

describe('what is stuck', () => {
  it('stands among the exceptions of the area', async () => {
    const { items } = (await coordinator.get<Page<ExceptionView>>('/exceptions?area=maidstone')).body;
    expect(items).toContainEqual(expect.objectContaining({ kind: 'unallocated', reference: references[0] }));
    expect(items.some(({ reference }) => reference === references[2])).toBe(false);
  });

  it('is the audit, once nobody seals it any more, for those who run an area and not within one area', async () => {
    const { prisma } = product.store;
    const stopped = async (who: Caller, where = '') => {
      const { items } = (await who.get<Page<ExceptionView>>(`/exceptions${where}`)).body;
      return items.filter(({ kind }) => kind === 'sealerStopped');
    };
    const lastRound = addHours(product.clock.now(), -0.3);
    await beat(prisma, 'auditSealer', lastRound);
    expect(await stopped(coordinator)).toMatchObject([{ since: lastRound, reference: null }]);
    expect(await stopped(coordinator, '?area=maidstone')).toEqual([]);
    expect(await stopped(as('kwame.boateng'))).toEqual([]);
    await beat(prisma, 'auditSealer', addHours(product.clock.now(), -0.2));
    expect(await stopped(coordinator)).toEqual([]);
  });
});

describe('the office', () => {
  it('says who one is and what one may do', async () => {
    const { body } = await as('wanda.osei').get<{ name: string; mayDo: string[] }>('/me');
    expect(body.name).toBe('Wanda Osei');
    expect(body.mayDo).toContain('managePeople');
    expect(body.mayDo).not.toContain('submitReferral');
  });

  it('names areas, agencies and meetings by their codes', async () => {
    expect((await coordinator.get<Page<unknown>>('/areas')).body.items).toHaveLength(13);
    expect((await coordinator.get<Page<unknown>>('/agencies')).body.items.length).toBeGreaterThan(15);
    const { items } = (await coordinator.get<Page<MeetingView>>('/meetings?area=medway')).body;
    expect(items.length).toBeGreaterThan(40);
    expect(items[0]).toMatchObject({ area: 'medway', listed: 0 });
  });

  it('adds a meeting once, however often it is asked, and only for one’s own areas', async () => {
    const meeting = { area: 'swale', startsAt: '2027-01-06T14:00+00:00', kind: 'extra', capacity: 4 };
    const first = await coordinator.post('/meetings', meeting, { key: 'extra' });
    expect(first.status).toBe(201);
    const again = await coordinator.post('/meetings', meeting, { key: 'extra' });
    expect(again.body).toEqual(first.body);
    expect((await coordinator.post('/meetings', { ...meeting, capacity: 5 }, { key: 'extra' })).body.code).toBe(
      'KEY_REUSED',
    );
    expect((await coordinator.post('/meetings', meeting)).body.code).toBe('MEETING_EXISTS');
    expect((await coordinator.post('/meetings', { ...meeting, area: 'dover' })).body.code).toBe('NOT_ALLOWED');
  });

  it('has no undelivered messages to begin with', async () => {
    expect((await coordinator.get('/deliveries')).body).toEqual({ items: [], next: null });
  });
});

describe('health', () => {
  it('is ready when database, migrations, engine and worker are there, and says which is not', async () => {
    expect((await request(app).get('/healthz')).body).toEqual({ status: 'alive' });
    const without = await request(app).get('/readyz');
    expect(without.status).toBe(503);
    expect((without.body as { parts: unknown }).parts).toEqual({
      database: true,
      migrations: true,
      engine: true,
      worker: false,
    });
    await beat(product.store.prisma, 'worker', product.clock.now());
    expect((await request(app).get('/readyz')).status).toBe(200);
  });

  it('has its description and a page to read it on, all of it from here', async () => {
    expect((await request(app).get('/api/openapi.json')).body).toMatchObject({ openapi: '3.1.0' });
    const page = await request(app).get('/api/docs');
    expect(page.text).not.toMatch(/https?:/);
    for (const [, file] of page.text.matchAll(/(?:src|href)="([^"]+)"/g))
      expect((await request(app).get(`/api/${file}`)).status, file).toBe(200);
  });
});
