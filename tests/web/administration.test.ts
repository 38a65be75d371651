import { beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import { aReferralBody } from '../api/officeForTest.ts';
import { siteForFile } from './siteForFile.ts';
import type { Visitor } from './visitor.ts';

const here = siteForFile();
let wanda: Visitor;
let reference: string;

beforeAll(async () => {
  const sent = await here.as('marek.nowak').post('/referrals', aReferralBody({ area: 'medway' }));
  expect(sent.status).toBe(201);
  reference = sent.body.reference;
  wanda = await here.site.signInAs('wanda.osei');
}, 240_000);

const person = (subject: string) => `/administration/people/${idOf('practitioner', subject)}`;
const administer = (address: string, body: object, by = 'wanda.osei') =>
  here.as(by).post<{ id: string }>(address, body);
const choose = (visitor: Visitor, field: string, value: string) =>
  visitor.page.locator(`select[name="${field}"]`).selectOption(value);
const type = (visitor: Visitor, field: string, text: string) =>
  visitor.page.locator(`input[name="${field}"], textarea[name="${field}"]`).fill(text);

describe('the system administrator', { timeout: 240_000 }, () => {
  it('ends somebody’s access while they are signed in, and whatever they have open does nothing any more', async () => {
    const hugo = await here.site.signInAs('hugo.brandt');
    const phone = await here.site.signInAs('hugo.brandt');
    expect((await hugo.open('/overdue'))?.status()).toBe(200);
    expect((await here.as('hugo.brandt').get('/overdue')).status).toBe(200);
    await wanda.open(person('hugo.brandt'));
    await wanda.follow('End their access, or set the last day');
    await wanda.page.getByLabel('Now', { exact: true }).check();
    await wanda.press('Set it');
    expect(await wanda.text()).toContain('They have no access any more.');
    expect(await wanda.text()).toContain('No access: left');
    for (const browser of [hugo, phone]) {
      await browser.page.goto(`${here.site.url}/overdue`);
      expect(await browser.page.locator('h1').allInnerTexts()).not.toContain('Overdue');
      expect(browser.page.url()).not.toBe(`${here.site.url}/overdue`);
    }
    expect(await here.product.store.prisma.pageSession.count({ where: { subject: 'hugo.brandt' } })).toBe(0);
    expect((await here.as('hugo.brandt').get('/overdue')).status).toBe(403);
    // And back, by the API: the session that was ended stays ended.
    expect((await administer(`${person('hugo.brandt')}/end`, { lastDay: 'none' })).status).toBe(200);
    expect((await here.as('hugo.brandt').get('/overdue')).status).toBe(200);
    await hugo.page.goto(`${here.site.url}/overdue`);
    expect(hugo.page.url()).not.toBe(`${here.site.url}/overdue`);
  });

  it('registers somebody, gives them a post, and they can work', async () => {
    await wanda.open('/administration');
    await wanda.follow('People');
    await wanda.follow('Register somebody');
    await wanda.press('Register them');
    expect(await wanda.text()).toContain('Write their name.');
    await type(wanda, 'name', 'Arvid Stranger');
    await type(wanda, 'email', 'arvid.stranger@marac.example');
    await type(wanda, 'subject', 'a.stranger');
    await wanda.press('Register them');
    expect(await wanda.text()).toContain('Arvid Stranger is registered.');
    const arvid = await here.site.signInAs('a.stranger');
    expect(await arvid.text()).toContain('not registered');
    await wanda.follow('Give them a post');
    await choose(wanda, 'role', 'coordinator');
    await wanda.press('Give them the post');
    expect(await wanda.text()).toContain('say for which area');
    await choose(wanda, 'area', 'medway');
    await wanda.press('Give them the post');
    expect(await wanda.text()).toContain('They hold the post: MARAC coordinator.');
    expect((await arvid.open(`/cases/${reference}`))?.status()).toBe(200);
    await wanda.follow(/^End it: MARAC coordinator/);
    await wanda.page.getByLabel('Now', { exact: true }).check();
    await wanda.press('End the post');
    expect(await wanda.text()).toContain('The end of the post is set.');
    expect((await arvid.open(`/cases/${reference}`))?.status()).toBe(403);
  });

  it('takes a post up again that had ended, and gives none twice', async () => {
    const post = { role: 'chair', area: 'thanet', from: '2026-01-01' };
    const given = await administer(`${person('nuala.brennan')}/posts`, post);
    expect(given.status).toBe(201);
    expect((await administer(`${person('nuala.brennan')}/posts`, post)).body.code).toBe('POST_HELD');
    const { id } = await here.product.store.prisma.appointment.findFirstOrThrow({
      where: { practitionerId: idOf('practitioner', 'nuala.brennan'), role: 'chair' },
    });
    expect((await administer(`${person('nuala.brennan')}/posts/${id}/end`, { lastDay: 'now' })).status).toBe(200);
    expect((await administer(`${person('nuala.brennan')}/posts`, post)).status).toBe(201);
    expect((await administer(`${person('nuala.brennan')}/posts/${id}/end`, { lastDay: 'now' })).status).toBe(200);
  });

  it('sees no case, and cannot come to see one: not for themselves, and not beside their post', async () => {
    expect((await here.as('wanda.osei').get(`/cases/${reference}`)).status).toBe(404);
    const post = { role: 'coordinator', area: 'medway', from: '2026-01-01' };
    expect((await administer(`${person('wanda.osei')}/posts`, post)).body.code).toBe('OWN_POST');
    expect((await administer(`${person('wanda.osei')}/end`, { lastDay: 'none' })).body.code).toBe('OWN_POST');
    const second = { name: 'Second Administrator', email: 'second@marac.example', subject: 'second.admin' };
    const { id } = (await administer('/administration/people', second)).body;
    const system = { role: 'systemAdministrator', from: '2026-01-01' };
    expect((await administer(`/administration/people/${id}/posts`, system)).status).toBe(201);
    expect((await administer(`/administration/people/${id}/posts`, post)).body.code).toBe('POSTS_APART');
    expect((await administer(`${person('amy.adeyemi')}/posts`, system)).body.code).toBe('POSTS_APART');
    expect((await administer(`${person('wanda.osei')}/posts`, post, 'second.admin')).body.code).toBe('POSTS_APART');
  });

  it('enters an absence with somebody who may stand in, and takes it back', async () => {
    await wanda.open(person('ines.moreau'));
    await wanda.follow('Enter an absence');
    await type(wanda, 'from', '1/6/2030');
    await type(wanda, 'until', '14/6/2030');
    await choose(wanda, 'cover', idOf('practitioner', 'joanna.pike'));
    await wanda.press('Enter the absence');
    expect(await wanda.text()).toContain('They do not work for the same agency or area.');
    await choose(wanda, 'cover', idOf('practitioner', 'kwame.boateng'));
    await wanda.press('Enter the absence');
    expect(await wanda.text()).toContain('Kwame Boateng stands in');
    await wanda.follow(/^Take it back/);
    expect(await wanda.text()).toContain('Kwame Boateng sees their cases and has their tasks no more.');
    await wanda.press('Take it back');
    expect(await wanda.text()).toContain('No absence is entered.');
  });

  it('keeps agencies, services and areas', async () => {
    await wanda.open('/administration/agencies/add');
    await type(wanda, 'name', 'Coastguard');
    await type(wanda, 'code', 'housing');
    await choose(wanda, 'kind', 'housing');
    await wanda.press('Add it');
    expect(await wanda.text()).toContain('This code belongs to another already.');
    await type(wanda, 'code', 'coastguard');
    await wanda.press('Add it');
    expect(await wanda.text()).toContain('Coastguard is added.');
    await wanda.follow('Coastguard');
    await type(wanda, 'name', 'His Majesty’s Coastguard');
    await wanda.press('Change the name');
    expect(await wanda.text()).toContain('His Majesty’s Coastguard');
    await wanda.open('/administration/areas/add');
    await type(wanda, 'name', 'Isle of Grain');
    await type(wanda, 'code', 'isle-of-grain');
    await choose(wanda, 'idvaService', 'medway-idva-service');
    await choose(wanda, 'childrensServices', 'childrens-services-medway');
    await choose(wanda, 'standardRiskService', 'mdas');
    await wanda.press('Add the area');
    await wanda.follow('Isle of Grain');
    await choose(wanda, 'idvaService', 'kent-idva-service');
    await wanda.press('Change the area');
    const area = await here.product.store.prisma.area.findUniqueOrThrow({ where: { code: 'isle-of-grain' } });
    expect(area).toMatchObject({ name: 'Isle of Grain', idvaServiceId: idOf('agency', 'kent-idva-service') });
  });

  it('keeps which children’s services answer for which place, and when the schools are open', async () => {
    await wanda.open('/administration');
    await wanda.follow('Children’s services and schools');
    await wanda.follow('Add the first');
    await type(wanda, 'name', 'Medway Council');
    await type(wanda, 'code', 'medway');
    await choose(wanda, 'childrensServices', 'childrens-services-medway');
    await type(wanda, 'places', 'me4, ME5\nChatham');
    await wanda.press('Add the local authority');
    expect(await wanda.text()).toContain('A place is a postcode district like ME4');
    await type(wanda, 'places', 'me4, ME5\nME2 4');
    await wanda.press('Add the local authority');
    expect(await wanda.text()).toContain('Medway Council is added.');
    expect(await wanda.text()).toContain('ME2 4, ME4, ME5');
    await wanda.follow(/^Enter the terms of a school year/);
    await type(wanda, 'year', '2026/27');
    await type(wanda, 'terms', '1/9/2026 to 16/10/2026\n12/10/2026 to 18/12/2026');
    await type(wanda, 'source', 'Medway Council, March 2026');
    await wanda.press('Enter the school year');
    expect(await wanda.text()).toContain('Each term begins after the end of the one before.');
    await type(wanda, 'terms', '1/9/2026 to 16/10/2026\n2/11/2026 to 18/12/2026');
    await type(wanda, 'closed', '1/9/2026 In-service day\n2/11/2026');
    await wanda.press('Enter the school year');
    expect(await wanda.text()).toContain('The terms of 2026/27 count from now on.');
    expect(await here.product.store.prisma.schoolYear.findMany()).toMatchObject([
      {
        year: '2026/27',
        terms: [
          { from: '2026-09-01', until: '2026-10-16' },
          { from: '2026-11-02', until: '2026-12-18' },
        ],
        closed: [
          { date: '2026-09-01', name: 'In-service day' },
          { date: '2026-11-02', name: 'In-service day' },
        ],
      },
    ]);
    await wanda.follow(/^Change/);
    await type(wanda, 'places', 'ME4');
    await wanda.press('Change the local authority');
    const places = await here.product.store.prisma.coveredPlace.findMany();
    expect(places.map(({ place }) => place)).toEqual(['ME4']);
  });

  it('looks up policy and calendars, and is led to where they are changed with a preview', async () => {
    await wanda.open('/administration/policy?area=medway');
    const text = await wanda.text();
    expect(text).toContain('national-1');
    expect(text).toContain('england-and-wales');
    expect(text).toContain('Bank holidays and policy are announced and changed with a preview of what moves.');
  });

  it('does a thing once, however often the button is pressed, and each thing is noted', async () => {
    const key = 'the same key';
    const body = { name: 'Once Only', email: 'once@marac.example', subject: 'once.only' };
    const send = () =>
      here.as('wanda.osei').post<{ id: string }>('/administration/people', body, { key: key.replaceAll(' ', '-') });
    const [first, second] = [await send(), await send()];
    expect(second.body.id).toBe(first.body.id);
    const noted = await here.product.store.prisma.accessLog.findMany({
      where: { actorId: idOf('practitioner', 'wanda.osei') },
      select: { event: true, asRoles: true },
    });
    for (const event of ['addPerson', 'addPost', 'endPost', 'endAccess', 'enterAbsence', 'removeAbsence', 'addArea'])
      expect(noted).toContainEqual({ event, asRoles: ['systemAdministrator'] });
  });

  it('has pages that fit a phone', async () => {
    const phone = await here.site.signInAs('wanda.osei', { viewport: { width: 320, height: 800 } });
    for (const address of ['', '/people', '/people/add', '/agencies', '/areas', '/areas/medway', '/policy'])
      await phone.open(`/administration${address}`);
    for (const address of ['', '/posts', '/end', '/details', '/absences'])
      await phone.open(`${person('amy.adeyemi')}${address}`);
  });
});

describe('everybody else', { timeout: 240_000 }, () => {
  it('can do none of it, the MARAC administrator neither', async () => {
    const body = { name: 'No', email: 'no@marac.example', subject: 'no.body' };
    for (const subject of ['cerys.maddock', 'amy.adeyemi', 'grace.oyelaran', 'viktor.sandor', 'kwame.boateng']) {
      const caller = here.as(subject);
      expect((await caller.get('/administration/people')).status).toBe(403);
      expect((await caller.post('/administration/people', body)).status).toBe(403);
      expect((await caller.post(`${person('ines.moreau')}/end`, { lastDay: 'now' })).status).toBe(403);
      expect((await caller.post('/administration/agencies', { code: 'x', name: 'X', kind: 'housing' })).status).toBe(
        403,
      );
    }
    expect(await here.product.store.prisma.practitioner.count({ where: { subject: 'no.body' } })).toBe(0);
  });
});

describe('a deny list', { timeout: 240_000 }, () => {
  it('is kept by a coordinator, takes a case out of sight at once, and gives it back', async () => {
    expect((await here.as('ines.moreau').get(`/cases/${reference}`)).status).toBe(200);
    const amy = await here.site.signInAs('amy.adeyemi');
    await amy.open(`/cases/${reference}`);
    await amy.follow('Who must not see it: deny list');
    await amy.page.getByLabel(/Victim:/).check();
    await choose(amy, 'practitioner', idOf('practitioner', 'ines.moreau'));
    await amy.press('Keep them from it');
    expect(await amy.text()).toContain('Write why.');
    await type(amy, 'reason', 'Her brother is the perpetrator’s friend.');
    await amy.press('Keep them from it');
    expect(await amy.text()).toContain('They see nothing of it any more');
    expect((await here.as('ines.moreau').get(`/cases/${reference}`)).status).toBe(404);
    const rows = await here.product.store.prisma.content.findMany({ where: { kind: 'denyReason' } });
    expect(rows).toHaveLength(1);
    expect(Buffer.from(rows[0]?.sealed ?? []).toString('utf8')).not.toContain('brother');
    await amy.follow('Take them off: Ines Moreau');
    await amy.press('Take them off the list');
    expect((await here.as('ines.moreau').get(`/cases/${reference}`)).status).toBe(200);
  });

  it('is kept by nobody whom it names, and nobody puts themselves on it', async () => {
    const address = `/cases/${reference}/deny-list`;
    const naming = (subject: string) => ({
      of: 'perpetrator',
      practitioner: idOf('practitioner', subject),
      reason: 'They are neighbours.',
    });
    expect((await here.as('amy.adeyemi').post(address, naming('amy.adeyemi'))).body.code).toBe('NAMES_ONESELF');
    const named = await here.as('grace.oyelaran').post<{ id: string }>(address, naming('amy.adeyemi'));
    expect(named.status).toBe(201);
    expect((await here.as('grace.oyelaran').post(address, naming('amy.adeyemi'))).body.code).toBe('DENIED_ALREADY');
    expect((await here.as('amy.adeyemi').get(address)).status).toBe(404);
    expect((await here.as('amy.adeyemi').post(`${address}/${named.body.id}/removal`, {})).status).toBe(404);
    expect((await here.as('amy.adeyemi').post(address, naming('ines.moreau'))).status).toBe(404);
    for (const subject of ['cerys.maddock', 'esther.quaye', 'kwame.boateng', 'wanda.osei', 'viktor.sandor'])
      expect([403, 404], subject).toContain((await here.as(subject).get(address)).status);
    expect((await here.as('grace.oyelaran').post(`${address}/${named.body.id}/removal`, {})).status).toBe(200);
    expect((await here.as('amy.adeyemi').get(address)).status).toBe(200);
  });
});
