import { createLocalJWKSet, createRemoteJWKSet, jwtVerify, type JWK } from 'jose';
import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import type { Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePorts } from '../../scripts/processes/freePorts.ts';
import { createIdentityProvider } from './createIdentityProvider.ts';
import { developmentPeople } from './people.ts';
import { signingKeys } from './signingKeys.ts';

const publicUrl = 'http://127.0.0.1:17000';
const clientSecret = randomBytes(18).toString('hex');
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'marac-identity-'));
let issuer = '';
let server: Server;

async function start(port: number): Promise<Server> {
  const keys = await signingKeys(dir);
  const app = createIdentityProvider({ issuer, people: developmentPeople, keys, publicUrl, clientSecret });
  return new Promise((resolve) => {
    const listening = app.listen(port, '127.0.0.1', () => resolve(listening));
  });
}

async function tokenFor(subject: string): Promise<Response> {
  return fetch(`${issuer}/development/token`, { method: 'POST', body: new URLSearchParams({ subject }) });
}

async function jwksUri(): Promise<URL> {
  const discovery = (await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()) as { jwks_uri: string };
  return new URL(discovery.jwks_uri);
}

beforeAll(async () => {
  const [port] = await freePorts(1);
  issuer = `http://127.0.0.1:${port}`;
  server = await start(port as number);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  fs.rmSync(dir, { recursive: true });
});

describe('the sign-in for development', () => {
  it('gives a token that the API can verify with nothing but the issuer’s address', async () => {
    const { access_token } = (await (await tokenFor('amy.adeyemi')).json()) as { access_token: string };
    const verified = await jwtVerify(access_token, createRemoteJWKSet(await jwksUri()), {
      issuer,
      audience: 'marac-api',
    });
    expect(verified.payload.sub).toBe('amy.adeyemi');
    expect(verified.protectedHeader.alg).toBe('ES256');
  });

  it('keeps roles out of the token: they live in the product’s own database', async () => {
    const { access_token } = (await (await tokenFor('amy.adeyemi')).json()) as { access_token: string };
    const claims = Buffer.from(access_token.split('.')[1] ?? '', 'base64url').toString();
    expect(claims).not.toMatch(/coordinator|Adeyemi|medway/);
  });

  it('knows nobody but the invented people', async () => {
    expect((await tokenFor('somebody.else')).status).toBe(404);
  });

  it('verifies a token from before its restart', async () => {
    const { access_token } = (await (await tokenFor('viktor.sandor')).json()) as { access_token: string };
    const kept = (await signingKeys(dir)).tokens.map(({ d: _private, ...published }) => published as JWK);
    const keys = { keys: kept };
    await expect(jwtVerify(access_token, createLocalJWKSet(keys), { issuer })).resolves.toBeDefined();
  });

  it('does not answer under another name, which a hostile page could have pointed here', async () => {
    const body = await promisify(execFile)('curl', [
      '-s',
      '-o',
      '-',
      '-w',
      '%{http_code}',
      '-H',
      'Host: evil.example',
      issuer,
    ]);
    expect(body.stdout).toBe('421');
  });

  it('signs a person in to the pages by authorization code with PKCE', async () => {
    const verifier = randomBytes(32).toString('base64url');
    const code = await authorizationCode(createHash('sha256').update(verifier).digest('base64url'));
    const response = await fetch(`${issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: 'marac-web',
        client_secret: clientSecret,
        redirect_uri: `${publicUrl}/sign-in/callback`,
        code,
        code_verifier: verifier,
      }),
    });
    const tokens = (await response.json()) as { access_token: string; id_token: string };
    const keys = createRemoteJWKSet(await jwksUri());
    const identity = await jwtVerify(tokens.id_token, keys, { issuer, audience: 'marac-web' });
    expect(identity.payload.sub).toBe('ines.moreau');
    const access = await jwtVerify(tokens.access_token, keys, { issuer, audience: 'marac-api' });
    expect(access.payload.sub).toBe('ines.moreau');
  });

  it('refuses to start unless this is said to be development', async () => {
    const env = { NODE_ENV: 'production', IDENTITY_PORT: '1', IDENTITY_DIR: dir };
    const started = promisify(execFile)(process.execPath, [path.join(import.meta.dirname, 'main.ts')], { env });
    await expect(started).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('only with NODE_ENV=development') as string,
    });
  });
});

/** Walks through the sign-in page as a browser would, choosing Ines. */
async function authorizationCode(challenge: string): Promise<string> {
  const jar = new Map<string, string>();
  const go = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(url, issuer), { ...init, headers: { cookie }, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/);
      jar.set(name, value);
    }
    return response;
  };
  const next = (response: Response) => response.headers.get('location') ?? '';
  const query = new URLSearchParams({
    client_id: 'marac-web',
    response_type: 'code',
    redirect_uri: `${publicUrl}/sign-in/callback`,
    scope: 'openid profile api',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  const page = next(await go(`/auth?${query.toString()}`));
  expect(await (await go(page)).text()).toContain('Ines Moreau');
  const chosen = await go(page, { method: 'POST', body: new URLSearchParams({ subject: 'ines.moreau' }) });
  const callback = next(await go(next(chosen)));
  expect(callback).toContain(`${publicUrl}/sign-in/callback`);
  return new URL(callback).searchParams.get('code') ?? '';
}
