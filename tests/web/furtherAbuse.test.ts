import { describe, expect, it } from 'vitest';
import { aReferralBody } from '../api/officeForTest.ts';
import { siteForFile } from './siteForFile.ts';
import type { Visitor } from './visitor.ts';

const here = siteForFile();

/** A case of Medway about two people nobody else is about; accepted, its flag runs. */
async function aCase({ accepted }: { readonly accepted: boolean }) {
  const body = aReferralBody({ area: 'medway' });
  const { reference } = (await here.as('marek.nowak').post('/referrals', body)).body;
  if (accepted) await here.as('amy.adeyemi').post(`/cases/${reference}/screening`, { outcome: 'accept' });
  return { reference, family: body.victim.familyName };
}

const happened = 'He waited outside her work <b>again</b>.';

async function fillIn({ page }: Visitor, family: string): Promise<void> {
  for (const [who, name, born] of [
    ['victim', 'Idonya', '5/4/1990'],
    ['perpetrator', 'Corvin', '30/1/1987'],
  ] as const) {
    await page.locator(`#${who}-givenNames`).fill(name);
    await page.locator(`#${who}-familyName`).fill(family);
    await page.locator(`#${who}-dateOfBirth`).fill(born);
  }
}

/** Says what happened today and sends the report. */
async function sendReport(visitor: Visitor): Promise<void> {
  const [year, month, day] = here.product.clock.now().slice(0, 10).split('-');
  await visitor.page.locator('#incidentAtDay').fill(`${day}/${month}/${year}`);
  await visitor.page.getByLabel('What happened, and who says so').fill(happened);
  await visitor.press('Report it');
  expect(await visitor.heading()).toBe('Further abuse reported');
}

/** What a receipt says, without what is its own: its number and when it came. */
const neutralText = async (visitor: Visitor) =>
  (await visitor.text()).replaceAll(/[0-9a-f-]{36}/g, 'number').replaceAll(/today at \S+/g, 'moment');

describe('further abuse on a page', { timeout: 240_000 }, () => {
  it('is asked for in words: what is missing is named, and nothing is sent', async () => {
    const nuala = await here.site.signInAs('nuala.brennan');
    await nuala.follow('Report further abuse');
    await nuala.press('Report it');
    const summary = await nuala.page.locator('.govuk-error-summary').innerText();
    for (const missing of ['Say on which day it happened.', 'Write the victim’s first names.', 'Say what happened.'])
      expect(summary).toContain(missing);
    expect(await here.product.store.prisma.furtherAbuseReport.count()).toBe(0);
  });

  it('reported from a case finds the two filled in, and the receipt leads to the case of the repeat', async () => {
    const { reference } = await aCase({ accepted: true });
    const amy = await here.site.signInAs('amy.adeyemi');
    await amy.open(`/cases/${reference}`);
    await amy.follow('Report further abuse between these two people');
    expect(await amy.page.locator('#victim-dateOfBirth').inputValue()).toBe('5/4/1990');
    await sendReport(amy);
    expect(await amy.text()).toContain('It is a repeat');
    const { newCaseId } = await here.product.store.prisma.furtherAbuseReport.findFirstOrThrow();
    const repeat = () => here.product.store.prisma.case.findUnique({ where: { id: newCaseId ?? '' } });
    await expect.poll(async () => (await repeat())?.stage, { timeout: 60_000 }).toBe('listed');
    await amy.page.reload();
    await amy.follow(/^The new case/);
    expect(await amy.heading()).toContain((await repeat())?.reference);
    expect(await amy.text()).toContain(happened);
  });

  it('has the same receipt for known and unknown people, for whoever did not know, and for governance', async () => {
    const { family } = await aCase({ accepted: true });
    const receipts: string[] = [];
    for (const subject of ['nuala.brennan', 'viktor.sandor']) {
      const somebody = await here.site.signInAs(subject);
      for (const named of [family, 'Nobody Known']) {
        await somebody.open('/further-abuse');
        await fillIn(somebody, named);
        await sendReport(somebody);
        receipts.push((await neutralText(somebody)).replace(/Sent by\s+.*\n/, ''));
      }
    }
    expect(new Set(receipts).size).toBe(1);
    expect(receipts[0]).toContain('Whether they are known is confidential');
  });

  it('of nobody known for sure is read by those who look for them, and by nobody else', async () => {
    const nuala = await here.site.signInAs('nuala.brennan', { viewport: { width: 320, height: 640 } });
    await nuala.open('/further-abuse');
    await fillIn(nuala, 'Seldom Heard');
    await sendReport(nuala);
    const receipt = new URL(nuala.page.url()).pathname;
    const id = receipt.split('/').at(-1) ?? '';
    const amy = await here.site.signInAs('amy.adeyemi');
    expect((await amy.open(receipt))?.status()).toBe(404);
    await amy.open('/exceptions');
    await amy.page.locator(`a[href="/further-abuse/${id}"]`).click();
    expect(await amy.text()).toContain('Nobody on record is meant for sure.');
    for (const words of [happened, 'Idonya Seldom Heard, born 5/4/1990', 'Nuala Brennan'])
      expect(await amy.text()).toContain(words);
    for (const subject of ['owen.tregear', 'ines.moreau', 'wanda.osei'])
      expect((await (await here.site.signInAs(subject)).open(`/further-abuse/${id}`))?.status(), subject).toBe(404);
  });

  it('while no flag runs is kept with the case, where those who see all of it read the words', async () => {
    const { reference, family } = await aCase({ accepted: false });
    const amy = await here.site.signInAs('amy.adeyemi');
    await amy.open('/further-abuse');
    await fillIn(amy, family);
    await sendReport(amy);
    expect(await amy.text()).toContain('on the day it happened no flag ran for the two people');
    await amy.follow(`Their case: ${reference}`);
    await amy.page.locator('section[aria-labelledby="reports"] a').first().click();
    expect(await amy.text()).toContain(happened);
    const address = new URL(amy.page.url()).pathname;
    const marek = await here.site.signInAs('marek.nowak');
    await marek.open(`/cases/${reference}`);
    expect(await marek.page.locator('section[aria-labelledby="reports"]').count()).toBe(0);
    expect((await marek.open(address))?.status()).toBe(404);
  });

  it('of nobody known is settled on its page, by the case it means, and is stuck no more', async () => {
    const { reference } = await aCase({ accepted: true });
    const nuala = await here.site.signInAs('nuala.brennan');
    await nuala.open('/further-abuse');
    await fillIn(nuala, 'Never Before');
    await sendReport(nuala);
    const address = `/further-abuse/${new URL(nuala.page.url()).pathname.split('/').at(-1)}`;
    const amy = await here.site.signInAs('amy.adeyemi');
    await amy.open(address);
    await amy.press('Settle the report');
    await amy.press('Settle the report');
    const summary = () => amy.page.locator('.govuk-error-summary').innerText();
    for (const missing of ['Say what becomes of the report', 'Write why, and how you know'])
      expect(await summary()).toContain(missing);
    await amy.page.getByLabel('It is about the two people of a case').check();
    await amy.page.getByLabel('Why, and how do you know?').fill('Her name was written down wrongly.');
    await amy.press('Settle the report');
    expect(await summary()).toContain('Say which case it is about.');
    await amy.page.getByLabel('The reference of the case').fill(reference);
    await amy.press('Settle the report');
    const text = await amy.text();
    for (const words of [`Matched with case ${reference}.`, 'Amy Adeyemi', 'Her name was written down wrongly.'])
      expect(text).toContain(words);
    await amy.open('/exceptions');
    expect(await amy.page.locator(`a[href="${address}"]`).count()).toBe(0);
    await amy.open(`${address}/settlement`);
    expect(await amy.heading()).toBe('A report of further abuse');
    const { newCaseId } = await here.product.store.prisma.furtherAbuseReport.findFirstOrThrow({
      where: { id: address.split('/').at(-1) ?? '' },
    });
    const repeat = () => here.product.store.prisma.case.findUnique({ where: { id: newCaseId ?? '' } });
    await expect.poll(async () => (await repeat())?.stage, { timeout: 60_000 }).toBe('listed');
  });

  it('is taken out of a case on its page where it is about others, and waits among what is stuck again', async () => {
    const { reference, family } = await aCase({ accepted: true });
    const nuala = await here.site.signInAs('nuala.brennan');
    await nuala.open('/further-abuse');
    await fillIn(nuala, family);
    await sendReport(nuala);
    const id = new URL(nuala.page.url()).pathname.split('/').at(-1) ?? '';
    const row = () => here.product.store.prisma.furtherAbuseReport.findUniqueOrThrow({ where: { id } });
    await expect.poll(async () => (await row()).status, { timeout: 60_000 }).toBe('recorded');
    const { newCaseId } = await row();
    const amy = await here.site.signInAs('amy.adeyemi', { viewport: { width: 320, height: 640 } });
    await amy.open(`/further-abuse/${id}`);
    await amy.follow('It is about other people: take it out of the case');
    expect(await amy.heading()).toBe(`Take the report out of case ${reference}`);
    await amy.press('Take the report out');
    expect(await amy.page.locator('.govuk-error-summary').innerText()).toContain(
      'Write how you know that it is about other people',
    );
    await amy.page.getByLabel('How do you know that it is about other people?').fill('The ward mixed up two patients.');
    await amy.press('Take the report out');
    const text = await amy.text();
    for (const words of [
      'The report is taken out',
      'Taken out of a case',
      reference,
      'The ward mixed up two patients.',
    ])
      expect(text).toContain(words);
    await amy.open('/exceptions');
    expect(await amy.page.locator(`a[href="/further-abuse/${id}"]`).count()).toBe(1);
    const repeat = () => here.product.store.prisma.case.findUniqueOrThrow({ where: { id: newCaseId ?? '' } });
    await expect.poll(async () => (await repeat()).repeatOfId, { timeout: 60_000 }).toBeNull();
    await amy.open(`/cases/${(await repeat()).reference}`);
    expect(await amy.text()).toContain('The referral was taken back.');
  });
});
