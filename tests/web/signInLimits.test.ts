import { randomBytes } from 'node:crypto';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { beginSession } from '../../usecases/sessions/pageSession.ts';
import { siteWithoutBrowser, startSiteForTest, type TestSite } from './siteForTest.ts';

let product: TestProduct;
let site: TestSite;
const sessionKeys = [{ id: 'test', key: new Uint8Array(randomBytes(32)) }] as const;
const many = 100_000;

beforeAll(async () => {
  product = await startWorkerForTest();
  site = await startSiteForTest(product, { perAddress: many, perPerson: many, signIns: 4 });
}, 240_000);
afterAll(async () => {
  await site?.stop();
  await product?.stop();
});

const session = (subject: string) => beginSession({ ...product, sessionKeys }, { subject, idToken: 'none' });

describe('signing in', () => {
  it('asks the issuer for a code, bound to this attempt by PKCE, state and nonce', async () => {
    const asked = async () => {
      const { headers } = await request(site.app).get('/sign-in');
      return new URL(String(headers['location'])).searchParams;
    };
    const [one, other] = [await asked(), await asked()];
    expect(Object.fromEntries(one)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      scope: 'openid',
      redirect_uri: `${site.url}/sign-in/callback`,
    });
    for (const secret of ['state', 'nonce', 'code_challenge']) {
      expect(one.get(secret)?.length, secret).toBeGreaterThan(30);
      expect(one.get(secret), secret).not.toBe(other.get(secret));
    }
  });

  it('is limited by address, with the same answer whoever it would have been', async () => {
    const answers: number[] = [];
    for (let count = 0; count < 4; count += 1) answers.push((await request(site.app).get('/sign-in')).status);
    expect(answers).toEqual([303, 303, 429, 429]);
    const callback = await request(site.app).get('/sign-in/callback?code=any&state=any');
    expect(callback.status).toBe(429);
    expect(callback.text).not.toMatch(/registered|account|password/i);
  });
});

describe('requests', () => {
  it('are limited by person, and one person’s haste is nobody else’s', async () => {
    const limits = { perAddress: many, perPerson: 3, signIns: many };
    const app = await siteWithoutBrowser(product, sessionKeys, { limits });
    const [amy, bruno] = [await session('amy.adeyemi'), await session('bruno.castelli')];
    const ask = (token: string) => request(app).get('/account').set('Cookie', `marac-session=${token}`);
    const answers: number[] = [];
    for (let count = 0; count < 4; count += 1) answers.push((await ask(amy)).status);
    expect(answers).toEqual([200, 200, 200, 429]);
    expect((await ask(bruno)).status).toBe(200);
  });

  it('are limited by address before anybody is looked up', async () => {
    const app = await siteWithoutBrowser(product, sessionKeys, {
      limits: { perAddress: 2, perPerson: many, signIns: many },
    });
    const answers: number[] = [];
    for (let count = 0; count < 3; count += 1)
      answers.push((await request(app).get('/account').set('Cookie', `marac-session=guess${count}`)).status);
    expect(answers).toEqual([303, 303, 429]);
  });
});

describe('behind TLS', () => {
  it('the session’s cookie is bound to this very host, and one that is not opens nothing', async () => {
    const app = await siteWithoutBrowser(product, sessionKeys, { publicUrl: 'https://casework.example' });
    const token = await session('amy.adeyemi');
    const ask = (name: string) => request(app).get('/account').set('Cookie', `${name}=${token}`);
    expect((await ask('__Host-marac-session')).status).toBe(200);
    expect((await ask('marac-session')).status).toBe(303);
    const out = await request(app).post('/sign-out').type('form').send({ _token: 'none' });
    const cookies = ([] as string[]).concat(out.headers['set-cookie'] ?? []);
    expect(cookies.find((cookie) => cookie.startsWith('__Host-marac-session='))).toMatch(/Path=\/;.*HttpOnly; Secure/);
    expect(out.headers['strict-transport-security']).toMatch(/max-age=\d{7,}/);
  });
});
