import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';

const deadlineMs = 20_000;
let product: TestProduct;
let issuer: Server;
let issuerAddress: string;
let signingKey: CryptoKey;
const running: ChildProcess[] = [];

beforeAll(async () => {
  product = await startWorkerForTest();
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  signingKey = privateKey;
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256' };
  issuer = createServer((request, response) => {
    const discovery = { issuer: issuerAddress, jwks_uri: `${issuerAddress}/jwks` };
    response.end(JSON.stringify(request.url === '/jwks' ? { keys: [jwk] } : discovery));
  });
  issuerAddress = `http://127.0.0.1:${await freePort(issuer)}`;
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  issuer?.close();
  await product?.stop();
});

async function freePort(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function startApi(): Promise<{ child: ChildProcess; port: number }> {
  const taken = createServer();
  const port = await freePort(taken);
  taken.close();
  await once(taken, 'close');
  const key = () => randomBytes(32).toString('base64');
  const env = {
    NODE_ENV: 'development',
    LOG_LEVEL: 'silent',
    TZ: 'UTC',
    DATABASE_URL: product.databaseUrl,
    TEMPORAL_ADDRESS: product.temporalAddress,
    TEMPORAL_NAMESPACE: product.namespace,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    PAYLOAD_KEYS: `one:${key()}`,
    CONTENT_WRAPPING_KEYS: `one:${key()}`,
    MATCH_KEY: key(),
    API_PORT: String(port),
    OIDC_ISSUER: issuerAddress,
    OIDC_AUDIENCE: 'marac-api',
  };
  const child = spawn(process.execPath, ['api/main.ts'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  running.push(child);
  await until('the interface is open', async () => (await answersAt(port)) === true);
  return { child, port };
}

async function answersAt(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/healthz`).then(
    (response) => response.ok,
    () => false,
  );
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + deadlineMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`It never came to this: ${what}`);
    await pause(50);
  }
}

async function tokenOf(subject: string): Promise<string> {
  const claims = new SignJWT({ sub: subject })
    .setIssuer(issuerAddress)
    .setAudience('marac-api')
    .setExpirationTime('5m');
  return claims.setProtectedHeader({ alg: 'ES256', kid: 'one' }).sign(signingKey);
}

function allThatComes(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  return once(socket, 'close').then(() => Buffer.concat(chunks).toString());
}

test('a request under way when the interface is stopped is finished, and what it brought is kept', async () => {
  const { child, port } = await startApi();
  const body = JSON.stringify({
    incidentAt: '2026-01-05',
    victim: { givenNames: 'Verenne', familyName: 'Umberleigh' },
    perpetrator: { givenNames: 'Osbern', familyName: 'Umberleigh' },
    whatHappened: 'Shouting heard by the neighbours.',
  });
  const head = [
    'POST /api/v1/further-abuse-reports HTTP/1.1',
    'Host: marac',
    `Authorization: Bearer ${await tokenOf('marek.nowak')}`,
    'Idempotency-Key: under-way',
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
    'Connection: close',
  ].join('\r\n');
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const answered = allThatComes(socket);
  socket.write(`${head}\r\n\r\n${body.slice(0, 20)}`);
  // Another request that is answered tells that the first has been taken up: they are taken in order.
  expect(await answersAt(port)).toBe(true);

  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await until('nothing new is taken', async () => !(await answersAt(port)));
  socket.write(body.slice(20));
  expect(await answered).toMatch(/^HTTP\/1\.1 201 /);
  expect(await ended).toEqual([0, null]);
  expect(await product.store.prisma.furtherAbuseReport.count({ where: { key: 'under-way' } })).toBe(1);
});

test('a token of the issuer lets somebody in, and a stale one does not', async () => {
  const { port } = await startApi();
  const me = async (token: string) => {
    const headers = { Authorization: `Bearer ${token}` };
    return fetch(`http://127.0.0.1:${port}/api/v1/me`, { headers });
  };
  const welcome = await me(await tokenOf('amy.adeyemi'));
  expect(await welcome.json()).toMatchObject({ name: 'Amy Adeyemi' });
  const stale = new SignJWT({ sub: 'amy.adeyemi' })
    .setIssuer(issuerAddress)
    .setAudience('marac-api')
    .setExpirationTime(1);
  const refused = await me(await stale.setProtectedHeader({ alg: 'ES256', kid: 'one' }).sign(signingKey));
  expect(refused.status).toBe(401);
  expect(await refused.json()).toMatchObject({ code: 'TOKEN_NOT_VALID' });
  expect((await me(await tokenOf('a.stranger'))).status).toBe(403);
});
