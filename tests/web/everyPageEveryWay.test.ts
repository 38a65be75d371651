import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginSession } from '../../usecases/sessions/pageSession.ts';
import type { Page } from '../../web/definePage.ts';
import { pages } from '../../web/pages.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { everySubject, whoSeesEverything } from './everySubject.ts';
import { lookEveryWay } from './lookEveryWay.ts';
import { readerOf } from './reader.ts';
import { startSiteForTest, type TestSite } from './siteForTest.ts';
import { addressOf, type Subjects } from './subjectsOfPages.ts';
import { Visitor } from './visitor.ts';

/** As many windows at once as the machine has room for. */
const windows = 4;

let product: TestProduct;
let site: TestSite;
let found: readonly Found[];

interface Found {
  readonly path: string;
  readonly view: string;
  readonly address: string;
  readonly subject: string;
}

beforeAll(async () => {
  product = await startWorkerForTest();
  site = await startSiteForTest(product);
  found = await whereShown(await everySubject(product));
}, 240_000);
afterAll(async () => {
  await site?.stop();
  await product?.stop();
});

/** For each page somebody and something for which it is shown, asked without a window first. */
async function whereShown(subjects: readonly Subjects[]): Promise<readonly Found[]> {
  const sessions = { ...product, sessionKeys: site.sessionKeys };
  const all = await Promise.all(
    whoSeesEverything.map(async (subject) => ({ subject, by: await readerOf(site.app, sessions, subject) })),
  );
  const first = async (page: Page): Promise<Found | null> => {
    const { path, view } = page;
    for (const each of subjects)
      for (const { subject, by } of all) {
        const named = path === '/commands/:id' ? { ...each, id: each['commandId'] ?? '' } : each;
        const address = addressOf(page, named);
        if (address === null) continue;
        const { status, html } = await by.get(address);
        if (status === 200 && html.includes('</html>')) return { path, view, address, subject };
      }
    return null;
  };
  return (await Promise.all(pages.map(first))).flatMap((each) => each ?? []);
}

it('every kind of page stands in every way before people', { timeout: 600_000 }, async () => {
  // A form that nobody is offered here is drawn by the view of others that somebody is.
  const shown = new Set(found.map(({ view }) => view));
  expect(pages.filter(({ view }) => !shown.has(view)).map(({ path }) => path)).toEqual([]);
  const seen = new Set<string>();
  // All pages of one view are laid out alike: one of each is looked at.
  const queue = found.filter(({ view }, index) => found.findIndex((each) => each.view === view) === index);
  const wrong: string[] = [];
  const walk = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const context = await site.browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London' });
      const token = await beginSession(
        { ...product, sessionKeys: site.sessionKeys },
        { subject: next.subject, idToken: 'none' },
      );
      await context.addCookies([{ name: 'marac-session', value: token, url: site.url }]);
      const visitor = new Visitor(site.url, await context.newPage(), { lookMore: lookEveryWay(seen) });
      await visitor.open(next.address).catch((error: unknown) => wrong.push(`${next.path}: ${String(error)}`));
      await context.close();
    }
  };
  await Promise.all(Array.from({ length: windows }, walk));
  expect(wrong).toEqual([]);
});
