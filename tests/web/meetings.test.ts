import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '../../contracts/views/caseView.ts';
import type { AgendaView, MinutesView } from '../../contracts/views/meetingDocumentViews.ts';
import type { MeetingBoardView } from '../../contracts/views/meetingBoardView.ts';
import type { MeetingView } from '../../contracts/views/officeViews.ts';
import { addHours, londonDate } from '../../domain/calendar/london.ts';
import { aReferralBody, officeForTest, type Caller } from '../api/officeForTest.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { lookOnPaper } from './onPaper.ts';
import { startSiteForTest, type TestSite } from './siteForTest.ts';
import type { Visitor } from './visitor.ts';

let product: TestProduct;
let site: TestSite;
let as: (subject: string) => Caller;
let amy: Visitor;
let meetingId: string;
/** In the order in which they were listed: the first has no children, the second two. */
const references: string[] = [];

beforeAll(async () => {
  product = await startWorkerForTest();
  site = await startSiteForTest(product);
  ({ as } = officeForTest(product));
  const coordinator = as('amy.adeyemi');
  const startsAt = addHours(new Date().toISOString(), 1 / 60);
  const meeting = { area: 'maidstone', kind: 'emergency', startsAt };
  meetingId = (await coordinator.post<MeetingView>('/meetings', meeting)).body.meetingId;
  const children = [
    { unborn: false, givenNames: 'Perran', familyName: 'Lanternmere', dateOfBirth: '2019-03-02' },
    { unborn: true },
  ];
  for (const more of [{}, { children }]) {
    const { reference } = (await as('marek.nowak').post('/referrals', aReferralBody(more))).body;
    await coordinator.post(`/cases/${reference}/screening`, { outcome: 'accept' });
    await coordinator.post(`/cases/${reference}/grade`, {}, { version: '*' });
    await coordinator.post(`/cases/${reference}/emergency-listing`, { meetingId, reason: 'Cannot wait.' });
    references.push(reference);
  }
  await until(async () => {
    const { body } = await coordinator.get<MeetingBoardView>(`/meetings/${meetingId}`);
    return references.every((reference) =>
      body.research.some(({ agency, asked }) => agency === 'police' && asked.includes(reference)),
    );
  });
  amy = await site.signInAs('amy.adeyemi');
}, 240_000);
afterAll(async () => {
  await site?.stop();
  await product?.stop();
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It never came to this.');
    await pause(200);
  }
}

describe('a meeting on pages', { timeout: 300_000 }, () => {
  it('stands in the list of meetings, and shows its list in the order of the agenda', async () => {
    await amy.open('/meetings?area=maidstone');
    await amy.page.locator(`a[href="/meetings/${meetingId}"]`).click();
    await amy.look();
    const rows = await amy.page.locator('#list + table tbody th').allInnerTexts();
    const [withAdults = '', withChildren = ''] = references;
    expect(rows.map((row) => row.slice(0, 9))).toEqual([withChildren, withAdults]);
    expect(await amy.text()).toContain('2 children');
  });

  it('has an agenda in the practised order, on the page and as JSON', async () => {
    await amy.follow('Agenda');
    const headings = await amy.page.locator('main h2').allInnerTexts();
    expect(headings).toEqual([
      '1. Confidentiality',
      '2. Unfinished actions of earlier meetings',
      '3. Cases with children',
      '4. Cases with adults only',
      '5. Cases reaching twelve months',
      '6. Other business',
    ]);
    const { body } = await as('amy.adeyemi').get<AgendaView>(`/meetings/${meetingId}/agenda`);
    const [withAdults, withChildren] = references;
    expect(body.casesWithChildren).toMatchObject([{ number: 1, reference: withChildren, children: 2 }]);
    expect(body.casesWithAdults).toMatchObject([{ number: 2, reference: withAdults, children: 0 }]);
    expect(body.casesWithAdults[0]?.missing).toContain('police');
    expect(body.casesWithAdults[0]?.victim).toContain('Idonya');
    const elsewhere = await as('bruno.castelli').get<AgendaView>(`/meetings/${meetingId}/agenda`);
    expect(elsewhere.body).toMatchObject({ casesWithChildren: [], casesWithAdults: [] });
  });

  it('has an agenda that can be put on paper, with no case torn in two', async () => {
    await amy.open(`/meetings/${meetingId}/agenda`);
    await lookOnPaper(amy, '.marac-agenda__case');
  });

  it('is answered by an agency on its own page, with its own cases alone', async () => {
    const quentin = await site.signInAs('quentin.ashby');
    await quentin.open(`/meetings/${meetingId}`);
    await quentin.page.getByRole('link', { name: /^Answer.*case 1/ }).click();
    await quentin.look();
    await quentin.press('Send the answer');
    expect(await quentin.text()).toContain('This was not sent');
    await quentin.page.getByLabel('It holds information').check();
    await quentin.page.getByLabel('What does it know?').fill('Two calls in March. <b>None</b> recorded as a crime.');
    await quentin.press('Send the answer');
    expect(await quentin.text()).toContain('1 of 2 still to come back');
    // What it said is for those who run the meeting: nobody of an agency can open it.
    const { status } = await as('quentin.ashby').get(`/meetings/${meetingId}/cases/${references[1] ?? ''}`);
    expect(status).toBe(403);
    expect((await quentin.open(`/meetings/${meetingId}/attendance`))?.status()).toBe(404);
  });

  it('is run by keyboard: who is there, each case with its actions, until it is concluded', async () => {
    await amy.open(`/meetings/${meetingId}`);
    expect(await amy.page.getByRole('link', { name: 'Conclude the meeting' }).count()).toBe(0);
    await amy.follow('Who is at the table');
    const row = amy.page.locator('tr', { has: amy.page.locator('input[value="police"]') });
    await row.locator('select').first().selectOption('present');
    await amy.press('Record who is there');
    expect(await amy.text()).toContain('Say who it is.');
    await row.locator('input[type="text"]').fill('A. Nother');
    await row.locator('input[type="checkbox"]').check();
    await amy.press('Record who is there');
    await amy.press('Take case 1');
    const page = amy.page;
    const beside = await site.signInAs('amy.adeyemi');
    await beside.open(new URL(page.url()).pathname);
    expect(await amy.text()).toContain('Two calls in March. <b>None</b> recorded as a crime.');
    await page.getByLabel('Who presented it?').selectOption('police');
    await page.getByLabel('Action 1: what is to be done').focus();
    await page.keyboard.type('Change the locks');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Hous');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Stalk');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/cases/${references[0] ?? ''}`);
    await amy.look();
    expect(await amy.text()).toContain(`Case ${references[1] ?? ''} is recorded. Case 2 follows.`);
    // Whoever had it open beside that does not record over it unseen.
    await beside.page.getByLabel('deferred, and listed again by itself').check();
    await beside.page.getByLabel('Why?').selectOption('nobodyCouldBrief');
    await beside.page.getByLabel('In a sentence or two').fill('Nobody came.');
    await beside.press('Record it and go on');
    expect(await beside.text()).toContain('Somebody changed this since you opened it');
    expect(await beside.page.locator('.marac-changed').innerText()).toContain('Change the locks');
    await page.getByLabel('Action 1: what is to be done').fill('Visit');
    await amy.press('Record it and go on');
    expect(await amy.text()).toContain('Say who presented the case');
    await page.getByLabel('deferred, and listed again by itself').check();
    await page.getByLabel('Why?').selectOption('nobodyCouldBrief');
    await page.getByLabel('In a sentence or two').fill('The officer was ill.');
    await amy.press('Record it and go on');
    expect(await amy.text()).toContain('Every case is taken');
    await amy.follow('Conclude the meeting');
    await amy.page.getByText('It did not happen just now').click();
    // The meeting begins a minute after the clock of this test: that it was held today is all that is said.
    const [year = '', month = '', day = ''] = londonDate(product.clock.now()).split('-');
    await amy.page.getByLabel('Day', { exact: true }).fill(`${day}/${month}/${year}`);
    await amy.press('Conclude the meeting');
    expect(await amy.text()).toContain('The meeting is concluded');
    await until(async () => {
      const { body } = await as('amy.adeyemi').get<CaseView>(`/cases/${references[1] ?? ''}`);
      return (
        body.stage === 'heard' && body.actions.some(({ agency, risk }) => agency === 'housing' && risk === 'stalking')
      );
    });
  });

  it('has minutes that are confirmed and go out; an agency reads its own actions alone, and none before', async () => {
    const [, heard = ''] = references;
    const owen = as('owen.tregear');
    const before = await owen.get<MinutesView>(`/meetings/${meetingId}/minutes`);
    expect(before.body).toMatchObject({ state: 'draft', whole: false, cases: [], attendees: [] });
    await amy.open(`/meetings/${meetingId}/minutes`);
    expect(await amy.text()).toContain('A. Nother');
    await amy.follow('The meeting');
    await amy.follow('Confirm the minutes');
    await amy.press('Confirm the minutes');
    await amy.follow('Send the minutes out');
    await amy.press('Send them out');
    const { body } = await owen.get<MinutesView>(`/meetings/${meetingId}/minutes`);
    const own = body.cases.find(({ reference }) => reference === heard);
    expect(own?.actions).toMatchObject([{ agency: 'housing', description: { text: 'Change the locks' } }]);
    expect(own).toMatchObject({ decision: null, minute: null, information: [], risks: [], presentedBy: null });
    const quentin = await as('quentin.ashby').get<MinutesView>(`/meetings/${meetingId}/minutes`);
    expect(quentin.body.cases.flatMap(({ actions }) => actions)).toEqual([]);
  });

  it('has minutes that stay readable while a correction is made, which is shown when it goes out', async () => {
    await amy.open(`/meetings/${meetingId}`);
    await amy.follow('Correct the minutes');
    await amy.page.getByLabel('What is corrected?').fill('The locks are those of the back door.');
    await amy.page.getByLabel('Why?').fill('Misheard.');
    await amy.press('Make the new version');
    const read = async () => (await as('owen.tregear').get<MinutesView>(`/meetings/${meetingId}/minutes`)).body;
    const meanwhile = await read();
    expect(meanwhile).toMatchObject({ state: 'confirmed', versionOut: 1, versions: [{ version: 1 }] });
    expect(meanwhile.cases.flatMap(({ actions }) => actions)).toHaveLength(1);
    await amy.open(`/meetings/${meetingId}/minutes`);
    expect(await amy.text()).toContain('Version 1 is out and stays valid until the next one goes out');
    await as('amy.adeyemi').post(`/meetings/${meetingId}/minutes-sending`, {});
    expect(await read()).toMatchObject({ state: 'sent', versionOut: 2, versions: [{ version: 1 }, { version: 2 }] });
  });

  it('is there at the width of a phone and without scripts', async () => {
    const narrow = await site.signInAs('esther.quaye', { viewport: { width: 320, height: 800 } });
    for (const place of ['', '/agenda', '/minutes']) await narrow.open(`/meetings/${meetingId}${place}`);
    await narrow.open('/meetings');
    await narrow.open('/meetings?when=past');
    const plain = await site.visitor({ javaScriptEnabled: false });
    await plain.page.goto(`${site.url}/sign-in`);
    await plain.page.locator('button[value="amy.adeyemi"]').click();
    await plain.page.goto(`${site.url}/meetings/new`);
    await plain.page.getByLabel('Area').selectOption('maidstone');
    await plain.page.getByLabel('Extra meeting').check();
    await plain.page.getByLabel('Day').fill('9/3/2027');
    await plain.page.getByLabel('Time').fill('9.30am');
    await plain.page.getByRole('button', { name: 'Call the meeting' }).click();
    expect(await plain.text()).toContain('The meeting is called.');
  });
});
