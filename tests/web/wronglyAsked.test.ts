import { randomBytes } from 'node:crypto';
import type { Express } from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Page } from '../../web/definePage.ts';
import { pages } from '../../web/pages.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { whoSeesEverything } from './everySubject.ts';
import { hasRun, readerOf, typedInto, type Part, type Reader, type Sent } from './reader.ts';
import { siteWithoutBrowser } from './siteForTest.ts';
import { addressOf, subjectsOfPages, type Subjects } from './subjectsOfPages.ts';

const sessionKeys = [{ id: 'test', key: new Uint8Array(randomBytes(32)) }] as const;
let product: TestProduct;
let app: Express;
let subjects: Subjects;
const readers: Reader[] = [];

beforeAll(async () => {
  product = await startWorkerForTest();
  app = await siteWithoutBrowser(product, sessionKeys);
  subjects = await subjectsOfPages(product);
  for (const subject of whoSeesEverything) readers.push(await readerOf(app, { ...product, sessionKeys }, subject));
}, 240_000);
afterAll(() => product?.stop());

/** What somebody may have typed into an address or a filter, or pasted there. */
const wrong = ['2026-13-40', 'atlantis', '<b data-planted>{{7*7}}', '9'.repeat(5_000)];
const partsOf = ({ query }: Page) => Object.keys((query as z.ZodObject | undefined)?.shape ?? {});
const text = (part: Part | null | undefined) => part?.textContent?.trim() ?? '';
const heading = ({ document }: Sent) => text(document.querySelector('h1'));
const said = ({ document }: Sent) => [...document.querySelectorAll('.govuk-error-summary__list li')];
const asking = (address: string, name: string, value: string) => `${address}?${name}=${encodeURIComponent(value)}`;

/** Of a service that somebody does not manage they learn nothing, not even whether there is one. */
const isHidden = (name: string, value: string) => name === 'service' && /^[a-z\d-]+$/.test(value);

/** A page as the first of these people who is shown it sees it; null where it needs more to be shown. */
async function shown(page: Page): Promise<{ address: string; by: Reader; plain: Sent } | null> {
  const address = addressOf(page, subjects);
  for (const by of address === null ? [] : readers) {
    const plain = await by.get(address ?? '');
    if (plain.status === 200) return { address: address ?? '', by, plain };
  }
  return null;
}

/** What is not as it has to be where a part of an address is not understood: nothing, where all is well. */
function faultsIn(answer: Sent, plain: Sent, { page, name, value }: { page: Page; name: string; value: string }) {
  const found: string[] = [];
  if (hasRun(answer)) found.push('has run');
  if (heading(answer) !== heading(plain)) found.push(`another page: ${heading(answer)}`);
  const [first, ...more] = said(answer);
  if (!first || more.length > 0) found.push(`says ${more.length + (first ? 1 : 0)} things`);
  if (!/^[A-Z].*[^.]\.$/.test(text(first)) || /[a-z][A-Z]|expected|Invalid/.test(text(first))) found.push(text(first));
  if (name === 'after') return found;
  const to = first?.querySelector('a')?.getAttribute('href')?.slice(1) ?? '';
  const field = to === '' ? null : answer.document.querySelector(`main form[method="get"] [id="${to}"]`);
  if (field?.getAttribute('name') !== name) found.push(`leads to ${to}`);
  if (page.askedOnPage?.typed.includes(name) && typedInto(answer, name) !== value) found.push('is not kept');
  return found;
}

describe('what an address asks that cannot be asked', { timeout: 480_000 }, () => {
  it('is known of every page that has a form to fill it in, and of each field whether it is typed or chosen', async () => {
    const unlike: string[] = [];
    let forms = 0;
    for (const page of pages) {
      const { address, plain } = (await shown(page)) ?? {};
      const own = [...(plain?.document.querySelectorAll('main form[method="get"]') ?? [])].filter(
        (form) => form.getAttribute('action') === address,
      );
      for (const field of own.flatMap((form) => [...form.querySelectorAll('[name]')])) {
        const name = field.getAttribute('name') ?? '';
        if (field.getAttribute('type') === 'hidden') continue;
        forms += 1;
        const { typed } = page.askedOnPage ?? {};
        if (typed?.includes(name) !== (field.localName !== 'select')) unlike.push(`${page.path}: ${name}`);
      }
    }
    expect(unlike).toEqual([]);
    expect(forms).toBeGreaterThan(60);
  });

  it('comes back on its page with the reason at its field, as it was typed', async () => {
    const unlike: string[] = [];
    for (const page of pages.filter(({ askedOnPage }) => askedOnPage)) {
      const { address = '', by, plain } = (await shown(page)) ?? {};
      if (!by || !plain) throw new Error(`Nobody is shown ${page.path}`);
      for (const name of partsOf(page)) {
        let refused = 0;
        for (const value of wrong) {
          const answer = await by.get(asking(address, name, value));
          if (answer.status === 400) refused += 1;
          else if (answer.status !== (isHidden(name, value) ? 404 : 200))
            unlike.push(`${page.path} ${name}=${value}: ${answer.status}`);
          const faults = answer.status === 400 ? faultsIn(answer, plain, { page, name, value }) : [];
          for (const fault of faults) unlike.push(`${page.path} ${name}=${value.slice(0, 12)}: ${fault}`);
        }
        if (refused === 0) unlike.push(`${page.path} takes anything for ${name}`);
        const twice = await by.get(`${address}?${name}=9&${name}=8`);
        if (twice.status !== 400 || heading(twice) !== heading(plain)) unlike.push(`${page.path} ${name} twice`);
      }
    }
    expect(unlike).toEqual([]);
  });

  it('is an area too that there is not, though it is written like one', async () => {
    const unlike: string[] = [];
    for (const page of pages.filter((each) => each.askedOnPage && !each.form && partsOf(each).includes('area'))) {
      const { address = '', by, plain } = (await shown(page)) ?? {};
      const answer = await by?.get(asking(address, 'area', 'atlantis'));
      if (!answer || !plain) throw new Error(`Nobody is shown ${page.path}`);
      const faults = faultsIn(answer, plain, { page, name: 'area', value: 'atlantis' });
      if (answer.status !== 400 || faults.length > 0) unlike.push(`${page.path}: ${answer.status} ${faults.join()}`);
    }
    expect(unlike).toEqual([]);
  });

  it('leaves what can be asked as it was asked, and everything at fault is said at once', async () => {
    const amy = readers[0] as Reader;
    const answer = await amy.get('/audit?case=MM&area=medway&kind=did&from=2026-13-40&to=9%2F3%2F2026');
    expect(answer.status).toBe(400);
    expect(said(answer).map(text)).toEqual([
      'This is not the reference of a case.',
      'Enter a day that exists, like 9/3/2026.',
    ]);
    expect(['case', 'from', 'to'].map((name) => typedInto(answer, name))).toEqual(['MM', '2026-13-40', '9/3/2026']);
    // Two days of which the same is wrong are told apart in the summary.
    const both = await amy.get('/audit?from=2026-13-40&to=soon');
    expect(said(both).map(text)).toEqual([
      'From when: enter a day that exists, like 9/3/2026.',
      'Until when: enter a day that exists, like 9/3/2026.',
    ]);
    const chosen = [...answer.document.querySelectorAll('main form [selected]')].map((each) =>
      each.getAttribute('value'),
    );
    expect(chosen).toEqual(['medway', 'did']);
    const save = [...answer.document.querySelectorAll('main a')].find((each) =>
      text(each).startsWith('Save this list'),
    );
    expect(save?.getAttribute('href')).toBe('/audit/export?area=medway&kind=did&to=2026-03-09');
  });
});
