import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '../../api/defineRoute.ts';
import { routes } from '../../api/routes.ts';
import { beginSession } from '../../usecases/sessions/pageSession.ts';
import type { Page } from '../../web/definePage.ts';
import { pages } from '../../web/pages.ts';
import { officeForTest } from '../api/officeForTest.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { siteWithoutBrowser } from '../web/siteForTest.ts';
import { bodyFor } from './bodies.ts';
import { theCases } from './theCases.ts';
import { expectedOf, lineOf, people, stages, type Expected, type Stage } from './whoIsWhat.ts';

const agent = new Agent({ keepAlive: true, maxSockets: 8 });
let product: TestProduct;
let servers: readonly Server[];
let [api, site] = ['', ''];
let cases: Readonly<Record<Stage, string>>;
const named = new Map<string, Readonly<Record<string, string>>>();
const sessions = new Map<string, string>();

beforeAll(async () => {
  product = await startWorkerForTest();
  cases = await theCases(product);
  for (const stage of stages) named.set(stage, await thingsIn(cases[stage]));
  // What somebody may do is staged and then refused: the cases stay as they are for whoever comes next.
  const refusing = {
    ...product.engine,
    sendCommand: async () => ({ ok: false, code: 'CASE_ENDED', blocking: [] }) as const,
  };
  const sessionKeys = [{ id: 'test', key: new Uint8Array(randomBytes(32)) }] as const;
  const deps = { ...product, engine: refusing };
  const apps = [officeForTest(deps).app, await siteWithoutBrowser({ ...product, ...deps }, sessionKeys)];
  servers = apps.map((app) => app.listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  [api = '', site = ''] = servers.map((server) => `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
  for (const subject of people)
    sessions.set(subject, await beginSession({ ...product, sessionKeys }, { subject, idToken: 'none' }));
}, 240_000);
afterAll(async () => {
  agent.destroy();
  for (const server of servers) server.close();
  await product?.stop();
});

/** What addresses below a case name: its action, the clock of that, its transfer. Anything else is of no case. */
async function thingsIn(reference: string): Promise<Readonly<Record<string, string>>> {
  const { prisma } = product.store;
  const { id: caseId } = await prisma.case.findUniqueOrThrow({ where: { reference } });
  const action = await prisma.action.findFirst({ where: { caseId } });
  const clock = await prisma.clock.findFirst({ where: { caseId, kind: 'action' } });
  const transfer = await prisma.transfer.findFirst({ where: { caseId } });
  const ids = { actionId: action?.id, clockId: clock?.id, transferId: transfer?.id };
  return { reference, ...Object.fromEntries(Object.entries(ids).filter(([, id]) => id !== undefined)) };
}

interface Answered {
  readonly status: number;
  readonly code: string | null;
}

async function send(url: string, method: string, headers: Record<string, string>, body?: string): Promise<Answered> {
  const sent = request(url, { agent, method, headers });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of answer.setEncoding('utf8')) text += String(chunk);
  const isProblem = answer.headers['content-type']?.includes('problem+json') ?? false;
  return { status: answer.statusCode ?? 0, code: isProblem ? (JSON.parse(text) as { code: string }).code : null };
}

/** The things an address names; `unknown` where one of them is of no case. */
function filled(path: string, stage: Stage): { readonly address: string; readonly unknown: boolean } {
  const things = named.get(stage) ?? {};
  let unknown = false;
  const address = path.replaceAll(/:(\w+)/g, (_whole, name: string) => {
    unknown ||= things[name] === undefined;
    return things[name] ?? randomUUID();
  });
  return { address, unknown };
}

/** What became of it: 404 beside a thing that is not there says nothing about who asked, 403 says it all. */
function became({ status, code }: Answered, unknown: boolean, expected: Expected): Expected {
  if (status === 403 && code === 'NOT_ALLOWED') return 'refused';
  if (status === 404) return unknown && expected === 'allowed' ? 'allowed' : 'hidden';
  return 'allowed';
}

const below = '/cases/:reference';
const routesOfCases = routes.filter(({ path }) => path.startsWith(below));
const pagesOfCases = pages.filter(({ path }) => path.startsWith(below));

/**
 * Where every address is walked: in its area, in another's since, and hidden from nearly all. At the other
 * stages one address of each line of the table is, and every read: the lines are what the case is asked.
 */
const inFull: readonly Stage[] = ['listed', 'gone', 'denied'];
const firstOfLine = new Set(
  routesOfCases.filter(
    ({ path }, index) =>
      routesOfCases.findIndex(
        (other) => lineOf(other.path.slice(below.length)) === lineOf(path.slice(below.length)),
      ) === index,
  ),
);
const isWalked = (route: Route, stage: Stage): boolean =>
  inFull.includes(stage) || route.method === 'get' || firstOfLine.has(route);

/** Does something for each, a few at once. */
async function forEach<T>(all: readonly T[], act: (each: T) => Promise<void>): Promise<void> {
  const queue = [...all];
  const work = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await act(next);
  };
  await Promise.all(Array.from({ length: 8 }, work));
}

const bodies = new Map<Route, string>();

async function walkRoute(route: Route, subject: string, stage: Stage): Promise<string | null> {
  const { address, unknown } = filled(route.path, stage);
  const headers: Record<string, string> = { Authorization: `Bearer ${subject}` };
  if (route.method === 'post')
    Object.assign(headers, { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID(), 'If-Match': '*' });
  const answer = await send(`${api}/api/v1${address}`, route.method.toUpperCase(), headers, bodies.get(route));
  const expected = expectedOf(route.path.slice(below.length), subject, stage);
  const seen = became(answer, unknown, expected);
  if (seen === expected && answer.status < 500 && answer.status !== 400) return null;
  return `${route.method} ${route.path} at ${stage} by ${subject}: ${seen} (${String(answer.status)} ${answer.code ?? ''}), expected ${expected}`;
}

describe('who may do what with a case, at every stage', { timeout: 600_000 }, () => {
  it('is by the interface what the table says: every address, everybody, every stage', async () => {
    for (const route of routesOfCases)
      if (route.method === 'post') bodies.set(route, JSON.stringify(bodyFor(route, cases.referred)));
    const wrong: string[] = [];
    let cells = 0;
    const walks = stages.flatMap((stage) =>
      people.flatMap((subject) =>
        routesOfCases.filter((route) => isWalked(route, stage)).map((route) => ({ route, subject, stage })),
      ),
    );
    await forEach(walks, async ({ route, subject, stage }) => {
      cells += 1;
      const found = await walkRoute(route, subject, stage);
      if (found) wrong.push(found);
    });
    expect(wrong.toSorted()).toEqual([]);
    expect(cells).toBeGreaterThan(7_000);
  });

  it('is on pages what the table says: nothing is shown that may not be, at any stage', async () => {
    const wrong: string[] = [];
    const walks = stages.flatMap((stage) =>
      people.flatMap((subject) =>
        pagesOfCases.filter(({ form }) => !form || inFull.includes(stage)).map((page) => ({ page, subject, stage })),
      ),
    );
    await forEach(walks, async ({ page, subject, stage }) => {
      const found = await walkPage(page, subject, stage);
      if (found) wrong.push(found);
    });
    expect(wrong.toSorted()).toEqual([]);
  });
});

/** A form is offered only while it makes sense; a page that is no form is there for whoever may see it. */
async function walkPage(page: Page, subject: string, stage: Stage): Promise<string | null> {
  const { address, unknown } = filled(page.path, stage);
  const { status } = await send(`${site}${address}`, 'GET', { Cookie: `marac-session=${sessions.get(subject) ?? ''}` });
  const expected = expectedOf(page.path.slice(below.length), subject, stage, 'form');
  const isRight =
    expected === 'allowed'
      ? status === 200 || (status === 404 && (unknown || page.form !== undefined))
      : status === 404;
  return isRight ? null : `${page.path} at ${stage} by ${subject}: ${String(status)}, expected ${expected}`;
}
