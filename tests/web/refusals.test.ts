import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problem } from '../../contracts/problemCode.ts';
import { addDays, addHours, addMonths, londonDate } from '../../domain/calendar/london.ts';
import type { Page } from '../../web/definePage.ts';
import { pages } from '../../web/pages.ts';
import { aReferralBody, officeForTest } from '../api/officeForTest.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { formOn, readerOf, type Reader, type Sent } from './reader.ts';
import { siteWithoutBrowser } from './siteForTest.ts';

const sessionKeys = [{ id: 'test', key: new Uint8Array(randomBytes(32)) }] as const;
let product: TestProduct;

beforeAll(async () => {
  product = await startWorkerForTest();
}, 240_000);
afterAll(() => product?.stop());

const reader = async (subject: string, more: { readonly pages?: readonly Page[] } = {}): Promise<Reader> =>
  readerOf(await siteWithoutBrowser(product, sessionKeys, more), { ...product, sessionKeys }, subject);
const asked = (path: string, questions: Record<string, string>) =>
  `${path}?${new URLSearchParams(questions).toString()}`;
const text = ({ document }: Sent) => (document.querySelector('main')?.textContent ?? '').replaceAll(/\s+/g, ' ');
const said = ({ document }: Sent) =>
  [...document.querySelectorAll('.govuk-error-summary__list li')].map((each) => each.textContent?.trim() ?? '');
const send = async (by: Reader, address: string, answers: object = {}) =>
  by.post(address, { ...formOn(await by.get(address))?.fields, ...answers });

describe('a form that is overtaken while somebody fills it in', { timeout: 120_000 }, () => {
  const note = 'Ask her sister for the number, she <b>knows</b> how.';
  let reference: string;

  beforeAll(async () => {
    reference = (
      await officeForTest(product)
        .as('marek.nowak')
        .post('/referrals', aReferralBody({ area: 'medway' }))
    ).body.reference;
  });

  it('says why nothing was recorded, who did what meanwhile, and gives back what was written', async () => {
    const amy = await reader('amy.adeyemi');
    const address = `/cases/${reference}/screening`;
    const opened = formOn(await amy.get(address))?.fields;
    const cerys = officeForTest(product).as('cerys.maddock');
    expect((await cerys.post(`/cases/${reference}/screening`, { outcome: 'accept' })).status).toBe(200);
    const answers = { outcome: 'returnAsIncomplete', missing: 'safeContact', note };
    const late = await amy.post(address, { ...opened, ...answers });
    expect(late.status).toBe(409);
    expect(text(late)).toContain('This is not possible any more');
    expect(text(late)).toContain('The referral has been accepted already.');
    expect(text(late)).toMatch(/today at .*, by Cerys Maddock: The referral was accepted/);
    expect(text(late)).toContain(note);
    expect(late.document.querySelector('main b')).toBeNull();
    expect(late.document.querySelector(`main a[href="/cases/${reference}"]`)).not.toBeNull();
    // Opened anew there is no such form.
    expect((await amy.get(address)).status).toBe(404);
  });

  it('while they were signed out, gives back what they wrote to them and to nobody else', async () => {
    const { prisma } = product.store;
    const sent = await officeForTest(product)
      .as('marek.nowak')
      .post('/referrals', aReferralBody({ area: 'medway' }));
    const address = `/cases/${sent.body.reference}/screening`;
    const before = await reader('amy.adeyemi');
    const opened = formOn(await before.get(address))?.fields;
    await prisma.pageSession.updateMany({ data: { lastSeenAt: new Date(addHours(product.clock.now(), -1)) } });
    const { to } = await before.post(address, { ...opened, outcome: 'accept', advice: note });
    const back = new URL(to ?? '/', 'http://here').searchParams.get('to') ?? '/';
    expect(back).toContain('held=');
    await officeForTest(product).as('cerys.maddock').post(`${address}`, { outcome: 'accept' });
    const after = await (await reader('amy.adeyemi')).get(back);
    expect([after.status, text(after).includes(note)]).toEqual([409, true]);
    const other = await (await reader('cerys.maddock')).get(back);
    expect([other.status, text(other).includes(note)]).toEqual([404, false]);
  });

  it('is nothing to somebody who has no part in the case', async () => {
    const bruno = await reader('bruno.castelli');
    const own = formOn(await bruno.get('/refer'))?.fields;
    const answer = await bruno.post(`/cases/${reference}/screening`, { ...own, outcome: 'accept', note });
    expect([answer.status, text(answer).includes('There is nothing here for you')]).toEqual([404, true]);
  });
});

describe('a change of policy or calendar that cannot be', { timeout: 120_000 }, () => {
  const holiday = '/administration/changes/holiday';
  const figure = '/administration/changes/figure';
  let wanda: Reader;
  let today: string;

  beforeAll(async () => {
    wanda = await reader('wanda.osei');
    today = londonDate(product.clock.now());
  });

  it('says so beside what was asked, and keeps that', async () => {
    const over = { date: addDays(today, -30), name: 'A day of rest', source: 'Proclaimed' };
    const same = { figure: 'clocks.firstContact', value: '2', source: 'The steering group' };
    const early = { ...same, value: '3', from: addDays(today, -1) };
    const tried = [
      [asked(holiday, over), 'This day is over', 'A day of rest'],
      [asked(figure, same), 'has these figures already', 'The steering group'],
      [asked(figure, early), 'counts from a day to come', 'The steering group'],
      [asked(figure, { ...same, area: 'atlantis' }), 'There is no such area', 'The steering group'],
    ] as const;
    for (const [address, why, kept] of tried) {
      const page = await wanda.get(address);
      expect([page.status, said(page).join(' ')]).toEqual([200, expect.stringContaining(why)]);
      expect(page.html).toContain(`value="${kept}"`);
      expect(text(page)).not.toContain('What would move');
    }
  });

  it('names each answer that is missing, and leads to it', async () => {
    const page = await wanda.get(asked(holiday, { date: '2027-02-31', name: '', source: '' }));
    expect(said(page)).toEqual([
      'Enter a day that exists, like 9/3/2026.',
      'Write its name.',
      'Write where it was announced.',
    ]);
    const links = [...page.document.querySelectorAll('.govuk-error-summary__list a')];
    for (const link of links) expect(page.document.querySelector(link.getAttribute('href') ?? '')).not.toBeNull();
    expect(links).toHaveLength(3);
    const wrong = await wanda.get(
      asked(figure, { figure: 'clocks.firstContact', value: 'two', from: '1', source: 'S' }),
    );
    expect(said(wrong)).toEqual(['Write a whole number from 1 to 999.', 'Enter a day that exists, like 9/3/2026.']);
  });

  it('because it was entered a moment ago in another window, says that', async () => {
    const date = addMonths(today, 7);
    const address = asked(holiday, { date, name: 'Jubilee', source: 'Proclaimed' });
    const other = formOn(await wanda.get(address))?.fields;
    expect((await send(wanda, address)).status).toBe(303);
    const again = await wanda.post(address, other ?? {});
    expect([again.status, said(again)]).toEqual([422, ['The calendar has this bank holiday already.']]);
  });
});

describe('an answer of a form that its sender may not give', { timeout: 120_000 }, () => {
  it('is refused beside it, and everything else that was typed is kept', async () => {
    const amy = await reader('amy.adeyemi');
    const place = { area: 'thanet', agency: 'housing', 'victim.familyName': 'Fernlea', policeGrade: 'high' };
    const people = { 'victim.givenNames': 'Odile', 'perpetrator.givenNames': 'Bram', 'perpetrator.familyName': 'Wick' };
    const refused = await send(amy, '/assessments/new', { ...place, ...people, relationship: 'formerPartner' });
    expect(refused.status).toBe(422);
    expect(text(refused)).toContain('You do not work for this agency, nor for this area’s MARAC.');
    for (const typed of ['Fernlea', 'Odile', 'Wick']) expect(refused.html).toContain(`value="${typed}"`);
    expect(await product.store.prisma.loneAssessment.count()).toBe(0);
  });
});

describe('a page that cannot be shown for a reason of its own', () => {
  it('says that reason, and not that something went wrong here', async () => {
    const refusing = pages.map((page): Page =>
      page.path === '/tasks' ? { ...page, show: async () => problem('CALENDAR_BEING_MADE') } : page,
    );
    const answer = await (await reader('amy.adeyemi', { pages: refusing })).get('/tasks');
    expect(answer.status).toBe(422);
    expect(text(answer)).toContain('Wait until they have, then send it again.');
  });
});
