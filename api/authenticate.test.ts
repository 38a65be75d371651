import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWTPayload } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAuthenticate, type Authenticate } from './authenticate.ts';

const audience = 'marac-api';
let server: Server;
let issuer: string;
let ours: CryptoKey;
let somebodys: CryptoKey;
let authenticate: Authenticate;

beforeAll(async () => {
  const pair = await generateKeyPair('RS256');
  ours = pair.privateKey;
  somebodys = (await generateKeyPair('RS256')).privateKey;
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  server = createServer((request, response) => {
    const discovery = { issuer, jwks_uri: `${issuer}/jwks` };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(request.url === '/jwks' ? { keys: [jwk] } : discovery));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  authenticate = createAuthenticate({ issuer, audience });
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

function token(claims: JWTPayload = {}, key = ours): Promise<string> {
  const { iss = issuer, aud = audience, exp = Math.floor(Date.now() / 1000) + 600, ...more } = claims;
  return new SignJWT({ sub: 'amy.adeyemi', ...more, iss, aud, exp })
    .setProtectedHeader({ alg: 'RS256', kid: 'one' })
    .sign(key);
}

describe('a bearer token', () => {
  test('of the issuer, for this interface and in time, speaks for its subject', async () => {
    expect(await authenticate(`Bearer ${await token()}`)).toEqual({ ok: true, subject: 'amy.adeyemi' });
  });

  test.each([
    ['has run out', async () => token({ exp: Math.floor(Date.now() / 1000) - 3_600 })],
    ['is for something else', async () => token({ aud: 'another-api' })],
    ['comes from another issuer', async () => token({ iss: 'https://elsewhere.example' })],
    ['is signed by somebody else', async () => token({}, somebodys)],
    ['was changed on the way', async () => `${(await token()).slice(0, -8)}AAAAAAAA`],
    ['is not signed at all', async () => new UnsecuredJWT({ sub: 'amy.adeyemi', iss: issuer, aud: audience }).encode()],
    ['is not a token', async () => 'amy.adeyemi'],
  ])('that %s speaks for nobody', async (_what, make) => {
    expect(await authenticate(`Bearer ${await make()}`)).toMatchObject({ ok: false, code: 'TOKEN_NOT_VALID' });
  });

  test('is remembered for a minute, and never beyond its own end', async () => {
    let at = Date.now();
    const remembering = createAuthenticate({ issuer, audience }, () => at);
    const [short, long] = [await token({ exp: Math.floor(at / 1000) + 40 }), await token()];
    for (const each of [short, long]) expect(await remembering(`Bearer ${each}`)).toMatchObject({ ok: true });
    at += 45_000;
    expect(await remembering(`Bearer ${long}`)).toMatchObject({ ok: true });
    at += 30_000;
    expect(await remembering(`Bearer ${short}`)).toMatchObject({ code: 'TOKEN_NOT_VALID' });
    const changed = `${long.slice(0, -8)}AAAAAAAA`;
    expect(await remembering(`Bearer ${changed}`)).toMatchObject({ code: 'TOKEN_NOT_VALID' });
  });

  test('that was never sent is asked for', async () => {
    expect(await authenticate(undefined)).toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(await authenticate('Basic YW15OnNlY3JldA==')).toMatchObject({ code: 'TOKEN_NOT_VALID' });
  });

  test('cannot be verified while the issuer is away, and that is not the token’s fault', async () => {
    const alone = createAuthenticate({ issuer: 'http://127.0.0.1:9', audience });
    expect(await alone(`Bearer ${await token()}`)).toMatchObject({ code: 'SIGN_IN_DOWN' });
  });
});
