import { beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import { addDays, londonDate } from '../../domain/calendar/london.ts';
import { aReferralBody } from '../api/officeForTest.ts';
import { siteForFile } from './siteForFile.ts';
import type { Visitor } from './visitor.ts';

const here = siteForFile();
let amy: Visitor;
let reference: string;

beforeAll(async () => {
  reference = (await here.as('marek.nowak').post('/referrals', aReferralBody())).body.reference;
  const coordinator = here.as('amy.adeyemi');
  await coordinator.post(`/cases/${reference}/screening`, { outcome: 'accept' });
  const at = `${addDays(londonDate(here.product.clock.now()), 3)}T10:00Z`;
  const hearing = await coordinator.post(`/cases/${reference}/hearings`, { at, where: 'Maidstone Magistrates’ Court' });
  expect(hearing.body).toMatchObject({ status: 'recorded' });
  const day = { at: addDays(londonDate(here.product.clock.now()), 5) };
  await coordinator.post(`/cases/${reference}/hearings`, day);
  await coordinator.post(`/cases/${reference}/live-dates`, { ...day, kind: 'nonMolestation' });
  amy = await here.site.signInAs('amy.adeyemi');
}, 240_000);

describe('the court diary', { timeout: 180_000 }, () => {
  it('shows hearings by day, filtered by the address', async () => {
    await amy.open('/court-diary');
    expect(await amy.text()).toContain(reference);
    // Of the second hearing the day alone is known, of the order too.
    expect(await amy.text()).toContain('Midday, or at a time not known yet');
    expect(await amy.text()).toContain('On that day');
    await amy.open(`/cases/${reference}`);
    expect(await amy.page.locator('section[aria-labelledby="court"]').innerText()).toMatch(
      /day \d+ \w+.*, at midday, or at a time not known yet/,
    );
    await amy.open('/court-diary?area=medway');
    expect(await amy.text()).toContain('Nothing stands in the diary for this.');
    const narrow = await here.site.signInAs('ines.moreau', { viewport: { width: 320, height: 700 } });
    await narrow.open('/court-diary');
    expect(await narrow.text()).not.toContain(reference);
  });

  it('has for whoever goes along, on a phone too, what takes them there: the case stays closed', async () => {
    const nuala = await here.site.signInAs('nuala.brennan', { viewport: { width: 320, height: 700 } });
    await nuala.open('/court-diary');
    expect(await nuala.text()).toContain('You are down to go along to no hearing in the next four weeks.');
    const at = `${addDays(londonDate(here.product.clock.now()), 9)}T10:00Z`;
    const hearing = {
      at,
      where: 'Larkfield Crown Court',
      note: 'Not said.',
      goesAlong: [idOf('practitioner', 'nuala.brennan')],
    };
    await here.as('amy.adeyemi').post(`/cases/${reference}/hearings`, hearing);
    // Where the message about it leads.
    await nuala.open('/court-diary?days=365');
    const main = await nuala.page.locator('main').innerText();
    for (const words of [
      reference,
      'Larkfield Crown Court',
      'Ask the coordinator of Maidstone',
      'Goes along: Nuala Brennan',
    ])
      expect(main).toContain(words);
    for (const secret of ['Idonya', 'Lanternmere', 'Not said', 'Magistrates']) expect(main).not.toContain(secret);
    expect(await nuala.page.locator(`main a[href*="${reference}"]`).count()).toBe(0);
    expect(await nuala.page.getByLabel('Area').count()).toBe(0);
    expect(await nuala.page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    expect((await nuala.open(`/cases/${reference}`))?.status()).toBe(404);
    await nuala.open('/court-diary/feed');
    await nuala.page.getByLabel('Make a new address').check();
    await nuala.press('Do it');
    const address = /http\S+\.ics/.exec(await nuala.text())?.[0] ?? '';
    const calendar = (await (await nuala.page.request.get(address)).text()).replaceAll('\r\n ', '');
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(calendar).toContain(`SUMMARY:${reference}: hearing`);
    expect(calendar).toContain(`/court-diary?from=${at.slice(0, 10)}&days=7`);
    expect(calendar).not.toMatch(/Larkfield|\/cases\//);
  });

  it('is in somebody’s own calendar under a secret address, with opaque titles, until it is taken back', async () => {
    let form = '';
    const made = async () => {
      await amy.open('/court-diary/feed');
      await amy.page.getByLabel('Make a new address').check();
      form = String(
        await amy.page.evaluate("new URLSearchParams(new FormData(document.querySelector('main form'))).toString()"),
      );
      await amy.press('Do it');
      return /http\S+\.ics/.exec(await amy.text())?.[0] ?? '';
    };
    const first = await made();
    const stranger = await here.site.visitor();
    const read = async (address: string) => {
      const answer = await stranger.page.request.get(address);
      return { status: answer.status(), text: await answer.text() };
    };
    const calendar = await read(first);
    expect(calendar.status).toBe(200);
    expect(calendar.text).toContain(`SUMMARY:${reference}: hearing`);
    expect(calendar.text.replaceAll('\r\n ', '')).toContain('hearing\\, midday\\, or at a time not known yet');
    for (const secret of ['Idonya', 'Magistrates', 'Lanternmere']) expect(calendar.text).not.toContain(secret);
    const kept = await here.product.store.prisma.calendarFeed.findFirstOrThrow();
    expect(first).not.toContain(kept.tokenHash);
    const second = await made();
    expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200]);
    await here.product.store.prisma.practitioner.updateMany({
      where: { subject: 'amy.adeyemi' },
      data: { endsOn: new Date('2020-01-01') },
    });
    expect((await read(second)).status).toBe(404);
    await here.product.store.prisma.practitioner.updateMany({
      where: { subject: 'amy.adeyemi' },
      data: { endsOn: null },
    });
    await amy.open('/court-diary/feed');
    await amy.page.getByLabel('Take the address back').check();
    await amy.press('Do it');
    expect((await read(second)).status).toBe(404);
    // The form that made it, gone back to and sent again, brings nothing to life.
    await amy.page.request.post(`${here.site.url}/court-diary/feed`, {
      data: form,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect((await read(second)).status).toBe(404);
  });
});
