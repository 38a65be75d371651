import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Page } from '../../web/definePage.ts';
import { pages } from '../../web/pages.ts';
import { aReferralBody, officeForTest } from '../api/officeForTest.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { formOn, readerOf, typedInto, type Reader } from './reader.ts';
import { startSiteForTest, type TestSite } from './siteForTest.ts';
import { addressOf, subjectsOfPages, subjectsWith, type Subjects } from './subjectsOfPages.ts';
import type { Visitor } from './visitor.ts';

let product: TestProduct;
let site: TestSite;
let subjects: Subjects;

beforeAll(async () => {
  product = await startWorkerForTest();
  site = await startSiteForTest(product);
  subjects = await subjectsOfPages(product);
}, 240_000);
afterAll(async () => {
  await site?.stop();
  await product?.stop();
});

const reader = (subject: string): Promise<Reader> =>
  readerOf(site.app, { ...product, sessionKeys: site.sessionKeys }, subject);

/** What somebody may write into an address who tries what comes of it. */
const tampered = [
  '%00',
  '%E0%A4%A',
  '..%2F..%2Fetc%2Fpasswd',
  '%3Cb%20data-planted%3E',
  '9'.repeat(400),
  '00000000-0000-7000-8000-000000000000',
];

/** Every page with its address as it ought to be, and somebody who is shown it where there is anybody. */
async function walk(): Promise<readonly { readonly page: Page; readonly address: string; readonly by: Reader }[]> {
  const readers = await Promise.all(['amy.adeyemi', 'wanda.osei', 'kwame.boateng', 'owen.tregear'].map(reader));
  const found = [];
  for (const page of pages) {
    const address = addressOf(page, subjects);
    if (address === null) continue;
    let [by] = readers;
    for (const each of readers.toReversed()) if ((await each.get(address)).status === 200) by = each;
    if (by) found.push({ page, address, by });
  }
  return found;
}

/** Pages that say that nothing was sent, whatever key they are asked for. */
const mayBeEmpty = ['/overdue/bulk/:key', '/meetings/:meetingId/answers/:agency/sent/:key'];

describe('an address that somebody tampered with', { timeout: 600_000 }, () => {
  it('leads to nothing, whatever stands in it in the place of what it names', async () => {
    const wrong: string[] = [];
    for (const { page, by } of await walk())
      for (const [name] of page.path.matchAll(/(?<=:)\w+/g))
        for (const value of tampered) {
          const { status, document } = await by.get(addressOf(page, subjectsWith(page, subjects, name, value)) ?? '');
          const right = mayBeEmpty.includes(page.path) ? [200, 404] : [404];
          if (!right.includes(status) || document.querySelector('[data-planted]'))
            wrong.push(`${page.path} with ${value} for its ${name}: ${status}`);
        }
    expect(wrong).toEqual([]);
  });

  it('asks nothing that breaks a page, whatever is asked of it and how often', async () => {
    const wrong: string[] = [];
    for (const { page, address, by } of await walk())
      for (const name of Object.keys((page.query as z.ZodObject | undefined)?.shape ?? {}))
        for (const value of [...tampered, `x&${name}=y`]) {
          const { status, document } = await by.get(`${address}?${name}=${value}`);
          if (![200, 400, 404].includes(status) || document.querySelector('[data-planted]'))
            wrong.push(`${address}?${name}=${value}: ${status}`);
        }
    expect(wrong).toEqual([]);
  });

  it('reaches nothing of one case by the address of another', async () => {
    const { as } = officeForTest(product);
    const other = (await as('marek.nowak').post('/referrals', aReferralBody({ area: 'medway' }))).body.reference;
    const action = `/actions/${subjects['actionId'] ?? ''}`;
    for (const subject of ['amy.adeyemi', 'owen.tregear']) {
      const somebody = await reader(subject);
      expect((await somebody.get(`/cases/${subjects['reference'] ?? ''}${action}/completion`)).status).toBe(200);
      expect((await somebody.get(`/cases/${other}${action}/completion`)).status).toBe(404);
    }
    const amy = await reader('amy.adeyemi');
    expect((await amy.get(`/meetings/${subjects['meetingId'] ?? ''}/research/${other}`)).status).toBe(404);
    expect((await amy.get(`/cases/${other}/deny-list/${subjects['entry'] ?? ''}/removal`)).status).toBe(404);
  });
});

describe('a form', { timeout: 600_000 }, () => {
  const words = 'Fit a door chain';
  const actions = () => product.store.prisma.action.count();
  const form = () => `/cases/${subjects['reference'] ?? ''}/actions`;

  async function fillIn({ page }: Visitor): Promise<void> {
    await page.getByLabel('What is to be done?').fill(words);
    await page.getByLabel('Which agency does it?').selectOption('housing');
    await page.getByLabel('Which risk does it meet?').selectOption('physicalHarm');
  }

  it('that was made for somebody else is not taken, and gives back what was typed', async () => {
    const [amy, grace] = [await reader('amy.adeyemi'), await reader('grace.oyelaran')];
    const hers = formOn(await grace.get(form()));
    const before = await actions();
    const typed = { description: words, agency: 'housing', risk: 'physicalHarm' };
    const answer = await amy.post(form(), { ...hers?.fields, ...typed });
    expect(answer.status).toBe(403);
    expect(typedInto(answer, 'description')).toBe(words);
    expect(await actions()).toBe(before);
    expect((await grace.post(form(), { ...hers?.fields, ...typed })).status).toBe(303);
    expect(await actions()).toBe(before + 1);
  });

  it('to which somebody goes back does nothing a second time by being sent again', async () => {
    const amy = await site.signInAs('amy.adeyemi');
    await amy.open(form());
    await fillIn(amy);
    const before = await actions();
    await amy.press('Set the action');
    expect(await actions()).toBe(before + 1);
    await amy.page.goBack();
    await amy.press('Set the action');
    expect(await amy.text()).toContain('This was not sent');
    expect(await actions()).toBe(before + 1);
  });

  it('of many questions stands as it was answered after a session that ended meanwhile', async () => {
    const began = product.clock.now();
    const address = `/cases/${subjects['reference'] ?? ''}`;
    await officeForTest(product).as('ines.moreau').post(`${address}/engagement`, { status: 'engaged' });
    const ines = await site.signInAs('ines.moreau');
    await ines.open(`${address}/risk-reviews`);
    for (let question = 0; question < 24; question += 1)
      await ines.page
        .locator(`[name="assessment.answers.${question}"]`)
        .nth(question % 3)
        .check();
    await ines.page.getByLabel('Anything to keep with it (optional)').fill('She said: “no”.\n\nسلام 👩‍👧');
    const answered = () =>
      ines.page.evaluate("[...new FormData(document.querySelector('main form'))].filter(([name]) => name[0] !== '_')");
    const before = await answered();
    product.clock.advance(31 * 60_000);
    await ines.page.getByRole('button', { name: 'Record the review' }).click();
    await ines.chooseAt('ines.moreau');
    expect(await ines.text()).toContain('Nothing was sent: check what you typed, then send it.');
    expect(await answered()).toEqual(before);
    product.clock.set(began);
  });
});
