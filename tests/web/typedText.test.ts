import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pages } from '../../web/pages.ts';
import { aReferralBody, officeForTest } from '../api/officeForTest.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { formOn, hasRun, readerOf, typedInto, type Reader, type SentForm } from './reader.ts';
import { startSiteForTest, type TestSite } from './siteForTest.ts';
import { addressOf, subjectsOfPages, type Subjects } from './subjectsOfPages.ts';

/** Ends whatever it stands in, runs, draws, and counts where a template would. */
const planted = `"'><script>document.title=1</script><b data-planted>{{7*7}}`;
/** A letter with its mark beside it, one picture of several, and letters from right to left. */
const [givenNames, familyName] = ['Zoe\u0308 👩🏽‍🦱', 'بنت سلام'];

/** Whoever they are, one of them is offered it or sees it. */
const everyDayPeople = ['amy.adeyemi', 'ines.moreau', 'kwame.boateng', 'owen.tregear', 'wanda.osei', 'viktor.sandor'];

let product: TestProduct;
let site: TestSite;
let subjects: Subjects;
const readers = new Map<string, Reader>();

beforeAll(async () => {
  product = await startWorkerForTest();
  site = await startSiteForTest(product);
  subjects = await subjectsOfPages(product, { referral: aReferralWith(planted, planted), words: planted });
  for (const subject of everyDayPeople)
    readers.set(subject, await readerOf(site.app, { ...product, sessionKeys: site.sessionKeys }, subject));
}, 240_000);
afterAll(async () => {
  await site?.stop();
  await product?.stop();
});

/** A referral in which the victim is called this, and everything else that can be written says something too. */
function aReferralWith(given: string, family: string, words = planted) {
  const { victim, perpetrator, safeContact } = aReferralBody();
  return {
    victim: { ...victim, givenNames: given, familyName: family, otherNames: [words] },
    perpetrator: { ...perpetrator, givenNames: words, familyName: words },
    safeContact: { ...safeContact, safeTimes: words, safePeople: words, unsafePeople: words, remarks: words },
    narrative: words,
  };
}

interface Found {
  readonly address: string;
  readonly reader: Reader;
  readonly form: SentForm;
}

/** Every form that somebody is offered as things stand, once. */
async function formsOffered(): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const page of pages.filter(({ form }) => form)) {
    const address = addressOf(page, subjects);
    for (const reader of address === null ? [] : readers.values()) {
      const form = formOn(await reader.get(address ?? ''));
      if (!form || form.typed.length === 0) continue;
      found.push({ address: address ?? '', reader, form });
      break;
    }
  }
  return found;
}

describe('script that somebody types', { timeout: 600_000 }, () => {
  it('into every field of every form comes back as text, beside what was at fault', async () => {
    const offered = await formsOffered();
    expect(offered.length).toBeGreaterThan(40);
    const wrong: string[] = [];
    let cameBack = 0;
    for (const { address, reader, form } of offered) {
      const typed = Object.fromEntries(form.typed.map((name) => [name, planted]));
      const answer = await reader.post(address, { ...form.fields, ...typed });
      if (hasRun(answer)) wrong.push(`${address}: has run`);
      if (answer.status >= 500) wrong.push(`${address}: ${answer.status}`);
      if (answer.status !== 422 && answer.status !== 409) continue;
      cameBack += 1;
      for (const name of form.typed)
        if (typedInto(answer, name) !== planted) wrong.push(`${address}: ${name} is not as it was typed`);
    }
    expect(wrong).toEqual([]);
    expect(cameBack).toBeGreaterThan(25);
  });

  it('and is kept, stands as text on every page that shows it, to everybody', async () => {
    const wrong: string[] = [];
    const showing = new Set<string>();
    for (const page of pages) {
      const address = addressOf(page, subjects);
      for (const reader of address === null ? [] : readers.values()) {
        const answer = await reader.get(address ?? '');
        if (hasRun(answer)) wrong.push(page.path);
        if (answer.document.querySelector('main')?.textContent?.includes(planted)) showing.add(page.path);
      }
    }
    expect(wrong).toEqual([]);
    expect([...showing]).toEqual(
      expect.arrayContaining([
        '/',
        '/cases',
        '/cases/:reference',
        '/meetings/:meetingId',
        '/meetings/:meetingId/agenda',
      ]),
    );
  });
});

describe('a form that comes back', { timeout: 600_000 }, () => {
  it('says in a summary what was at fault, and each of it leads to where it is put right', async () => {
    const wrong: string[] = [];
    let cameBack = 0;
    for (const { address, reader, form } of await formsOffered()) {
      const { status, document } = await reader.post(address, form.fields);
      if (status !== 422) continue;
      cameBack += 1;
      const faults = [...document.querySelectorAll('.govuk-error-summary__list li')];
      if (faults.length === 0) wrong.push(`${address}: says nothing`);
      for (const fault of faults) {
        const to = fault.querySelector('a')?.getAttribute('href');
        if (to && !document.querySelector(`[id="${to.slice(1)}"]`)) wrong.push(`${address}: ${to} leads nowhere`);
        if (!fault.textContent?.trim()) wrong.push(`${address}: a fault without words`);
      }
    }
    expect(wrong).toEqual([]);
    expect(cameBack).toBeGreaterThan(25);
  });
});

describe('a name', { timeout: 600_000 }, () => {
  const refer = async (given: string, family: string) => {
    const body = { ...aReferralBody({ area: 'medway' }), ...aReferralWith(given, family, 'Nothing.') };
    return officeForTest(product).as('marek.nowak').post('/referrals', body);
  };

  it('keeps its marks, its pictures and the direction it is written in', async () => {
    const { reference } = (await refer(givenNames, familyName)).body;
    const amy = await site.signInAs('amy.adeyemi');
    await amy.open(`/cases/${reference}`);
    expect(await amy.text()).toContain(`Victim: ${givenNames} ${familyName}`);
    await amy.open('/cases');
    expect(await amy.text()).toContain(`${givenNames} ${familyName}`);
  });

  it('as long as names may be, without a place to break it, fits a phone', async () => {
    const { reference } = (await refer('W'.repeat(100), 'W'.repeat(100))).body;
    const amy = await site.signInAs('amy.adeyemi', { viewport: { width: 320, height: 640 } });
    for (const address of [`/cases/${reference}`, '/cases', '/']) await amy.open(address);
  });

  it('of 10,000 characters is refused with the reason beside it, and stays to be shortened', async () => {
    const long = 'W'.repeat(10_000);
    const wanda = await site.signInAs('wanda.osei', { viewport: { width: 320, height: 640 } });
    await wanda.open('/administration/people/add');
    await wanda.page.locator('input[name="name"]').fill(long);
    await wanda.press('Register them');
    expect(await wanda.page.locator('.govuk-error-summary').innerText()).toContain('Write at most 120 characters.');
    expect(await wanda.page.locator('input[name="name"]').inputValue()).toBe(long);
  });

  it('of 10,000 characters of somebody who is referred is refused like that too', async () => {
    const long = 'W'.repeat(10_000);
    const marek = await readerOf(site.app, { ...product, sessionKeys: site.sessionKeys }, 'marek.nowak');
    const typed = { area: 'medway', 'victim.givenNames': 'Zoe', 'victim.familyName': long };
    const answer = await marek.post('/refer', { ...formOn(await marek.get('/refer'))?.fields, ...typed });
    expect(answer.status).toBe(422);
    expect(answer.document.querySelector('.govuk-error-summary')?.textContent).toContain('Write at most');
    expect(typedInto(answer, 'victim.familyName')).toBe(long);
  });

  it('with a mark that turns the direction of what follows is refused', async () => {
    const { status, body } = await refer('Anna \u202e', 'Marsh');
    expect(status).toBe(400);
    expect(body.parts.map(({ at }) => at)).toEqual(['victim.givenNames']);
  });
});
