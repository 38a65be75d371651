import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { startSiteForTest, type TestSite } from './siteForTest.ts';
import type { Visitor } from './visitor.ts';

let product: TestProduct;
let site: TestSite;

const patienceMs = 180_000;

beforeAll(async () => {
  product = await startWorkerForTest();
  site = await startSiteForTest(product);
}, patienceMs);
afterAll(async () => {
  await site?.stop();
  await product?.stop();
});

/** Script that must come back as text, and letters that must come back as they were. */
const narrative = 'He said <script>alert("x")</script> – Zoë, Łukasz, سلام and 👩‍👧 were there.';

async function fillIn({ page }: Visitor): Promise<void> {
  await page.getByLabel('Area the victim lives in').selectOption('medway');
  await page.getByLabel('Visible high risk', { exact: false }).first().check();
  await page.getByLabel('What happened, and why you are worried').fill(narrative);
  await page.locator('#victim-givenNames').fill('Elowenna');
  await page.locator('#victim-familyName').fill('Willowmere');
  await page.locator('#victim-dateOfBirth').fill('14/6/1989');
  for (const question of ['sex', 'ethnicity', 'sexualOrientation', 'genderIdentity', 'disability'])
    await page.locator(`#victim-equality-${question}`).selectOption('notAsked');
  await page.getByLabel('Phone', { exact: true }).check();
  await page.locator('#safeContact-numbers').fill('07700 900123');
  await page.locator('input[name="safeContact.mayLeaveMessage"][value="no"]').check();
  await page.locator('#perpetrator-givenNames').fill('Tobin');
  await page.locator('#perpetrator-familyName').fill('Harrowgate');
  await page.locator('#relationship').selectOption('formerPartner');
  await page.locator('input[name="consent.given"][value="yes"]').check();
}

async function answerChecklist({ page }: Visitor, count: number, yes: number): Promise<void> {
  for (let index = 0; index < count; index += 1)
    await page.locator(`input[name="assessment.answers.${index}"][value="${index < yes ? 'yes' : 'no'}"]`).check();
}

describe('referring somebody', () => {
  it(
    'says what is missing, keeps what was typed, and then opens a case with it',
    async () => {
      const marek = await site.signInAs('marek.nowak');
      await marek.open('/refer');
      await marek.press('Send the referral');
      const summary = await marek.page.locator('.govuk-error-summary').innerText();
      expect(summary).toContain('Choose the area the victim lives in.');
      expect(summary).toContain('Say what happened and why you refer it.');

      await fillIn(marek);
      await answerChecklist(marek, 20, 15);
      await marek.press('Send the referral');
      expect(await marek.page.locator('.govuk-error-summary').innerText()).toContain('Question 21: choose yes, no');
      expect(await marek.page.locator('#narrative').inputValue()).toBe(narrative);
      expect(await marek.page.locator('[data-dash-count]').innerText()).toBe('15 yes so far, 20 of 24 answered');

      await answerChecklist(marek, 24, 15);
      await marek.press('Send the referral');
      expect(marek.page.url()).toMatch(/\/refer\/receipts\/[A-Z0-9]{4}-[A-Z0-9]{4}$/);
      expect(await marek.text()).toContain('Your referral was received.');
      // A receipt is printed and left lying about: nobody is named in it but who sent it.
      for (const secret of [narrative, 'Willowmere', 'Harrowgate']) expect(await marek.text()).not.toContain(secret);
      await marek.follow('What you sent, and where it stands');

      const amy = await site.signInAs('amy.adeyemi');
      await amy.open(new URL(marek.page.url()).pathname);
      expect(await amy.text()).toContain(narrative);
    },
    patienceMs,
  );

  it(
    'fits a phone, and sent twice it is one referral',
    async () => {
      const nuala = await site.signInAs('nuala.brennan', { viewport: { width: 320, height: 640 } });
      await nuala.open('/refer');
      await fillIn(nuala);
      await answerChecklist(nuala, 24, 16);
      const sent = await nuala.page.evaluate<Record<string, string>[]>(
        "[...new FormData(document.querySelector('form.marac-referral'))].map(([name, value]) => ({ name, value }))",
      );
      const before = await product.store.prisma.case.count();
      const form = new URLSearchParams();
      for (const { name = '', value = '' } of sent) form.append(name, value);
      const send = () =>
        nuala.page.request.post(`${site.url}/refer`, {
          data: form.toString(),
          headers: { 'content-type': 'application/x-www-form-urlencoded', origin: site.url },
          maxRedirects: 0,
        });
      const [one, other] = [await send(), await send()];
      expect([one.status(), other.status()]).toEqual([303, 303]);
      expect(other.headers()['location']).toBe(one.headers()['location']);
      expect(await product.store.prisma.case.count()).toBe(before + 1);
    },
    patienceMs,
  );
});
