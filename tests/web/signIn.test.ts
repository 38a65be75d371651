import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aReferralBody, officeForTest } from '../api/officeForTest.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { startSiteForTest, type TestSite } from './siteForTest.ts';

let product: TestProduct;
let site: TestSite;
let reference: string;

beforeAll(async () => {
  product = await startWorkerForTest();
  site = await startSiteForTest(product);
  const { as } = officeForTest(product);
  const sent = await as('marek.nowak').post('/referrals', aReferralBody({ area: 'medway' }));
  expect(sent.status).toBe(201);
  reference = sent.body.reference;
});
afterAll(async () => {
  await site?.stop();
  await product?.stop();
});

const sessions = () => product.store.prisma.pageSession.count();

describe('signing in', () => {
  it('leads from a link in a mail, through the sign-in, to the case the mail was about', async () => {
    const amy = await site.visitor();
    await amy.signIn('amy.adeyemi', `/cases/${reference}`);
    expect(amy.page.url()).toBe(`${site.url}/cases/${reference}`);
    expect(await amy.heading()).toContain(reference);
  });

  it('shows the front door to somebody who comes without a link, and lets them in', async () => {
    const ines = await site.visitor();
    await ines.open('/');
    await ines.page.getByRole('button', { name: 'Sign in' }).click();
    await ines.chooseAt('ines.moreau');
    expect(await ines.heading()).toBe('What needs you today');
  });

  it('gives somebody nobody has registered a page that says whom to ask, and nothing else', async () => {
    const arvid = await site.signInAs('a.stranger');
    expect(await arvid.text()).toContain('Ask the system administrator of your partnership');
    expect((await arvid.open(`/cases/${reference}`))?.status()).toBe(403);
  });

  it('never leads anybody to another site', async () => {
    const amy = await site.visitor();
    await amy.signIn('amy.adeyemi', `/sign-in?to=${encodeURIComponent('//elsewhere.example/x')}`);
    expect(amy.page.url()).toBe(`${site.url}/`);
  });

  it('cannot be completed by whoever did not begin it', async () => {
    const answer = await request(site.app).get('/sign-in/callback?code=stolen&state=stolen');
    expect(answer.status).toBe(400);
    expect(answer.headers['set-cookie'] ?? []).not.toContainEqual(expect.stringContaining('marac-session'));
  });
});

describe('a session', () => {
  it('ends when its person signs out, and its token opens nothing afterwards', async () => {
    const amy = await site.signInAs('amy.adeyemi');
    const [cookie] = (await amy.page.context().cookies()).filter(({ name }) => name === 'marac-session');
    const before = await sessions();
    await amy.page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await amy.page.waitForLoadState();
    expect(await sessions()).toBe(before - 1);
    const answer = await request(site.app).get('/account').set('Cookie', `marac-session=${cookie?.value}`);
    expect(answer.status).toBe(303);
    expect(answer.headers['location']).toBe('/sign-in?to=%2Faccount');
  });

  it('ends everywhere at once where its person asks for that', async () => {
    const desk = await site.signInAs('grace.oyelaran');
    const phone = await site.signInAs('grace.oyelaran');
    await desk.open('/account');
    await desk.page.getByRole('button', { name: 'Sign out everywhere' }).click();
    await desk.page.waitForLoadState();
    await phone.page.goto(`${site.url}/account`);
    expect(phone.page.url()).not.toContain('/account');
  });

  it('is another one after every sign-in: a token that was there before opens nothing', async () => {
    const amy = await site.signInAs('amy.adeyemi');
    const token = async () => (await amy.page.context().cookies()).find(({ name }) => name === 'marac-session')?.value;
    const first = await token();
    await amy.signIn('amy.adeyemi');
    expect(await token()).not.toBe(first);
    expect((await request(site.app).get('/account').set('Cookie', `marac-session=${first}`)).status).toBe(303);
  });

  it('runs out after 30 minutes without a request, and after 8 hours with them', async () => {
    const began = Date.parse(product.clock.now());
    const kwame = await site.signInAs('kwame.boateng');
    const [cookie] = (await kwame.page.context().cookies()).filter(({ name }) => name === 'marac-session');
    const ask = () => request(site.app).get('/account').set('Cookie', `marac-session=${cookie?.value}`);
    for (let minutes = 29; minutes < 8 * 60; minutes += 29) {
      product.clock.set(new Date(began + minutes * 60_000).toISOString());
      expect((await ask()).status, `after ${minutes} minutes`).toBe(200);
    }
    product.clock.set(new Date(began + 8 * 3_600_000).toISOString());
    expect((await ask()).status).toBe(303);
    product.clock.set(new Date(began).toISOString());
    const idle = await site.signInAs('kwame.boateng');
    product.clock.set(new Date(began + 30 * 60_000).toISOString());
    await idle.page.goto(`${site.url}/account`);
    expect(idle.page.url()).not.toContain('/account');
    product.clock.set(new Date(began).toISOString());
  });

  it('lets nobody in whose time here has ended, from the next page on', async () => {
    const hugo = await site.signInAs('hugo.brandt');
    const { prisma } = product.store;
    await prisma.practitioner.update({ where: { subject: 'hugo.brandt' }, data: { endsOn: new Date('2026-01-01') } });
    expect((await hugo.open('/account'))?.status()).toBe(403);
    expect(await hugo.text()).toContain('not registered to work here');
    await prisma.practitioner.update({ where: { subject: 'hugo.brandt' }, data: { endsOn: null } });
  });

  it('stands in the database only as a hash', async () => {
    const amy = await site.signInAs('amy.adeyemi');
    const [cookie] = (await amy.page.context().cookies()).filter(({ name }) => name === 'marac-session');
    const rows = JSON.stringify(await product.store.prisma.pageSession.findMany());
    expect(rows).not.toContain(cookie?.value);
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  });
});

describe('what does not exist and what is not for somebody', () => {
  it('look alike', async () => {
    const joanna = await site.signInAs('joanna.pike');
    const hidden = await joanna.open(`/cases/${reference}`);
    const hiddenText = await joanna.text();
    const absent = await joanna.open('/cases/KMT4-9RQX');
    expect([hidden?.status(), absent?.status()]).toEqual([404, 404]);
    expect(await joanna.text()).toBe(hiddenText);
  });
});

describe('every answer', () => {
  it('allows nothing from outside and is kept by nobody on the way', async () => {
    const answer = await request(site.app).get('/');
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toMatch(/default-src 'none';script-src 'self' 'nonce-[A-Za-z0-9+/=]+';style-src 'self'/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['x-powered-by']).toBeUndefined();
    expect(answer.text).not.toMatch(/(?:src|href|action)="(?!\/|#)/);
  });

  it('has assets that a browser may keep for ever', async () => {
    const page = await request(site.app).get('/');
    const [style = ''] = /\/assets\/pages-[0-9a-f]{16}\.css/.exec(page.text) ?? [];
    const asset = await request(site.app).get(style).set('Accept-Encoding', 'br');
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(asset.headers['content-encoding']).toBe('br');
    expect(asset.headers['content-type']).toContain('text/css');
    expect((await request(site.app).get('/assets/../manifest.json')).status).not.toBe(200);
    expect((await request(site.app).get('/assets/manifest.json')).status).toBe(404);
  });
});
