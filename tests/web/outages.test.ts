import { randomBytes } from 'node:crypto';
import type { Express } from 'express';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../platform/engine.ts';
import { createStore, type Store } from '../../store/prismaClient.ts';
import type { Page } from '../../web/definePage.ts';
import { pages } from '../../web/pages.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { formOn, readerOf, type Reader, type Sent } from './reader.ts';
import { siteWithoutBrowser } from './siteForTest.ts';
import { addressOf, subjectsOfPages, type Subjects } from './subjectsOfPages.ts';

const sessionKeys = [{ id: 'test', key: new Uint8Array(randomBytes(32)) }] as const;
/** People who between them are shown every kind of page. */
const somebody = ['amy.adeyemi', 'wanda.osei', 'kwame.boateng', 'owen.tregear'];
let product: TestProduct;
/** A database that nobody can reach. */
let away: Store;
let subjects: Subjects;

beforeAll(async () => {
  product = await startWorkerForTest();
  away = createStore('postgresql://nobody@127.0.0.1:9/none', { max: 1 });
  subjects = await subjectsOfPages(product);
}, 240_000);
afterAll(async () => {
  await away?.close();
  await product?.stop();
});

const typed = '<script>alert("typed")</script> Zoë “said”\nso & so';
const withoutDatabase = () => ({ ...product, store: away });
const readers = (app: Express): Promise<readonly Reader[]> =>
  Promise.all(somebody.map((subject) => readerOf(app, { ...product, sessionKeys }, subject)));

/** What is wrong with how a page says that the database is away; null where it is as it ought to be. */
function wrongWith({ status, html }: Pick<Sent, 'status' | 'html'>): string | null {
  if (status !== 503) return String(status);
  if (!html.includes('The records cannot be reached just now')) return 'it says something else';
  if (/127\.0\.0\.1:9|ECONN|nobody@|node_modules|at .*\.ts:\d/.test(html)) return 'it tells of the inside';
  return null;
}

/** Every page with an address, by each who walks. */
async function walk(app: Express, of: (page: Page) => boolean, look: (by: Reader, address: string) => Promise<Sent>) {
  const wrong: string[] = [];
  let seen = 0;
  for (const by of await readers(app))
    for (const page of pages.filter(of)) {
      const address = addressOf(page, subjects);
      if (address === null) continue;
      const answer = await look(by, address);
      if (answer.status === 404) continue;
      seen += 1;
      const found = wrongWith(answer);
      if (found) wrong.push(`${address}: ${found}`);
    }
  expect(wrong).toEqual([]);
  return seen;
}

describe('while the database is away', { timeout: 300_000 }, () => {
  it('every page says so in plain words, and a form that was sent is kept on the page', async () => {
    const app = await siteWithoutBrowser(withoutDatabase(), sessionKeys);
    expect(
      await walk(
        app,
        () => true,
        (by, address) => by.get(address),
      ),
    ).toBeGreaterThan(4 * 60);
    const sent = { _token: 'any', _key: 'any', words: typed };
    const all = await walk(
      app,
      ({ form }) => form !== undefined,
      async (by, address) => {
        const answer = await by.post(address, sent);
        expect(formOn(answer)?.fields, address).toMatchObject(sent);
        return answer;
      },
    );
    expect(all).toBeGreaterThan(4 * 40);
    const { headers } = await request(app).get('/tasks').set('Cookie', 'marac-session=any');
    expect(headers['retry-after']).toBe('5');
  });

  it('is said as plainly where it goes away between who somebody is and what they are shown', async () => {
    const cutOff = pages.map((page): Page => ({
      ...page,
      show: (input) => page.show(input, withoutDatabase()),
    }));
    const app = await siteWithoutBrowser(product, sessionKeys, { pages: cutOff });
    // What needs no record is shown all the same.
    const seen = await walk(
      app,
      () => true,
      async (by, address) => {
        const answer = await by.get(address);
        return answer.status === 200 ? { ...answer, status: 404 } : answer;
      },
    );
    expect(seen).toBeGreaterThan(100);
  });

  it('a form can be sent again from that page when it is back, and is done once with what was typed', async () => {
    const address = `/cases/${subjects['reference'] ?? ''}/actions`;
    const [here] = await readers(await siteWithoutBrowser(product, sessionKeys));
    const opened = await here?.get(address);
    const form = opened && formOn(opened);
    const answers = { agency: 'housing', risk: 'stalking', description: typed };
    const lost = await siteWithoutBrowser(withoutDatabase(), sessionKeys);
    const [cutOff] = await readers(lost);
    const told = await cutOff?.post(address, { ...form?.fields, ...answers });
    const kept = told && formOn(told);
    expect(kept?.fields['description']).toBe(typed);
    expect(told?.document.querySelector('main form')?.getAttribute('action')).toBe(address);
    const before = await product.store.prisma.action.count();
    for (let times = 0; times < 2; times += 1)
      expect((await here?.post(address, kept?.fields ?? {}))?.status).toBe(303);
    expect(await product.store.prisma.action.count()).toBe(before + 1);
  });

  it('nobody who is not signed in is told anything else, and the front door stands open', async () => {
    const app = await siteWithoutBrowser(withoutDatabase(), sessionKeys);
    expect((await request(app).get('/')).status).toBe(200);
    expect((await request(app).get('/sign-in/callback?code=a&state=b')).status).toBe(400);
    const { status, text: html } = await request(app).post('/sign-out').set('Cookie', 'marac-session=any');
    expect(wrongWith({ status, html })).toBeNull();
  });
});

describe('while the engine is away', { timeout: 120_000 }, () => {
  it('a form says that what was sent is kept and will be decided, and it is when the engine is back', async () => {
    const engine: Engine = { ...product.engine, sendCommand: async () => 'pending' };
    const address = `/cases/${subjects['reference'] ?? ''}/actions`;
    const [cutOff] = await readers(await siteWithoutBrowser({ ...product, engine }, sessionKeys));
    const opened = await cutOff?.get(address);
    const form = opened && formOn(opened);
    const answers = { agency: 'housing', risk: 'stalking', description: 'Fit a light.' };
    const sent = await cutOff?.post(address, { ...form?.fields, ...answers });
    expect(sent?.status).toBe(303);
    const kept = await cutOff?.get(sent?.to ?? '');
    expect(kept?.html).toContain('It is kept and will be decided');
    const before = await product.store.prisma.action.count();
    const [back] = await readers(await siteWithoutBrowser(product, sessionKeys));
    const { _token: token } = (await back?.get(address).then(formOn))?.fields ?? {};
    const again = await back?.post(address, { ...form?.fields, ...answers, _token: token });
    expect([again?.status, again?.to?.startsWith('/commands/')]).toEqual([303, false]);
    expect(await product.store.prisma.action.count()).toBe(before + 1);
    expect((await back?.get(sent?.to ?? ''))?.html).toContain('It is recorded');
  });
});
