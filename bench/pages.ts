import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { Agent } from 'node:http';
import path from 'node:path';
import { idOf } from '../dev/seedDevelopment.ts';
import { systemClock } from '../platform/clock.ts';
import { buildAssets } from '../scripts/assets/buildAssets.ts';
import { freePorts } from '../scripts/processes/freePorts.ts';
import { createStore } from '../store/prismaClient.ts';
import { nodeProgram } from '../tests/environment/programs/nodeProgram.ts';
import type { ProductProcesses } from '../tests/environment/programs/startProduct.ts';
import { untilTrue } from '../tests/environment/programs/untilTrue.ts';
import { beginSession } from '../usecases/sessions/pageSession.ts';
import { alternate, each } from './alternate.ts';
import { callers } from './callers.ts';
import { caughtPage } from './caughtPage.ts';
import { type Figure, figureAlone, figureOfPairs } from './figures.ts';
import { contactAttempt, office, openedCase, openedCases } from './inventedCases.ts';
import { loadPage } from './loadPage.ts';
import { addManyCases } from './manyCases.ts';
import { officeClient, type OfficeClient } from './officeClient.ts';
import type { Bench, BenchRow } from './row.ts';

const people = 8;

/** What a coordinator has open all day, beside the very SQL of it behind a route that sends the same page as it was. */
export const pages: BenchRow = {
  name: 'pages',
  what: 'Pages of a coordinator among 100,000 cases: board, case, start; 8 people',
  beside:
    'the same SQL through pg, what is read and the entry in the access log, behind a bare Express route that sends the same page, made before',
  whyMissed: [
    'what a case page costs beside its SQL is the same whatever it shows (frame, a template, opening what is sealed), and weighs the more,',
    'the less its reads take. Tried: a case in one statement; sessions and the access log past Prisma; what is read at once sent in one',
    'piece; the access log written while the case is read; keys handed to the cipher as keys.',
  ].join(' '),
  async measure(bench) {
    const product = await bench.product({
      meanwhile: ({ databaseOwnerUrl }) => addManyCases(databaseOwnerUrl, bench.quick ? 20_000 : 100_000, bench.say),
    });
    const client = officeClient(product.addresses);
    bench.afterwards(async () => client.close());
    const agent = new Agent({ keepAlive: true, maxSockets: 64 });
    bench.afterwards(async () => agent.destroy());
    const site = await startSite(bench, product);
    // The latest cases stand on the start page, with the names of those they are about.
    await openedCases(client, 10, bench.say);
    const reference = await aCaseAtWork(client);
    const shown = { board: '/overdue?area=medway', case: `/cases/${reference}`, start: '/' };
    const figures: Figure[] = [];
    for (const [name, address] of Object.entries(shown))
      figures.push(...(await onePage({ bench, product, site, agent }, name, address)));
    return figures;
  },
};

interface Site {
  readonly url: string;
  readonly env: NodeJS.ProcessEnv;
  /** A session for each of the people. */
  readonly cookies: readonly string[];
}

interface Measured {
  readonly bench: Bench;
  readonly product: ProductProcesses;
  readonly site: Site;
  readonly agent: Agent;
}

async function onePage(measured: Measured, name: string, address: string): Promise<readonly Figure[]> {
  const { bench, site, agent } = measured;
  const [cookie = ''] = site.cookies;
  const caught = await caughtPage(site.env, address, cookie, agent);
  const bare = await startBarePage(measured, name, caught);
  bench.say(`  ${name}: ${String(caught.reads.length)} reads, ${String(Buffer.byteLength(caught.html))} bytes`);
  const total = bench.quick ? 80 : 400;
  const size = figureAlone(`${name}: size`, 'kB', [Buffer.byteLength(caught.html) / 1_000], {
    is: 'atMost',
    value: 60,
  });
  const ours = () =>
    callers(people, total, (_piece, caller) => loadPage(`${site.url}${address}`, agent, site.cookies[caller]));
  const beside = () => callers(people, total, () => loadPage(bare, agent));
  return alternate(bench, ours, beside, (pairs) => [
    figureOfPairs(
      `${name}: requests`,
      'a second',
      each(pairs, ({ perSecond }) => perSecond),
      { is: 'atLeast', value: 0.5 },
    ),
    figureAlone(
      `${name}: p95`,
      'ms',
      pairs.map((pair) => pair.ours.p95),
      { is: 'atMost', value: 150 },
    ),
    size,
  ]);
}

/** The site as a process of its own, with a session for each of the people who look. */
async function startSite(bench: Bench, product: ProductProcesses): Promise<Site> {
  const { root, folder, guard } = bench;
  const [port = 0] = await freePorts(1);
  const key = randomBytes(32);
  const url = `http://127.0.0.1:${String(port)}`;
  const env = {
    ...product.env,
    PUBLIC_URL: url,
    WEB_PORT: String(port),
    WEB_ASSETS: await buildAssets(root),
    OIDC_CLIENT_ID: 'marac-web',
    SESSION_KEYS: `bench:${key.toString('base64')}`,
  };
  const program = nodeProgram({ name: 'site', root, script: 'bench/unlimitedSite.ts', env, folder, guard });
  program.start();
  bench.afterwards(() => program.kill());
  await untilTrue('the pages answer', () => answers(`${url}/readyz`));
  const store = createStore(product.databaseUrl, { max: 2 });
  const sessions = { store, clock: systemClock, sessionKeys: [{ id: 'bench', key: new Uint8Array(key) }] as const };
  const cookies: string[] = [];
  for (let person = 0; person < people; person += 1)
    cookies.push(`marac-session=${await beginSession(sessions, { subject: office.coordinator, idToken: 'none' })}`);
  await store.close();
  return { url, env, cookies };
}

async function startBarePage({ bench, product }: Measured, name: string, caught: object): Promise<string> {
  const { root, folder, guard } = bench;
  const [port = 0] = await freePorts(1);
  const file = path.join(folder, `${name}.json`);
  fs.writeFileSync(file, JSON.stringify(caught));
  const env = {
    PATH: process.env['PATH'],
    TZ: 'UTC',
    NODE_ENV: 'production',
    DATABASE_URL: product.databaseUrl,
    PORT: String(port),
    PAGE_FILE: file,
  };
  const route = nodeProgram({ name: `bare-${name}`, root, script: 'bench/bare/page.ts', env, folder, guard });
  route.start();
  bench.afterwards(() => route.kill());
  const url = `http://127.0.0.1:${String(port)}/`;
  await untilTrue('the bare page answers', () => answers(url));
  return url;
}

function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** A case in the middle of its way: graded and listed, with its adviser, an attempt, and two actions. */
async function aCaseAtWork(client: OfficeClient): Promise<string> {
  const reference = await openedCase(client);
  const send = (by: string, step: string, body: object, version?: number) =>
    client.record(by, `/cases/${reference}/${step}`, body, version);
  const { revision } = await send(office.coordinator, 'screening', { outcome: 'accept' });
  await send(office.coordinator, 'grade', {}, Number(revision));
  await send(office.serviceManager, 'allocation', { adviser: idOf('practitioner', office.adviser) });
  await send(office.adviser, 'contact-attempts', contactAttempt);
  for (const agency of ['housing', 'police'])
    await send(office.coordinator, 'actions', { agency, risk: 'physicalHarm', description: 'Change the locks.' });
  return reference;
}
