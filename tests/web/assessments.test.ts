import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { startSiteForTest, type TestSite } from './siteForTest.ts';
import type { Visitor } from './visitor.ts';

let product: TestProduct;
let site: TestSite;
let marek: Visitor;
let amy: Visitor;
/** The page of the assessment that marek.nowak records, and the two people it is about. */
let address: string;

beforeAll(async () => {
  product = await startWorkerForTest();
  site = await startSiteForTest(product);
  marek = await site.signInAs('marek.nowak');
  amy = await site.signInAs('amy.adeyemi');
}, 240_000);
afterAll(async () => {
  await site?.stop();
  await product?.stop();
});

const pathOf = ({ page }: Visitor) => new URL(page.url()).pathname;

describe('an assessment without a referral', { timeout: 240_000 }, () => {
  it('says what is missing, and that nothing can be said of the risk without a grade or a checklist', async () => {
    await marek.open('/assessments/new');
    await marek.press('Record the assessment');
    const summary = () => marek.page.locator('.govuk-error-summary').innerText();
    expect(await summary()).toContain('Choose the area the victim lives in.');
    const { page } = marek;
    await page.locator('#area').selectOption('medway');
    for (const [who, given] of [
      ['victim', 'Merewyn'],
      ['perpetrator', 'Lambert'],
    ] as const) {
      await page.locator(`#${who}-givenNames`).fill(given);
      await page.locator(`#${who}-familyName`).fill('Thistlecombe');
      await page.locator(`#${who}-dateOfBirth`).fill(who === 'victim' ? '5/4/1990' : '30/1/1987');
    }
    await page.locator('#relationship').selectOption('partner');
    await marek.press('Record the assessment');
    expect(await summary()).toContain('Give a DASH, its count, or a grade');
  });

  it('is counted from its checklist; high, it says by when it is to be referred and by what name it is owed', async () => {
    for (let index = 0; index < 24; index += 1)
      await marek.page
        .locator(`input[name="assessment.answers.${index}"][value="${index < 15 ? 'yes' : 'no'}"]`)
        .check();
    await marek.press('Record the assessment');
    address = pathOf(marek);
    const text = await marek.text();
    for (const words of [
      'Leads to MARAC, and not referred',
      'it has to become a referral, due',
      'DASH: 15 ticks',
      'Merewyn Thistlecombe',
    ])
      expect(text).toContain(words);
    await marek.open('/assessments');
    expect(await marek.page.locator(`a[href="${address}"]`).count()).toBe(1);
  });

  it('becomes a referral that begins with what it says', async () => {
    await marek.open(address);
    await marek.follow('Make a referral of it');
    await marek.press('Begin the referral');
    expect(pathOf(marek)).toMatch(/^\/refer\/drafts\/.*\/known$/);
    await marek.press('Go on with the referral');
    const valueOf = (id: string) => marek.page.locator(`#${id}`).inputValue();
    expect(await valueOf('victim-dateOfBirth')).toBe('5/4/1990');
    expect(await valueOf('perpetrator-familyName')).toBe('Thistlecombe');
    expect(await valueOf('relationship')).toBe('partner');
    expect(await marek.page.locator('[data-dash-count]').innerText()).toBe('15 yes so far, 24 of 24 answered');
  });

  it('stands among what is stuck until somebody decides, with a reason and by name, that it is not referred', async () => {
    await amy.open('/exceptions?area=medway');
    expect(await amy.text()).toContain('An assessment leads to MARAC, and nobody has referred it.');
    await amy.follow('Refer the two to MARAC');
    expect(pathOf(amy)).toBe(`${address}/referral`);
    await amy.follow('The assessment');
    await amy.follow('Decide that it leads to no referral');
    expect(await amy.text()).toContain('Merewyn Thistlecombe, born 5/4/1990');
    await amy.press('Record the decision');
    expect(await amy.text()).toContain('Write why it leads to no referral');
    await amy.page.locator('#reason').fill('The same incident was referred by the hospital.');
    await amy.press('Record the decision');
    const text = await amy.text();
    for (const words of ['Decided not to refer', 'The same incident was referred by the hospital.', 'Amy Adeyemi'])
      expect(text).toContain(words);
    await amy.open('/exceptions');
    expect(await amy.page.locator(`a[href="${address}"]`).count()).toBe(0);
    // The form of before leads to what became of it.
    await amy.open(`${address}/not-referred`);
    expect(pathOf(amy)).toBe(address);
  });

  it('below the threshold is with a service by name, which takes it on, gives it back, and sees it no more', async () => {
    const { page } = marek;
    await marek.open('/assessments/new');
    await page.locator('#area').selectOption('maidstone');
    for (const [who, given] of [
      ['victim', 'Sunniva'],
      ['perpetrator', 'Godwin'],
    ] as const) {
      await page.locator(`#${who}-givenNames`).fill(given);
      await page.locator(`#${who}-familyName`).fill('Quillfeather');
    }
    await page.locator('#relationship').selectOption('partner');
    await page.locator('#policeGrade').selectOption('medium');
    await marek.press('Record the assessment');
    const below = pathOf(marek);
    expect(await marek.text()).toContain('Until they have, nobody has it.');

    const xanthe = await site.signInAs('xanthe.rowley');
    await xanthe.open('/');
    await xanthe.follow(/handed over to your service/);
    expect(pathOf(xanthe)).toBe('/assessments');
    expect(await xanthe.text()).toContain('To be answered by');
    // What her service was asked is what she finds without choosing, and a task with its date.
    await xanthe.open('/assessments');
    expect(await xanthe.page.locator(`a[href="${below}"]`).count()).toBe(1);
    await xanthe.open('/tasks');
    expect(await xanthe.text()).toMatch(/Assessment of (today|yesterday|\w+day)/i);
    await xanthe.follow(/^Answer for the service/);
    expect(pathOf(xanthe)).toBe(below);
    await marek.open('/assessments');
    expect(
      await marek.page.locator(`a[href="${below}"]`).count(),
      'the police look for what waits for a referral',
    ).toBe(0);
    await xanthe.open(below);
    expect(await xanthe.text()).toContain('Nothing here says how contact is safe. Ask');
    await xanthe.follow('Say that the service takes it on');
    await xanthe.press('It is taken on');
    expect(await xanthe.text()).toContain('Taken on by a service');
    await xanthe.follow('Give it back');
    await xanthe.press('Record the refusal');
    expect(await xanthe.text()).toContain('Write why it is not taken on');
    await xanthe.page.locator('#reason').fill('She has moved to Medway.');
    await xanthe.press('Record the refusal');
    expect(pathOf(xanthe)).toBe('/assessments');
    expect((await xanthe.open(below))?.status()).toBe(404);

    await amy.open('/exceptions?area=maidstone');
    await amy.follow('Ask another service, or decide');
    const text = await amy.text();
    for (const words of ['Refused by the service, and nobody has it', 'She has moved to Medway.'])
      expect(text).toContain(words);
    await amy.follow('Ask another service');
    await amy.page.locator('#to').selectOption('mdas');
    await amy.press('Hand it over');
    expect(await amy.text()).toContain('Handed over, no answer yet');
    await amy.follow('Decide that no service is asked');
    await amy.page.locator('#reason').fill('She wants nobody to call, and knows whom to ask.');
    await amy.press('Record the decision');
    expect(await amy.text()).toContain('Why no service is asked');
  });

  it('is not there for an agency that has no part in it, at the width of a phone neither', async () => {
    const owen = await site.signInAs('owen.tregear', { viewport: { width: 320, height: 640 } });
    for (const page of ['', '/referral', '/not-referred'])
      expect((await owen.open(`${address}${page}`))?.status()).toBe(404);
    await owen.open('/assessments?status=notReferred');
    expect(await owen.text()).not.toContain('Thistlecombe');
    const marekOutside = await site.signInAs('marek.nowak', { viewport: { width: 320, height: 640 } });
    await marekOutside.open('/assessments?status=notReferred');
    expect(await marekOutside.text()).toContain('Thistlecombe');
    await marekOutside.open(address);
  });
});
