import type { BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { startSiteForTest, type TestSite } from './siteForTest.ts';
import type { Visitor } from './visitor.ts';

let product: TestProduct;
let site: TestSite;

const timeout = 240_000;

beforeAll(async () => {
  product = await startWorkerForTest();
  site = await startSiteForTest(product);
}, timeout);
afterAll(async () => {
  await site?.stop();
  await product?.stop();
});

/** Script that must come back as text, and letters that must come back as they were. */
const narrative = 'He said <script>alert("x")</script> – Zoë, Łukasz, سلام and 👩‍👧 were there.';

/** Begins a referral about the two people of this test and comes to the question whether they are known. */
async function begin(subject: string, options?: BrowserContextOptions, victim = 'Elowenna'): Promise<Visitor> {
  const somebody = await site.signInAs(subject, options);
  const { page } = somebody;
  await somebody.open('/refer');
  await page.getByLabel('Area the victim lives in').selectOption('medway');
  await page.locator('#victim-givenNames').fill(victim);
  await page.locator('#victim-familyName').fill('Willowmere');
  await page.locator('#victim-dateOfBirth').fill('14/6/1989');
  await page.locator('#perpetrator-givenNames').fill('Tobin');
  await page.locator('#perpetrator-familyName').fill('Harrowgate');
  await somebody.press('Continue');
  return somebody;
}

async function fillIn({ page }: Visitor): Promise<void> {
  await page.getByLabel('Visible high risk', { exact: false }).first().check();
  await page.getByLabel('What happened, and why you are worried').fill(narrative);
  for (const question of ['sex', 'ethnicity', 'sexualOrientation', 'genderIdentity', 'disability'])
    await page.locator(`#victim-equality-${question}`).selectOption('notAsked');
  await page.getByLabel('Phone', { exact: true }).check();
  await page.locator('#safeContact-numbers').fill('07700 900123');
  await page.locator('input[name="safeContact.mayLeaveMessage"][value="no"]').check();
  await page.locator('#relationship').selectOption('formerPartner');
  await page.locator('input[name="consent.given"][value="yes"]').check();
}

async function answerChecklist({ page }: Visitor, count: number, yes: number): Promise<void> {
  for (let index = 0; index < count; index += 1)
    await page.locator(`input[name="assessment.answers.${index}"][value="${index < yes ? 'yes' : 'no'}"]`).check();
}

const addressOf = ({ page }: Visitor) => new URL(page.url()).pathname;
const summaryOf = ({ page }: Visitor) => page.locator('.govuk-error-summary').innerText();

describe('a referral', { timeout }, () => {
  it('begins with whom it is about, and says what is missing of that', async () => {
    const marek = await site.signInAs('marek.nowak');
    await marek.open('/refer');
    await marek.press('Continue');
    expect(await summaryOf(marek)).toContain('Choose the area the victim lives in.');
    expect(await summaryOf(marek)).toContain('Write the victim’s first names.');
    expect(await marek.page.locator('#victim-familyName-error').isVisible()).toBe(true);
  });

  it('is saved, gone on with, checked in the words of the form, sent, and has a receipt about nobody', async () => {
    const marek = await begin('marek.nowak');
    expect(await marek.text()).toContain('There is no case that you may see.');
    await marek.press('Go on with the referral');
    const draft = addressOf(marek);
    await marek.press('Check your answers');
    expect(await summaryOf(marek)).toContain('Say what happened and why you refer it.');
    expect(await summaryOf(marek)).toContain('Say whether the victim agrees to the referral.');

    await fillIn(marek);
    await answerChecklist(marek, 20, 15);
    await marek.press('Check your answers');
    expect(await summaryOf(marek)).toContain('Question 21: choose yes, no');
    expect(await marek.page.locator('#narrative').inputValue()).toBe(narrative);
    expect(await marek.page.locator('[data-dash-count]').innerText()).toBe('15 yes so far, 20 of 24 answered');

    await answerChecklist(marek, 24, 15);
    await marek.press('Save and come back later');
    expect(await marek.text()).toContain('Nothing was sent yet.');
    await marek.follow('Elowenna Willowmere');
    expect(addressOf(marek)).toBe(draft);
    expect(await marek.page.locator('#narrative').inputValue()).toBe(narrative);

    await marek.press('Check your answers');
    expect(addressOf(marek)).toBe(`${draft}/check`);
    const checked = await marek.text();
    for (const words of [narrative, 'Former partner', 'Medway', '15 yes so far, 24 of 24 answered'])
      expect(checked).toContain(words);
    await marek.follow('Change 1. Were you hurt in what has just happened?');
    expect(new URL(marek.page.url()).hash).toBe('#assessment-answers-0');
    await marek.page.locator('input[name="assessment.answers.0"][value="no"]').check();
    await marek.press('Check your answers');
    expect(await marek.text()).toContain('14 yes so far, 24 of 24 answered');

    await marek.press('Send the referral');
    await untilDecided(marek);
    const receipt = addressOf(marek);
    expect(receipt).toMatch(/\/refer\/receipts\/[A-Z0-9]{4}-[A-Z0-9]{4}$/);
    expect(await marek.heading()).toBe('Receipt of a referral');
    // A receipt is printed and left lying about: nobody is named in it but who sent it.
    for (const secret of [narrative, 'Willowmere', 'Harrowgate']) expect(await marek.text()).not.toContain(secret);
    const row = await product.store.prisma.referralDraft.findUniqueOrThrow({
      where: { id: draft.split('/')[3] ?? '' },
    });
    expect([row.sealed.length, row.wrapped.length]).toEqual([0, 0]);

    for (const gone of [draft, `${draft}/check`, `${draft}/known`]) {
      await marek.open(gone);
      expect(addressOf(marek)).toBe(receipt);
    }
    await marek.follow('What you sent, and where it stands');
    const amy = await site.signInAs('amy.adeyemi');
    await amy.open(addressOf(marek));
    expect(await amy.text()).toContain(narrative);
  });

  it('shows whoever may see the first one that the two are known, before it is sent', async () => {
    const amy = await begin('amy.adeyemi', {}, 'Elowena');
    const text = await amy.text();
    expect(text).toContain('A name that sounds the same, same date of birth');
    expect(text).toContain('Elowenna Willowmere');
    const nuala = await begin('nuala.brennan', {}, 'Elowena');
    expect(await nuala.text()).toContain('There is no case that you may see.');
    expect(await nuala.text()).not.toContain('Elowenna');
  });

  it('is read by nobody but its author while it is a draft, and lies sealed', async () => {
    const marek = await begin('marek.nowak', {}, 'Fenella');
    const draft = addressOf(marek).replace('/known', '');
    const amy = await site.signInAs('amy.adeyemi');
    for (const page of ['', '/known', '/check', '/remove'])
      expect((await amy.open(`${draft}${page}`))?.status(), page).toBe(404);
    await amy.open('/refer');
    expect(await amy.text()).not.toContain('Fenella');
    const { sealed } = await product.store.prisma.referralDraft.findUniqueOrThrow({
      where: { id: draft.split('/')[3] ?? '' },
    });
    expect(Buffer.from(sealed).toString('latin1')).not.toContain('Fenella');
  });

  it('that was saved in another window meanwhile is not overwritten, and what was typed stays', async () => {
    const marek = await begin('marek.nowak', {}, 'Genevieve');
    await marek.press('Go on with the referral');
    const first = addressOf(marek);
    const second = await site.signInAs('marek.nowak');
    await second.open(first);
    await marek.page.locator('#narrative').fill('The first window.');
    await marek.press('Save and come back later');
    await second.page.locator('#narrative').fill('The second window.');
    await second.press('Save and come back later');
    expect(addressOf(second)).toBe(first);
    expect(await second.text()).toContain('What you typed still stands below.');
    expect(await second.page.locator('#narrative').inputValue()).toBe('The second window.');
    await marek.open(first);
    expect(await marek.page.locator('#narrative').inputValue()).toBe('The first window.');
  });

  it('fits a phone, needs no scripts, and sent twice it is one referral', async () => {
    const nuala = await begin('nuala.brennan', { viewport: { width: 320, height: 640 }, javaScriptEnabled: false });
    await nuala.press('Go on with the referral');
    await fillIn(nuala);
    await answerChecklist(nuala, 24, 16);
    await nuala.press('Check your answers');
    const send = await repeatable(nuala);
    const before = await product.store.prisma.case.count();
    const answers = [await send(), await send(), ...(await Promise.all([send(), send()]))];
    expect(answers.map((answer) => answer.status())).toEqual([303, 303, 303, 303]);
    // Where it could not be decided at once, the first leads to the page that waits for it.
    const references = answers.map((answer) => answer.headers()['location']?.match(/[A-Z0-9]{4}-[A-Z0-9]{4}$/)?.[0]);
    expect(references).toEqual(references.map(() => expect.stringMatching(references[0] ?? 'none') as string));
    expect(await product.store.prisma.case.count()).toBe(before + 1);
  });

  it('is given up at once where its author says so, and forgotten two weeks after it was last saved', async () => {
    const marek = await begin('marek.nowak', {}, 'Hesper');
    const forgotten = addressOf(marek);
    const given = await begin('marek.nowak', {}, 'Isolde');
    await given.follow('Give it up');
    await given.press('Remove it');
    expect(await given.text()).not.toContain('Isolde');
    expect(await given.text()).toContain('Hesper');
    product.clock.advance(15 * 24 * 3_600_000);
    const later = await site.signInAs('marek.nowak');
    expect((await later.open(forgotten))?.status()).toBe(404);
    expect(await product.store.prisma.referralDraft.count()).toBe(0);
  });
});

/** On a crowded machine a referral is kept before it is decided: the page that says so leads on. */
async function untilDecided(visitor: Visitor): Promise<void> {
  if (!addressOf(visitor).startsWith('/commands/')) return;
  await visitor.page.getByRole('heading', { name: 'It is recorded' }).waitFor({ timeout: 60_000 });
  await visitor.follow('Go on');
}

/** What the form on a page sends, to be sent as often as one likes. */
async function repeatable({ page }: Visitor) {
  const sent = await page.evaluate<[string, string][]>(
    "[...new FormData(document.querySelector('main form'))].map(([name, value]) => [name, value])",
  );
  const address = page.url();
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: site.url };
  const data = new URLSearchParams(sent).toString();
  return async () => page.request.post(address, { data, headers, maxRedirects: 0 });
}
