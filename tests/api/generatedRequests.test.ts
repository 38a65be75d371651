import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import request, { type Response } from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog } from '../../platform/log.ts';
import { seedFor } from '../environment/seedFor.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { aRequest, type Generated } from './generated/aRequest.ts';
import { canaryWords } from './generated/arbitraryOf.ts';
import { mayEver, roleOf } from './generated/authority.ts';
import { KnownThings } from './generated/knownThings.ts';
import { mistaken } from './generated/mistaken.ts';
import { roles, type Role } from '../../domain/access/role.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { aReferralBody, officeForTest } from './officeForTest.ts';

const howMany = 2_000;
const known = new KnownThings();
const logged: string[] = [];
const statuses = new Map<number, number>();
/** How often each role tried what it may never bring about, whereupon nothing may have been written. */
const withoutAuthority = new Map<Role, number>();
const accepted = { get: 0, post: 0 };
let product: TestProduct;
let app: ReturnType<typeof officeForTest>['app'];

beforeAll(async () => {
  product = await startWorkerForTest();
  const log = createLog('api', { level: 'debug', development: false }, { write: (line) => logged.push(line) });
  ({ app } = officeForTest({ ...product, log }));
  const { as } = officeForTest(product);
  const [referrer, coordinator, manager] = [as('marek.nowak'), as('amy.adeyemi'), as('leila.haddad')];
  // Cases at every stage, so that most that is sent can happen somewhere.
  for (let each = 0; each < 18; each += 1) {
    const { reference } = (await referrer.post('/referrals', aReferralBody({ children: [{ unborn: true }] }))).body;
    const path = `/cases/${reference}`;
    if (each > 1) await coordinator.post(`${path}/screening`, { outcome: 'accept' });
    if (each > 3) await manager.post(`${path}/allocation`, { adviser: idOf('practitioner', 'joanna.pike') });
    if (each > 5) await coordinator.post(`${path}/grade`, {}, { version: '*' });
    for (const what of ['', '/clocks']) known.learn((await coordinator.get(`${path}${what}`)).body, reference);
    known.learn({ reference });
  }
  // Meetings that were called have a record of their own, as those of the calendar get one.
  for (const day of ['05', '06', '07', '08', '11', '12']) {
    const startsAt = `${String(new Date().getUTCFullYear() + 1)}-05-${day}T10:00+00:00`;
    known.learn((await coordinator.post('/meetings', { area: 'maidstone', startsAt })).body);
  }
}, 120_000);
afterAll(() => product?.stop());

it(
  `${String(howMany)} generated requests: each is answered as documented, none fails, nothing personal in an error, no effect without authority`,
  { timeout: 900_000 },
  async () => {
    const seed = Number(seedFor('Requests', 'MARAC_REQUESTS_SEED', '714657'));
    // A request that shrinks would meet another state: the first that fails is told as it is.
    const once = { numRuns: howMany, seed, endOnFailure: true };
    await fc.assert(fc.asyncProperty(aRequest, send), once);
    const parked = await product.store.prisma.command.findMany({ where: { status: 'parked' } });
    expect(parked.map(({ type, status, payload }) => `${type} ${status} ${JSON.stringify(payload)}`)).toEqual([]);
    expect(logged.filter((line) => canaryWords.some((word) => line.includes(word)))).toEqual([]);
    // The test would prove little if nearly everything were refused, or for one reason only.
    const told = Object.fromEntries(statuses);
    expect(accepted.get + accepted.post, JSON.stringify(told)).toBeGreaterThan(howMany * 0.2);
    expect(accepted.post, JSON.stringify(told)).toBeGreaterThan(howMany * 0.12);
    for (const role of roles) expect(withoutAuthority.get(role) ?? 0, role).toBeGreaterThan(3);
    for (const status of [400, 401, 403, 404, 409, 422])
      expect(statuses.get(status) ?? 0, JSON.stringify(told)).toBeGreaterThan(5);
  },
);

/** What addresses name by a code or an id that is there from the start. */
const ofTheOffice: Readonly<Record<string, string>> = {
  area: 'maidstone',
  agency: 'housing',
  service: 'kent-idva-service',
  practitioner: idOf('practitioner', 'joanna.pike'),
};
const sentBefore: { readonly key: string; readonly path: string; readonly as: string }[] = [];

/** What stood written when that was last looked at; undefined where something may have been written since. */
let stands: object | undefined;

async function send(wanted: Generated): Promise<void> {
  const { operation, as, mistake } = wanted;
  const { method } = operation;
  const reference = caseFor(wanted);
  const path = addressOf(wanted, reference);
  const filled = known.filled(structuredClone(wanted.body), reference);
  const body = mistake && filled !== undefined ? mistaken(filled, mistake) : filled;
  const key = keyOf(wanted);
  const version = versionOf(wanted, reference);
  const once = async (): Promise<Response> => {
    const sent = request(app)[method](`/api/v1${path}`);
    if (as !== null) void sent.set('Authorization', `Bearer ${as}`);
    if (method === 'get') return sent;
    if (key !== null) void sent.set('Idempotency-Key', key);
    if (version !== null) void sent.set('If-Match', version);
    return sent.set('Content-Type', 'application/json').send(JSON.stringify(body));
  };
  const before = (stands ??= await written());
  const answer = await once();
  checkAnswer(wanted, path, answer);
  if (answer.status >= 400) await checkNoEffect(answer.status, key, before);
  else learnFrom(answer, operation.path.startsWith('/cases/') ? reference : null, as);
  if (answer.status < 400) stands = undefined;
  if (wanted.key === 'new again' && method === 'post' && answer.status !== 202) {
    const again = await once();
    expect({ status: again.status, body: withoutId(again) }).toEqual({
      status: answer.status,
      body: withoutId(answer),
    });
  }
  if (key !== null && as !== null && answer.status < 300) sentBefore.push({ key, path, as });
}

/** A case; soundly, one that has the thing the address goes on to name. */
function caseFor({ operation, manner, n }: Generated): string {
  const [, about] = /^\/cases\/\{reference\}.*\{(\w+)\}/.exec(operation.path) ?? [];
  const having = about !== undefined && manner === 'sound' ? known.caseWith(about, n) : undefined;
  return having ?? known.named('reference', n) ?? '';
}

function addressOf({ operation, parameters, n, manner }: Generated, reference: string): string {
  const values = known.filled(parameters) as Readonly<Record<string, unknown>>;
  const address = operation.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    const strange = manner === 'wild';
    const fixed = ofTheOffice[name];
    if (!strange && fixed !== undefined) return fixed;
    if (name === 'reference') return strange && n % 17 === 0 ? encodeURIComponent(String(values[name])) : reference;
    const about =
      name === 'id' ? `${operation.path.split('/')[1]?.replace(/ies$/, 'y').replace(/s$/, '') ?? ''}Id` : name;
    return strange && n % 13 === 0
      ? encodeURIComponent(String(values[name]))
      : (known.named(about, n, reference) ?? randomUUID());
  });
  const query = Object.entries(values).flatMap(([name, value]) =>
    operation.parameters.some((parameter) => parameter.in === 'query' && parameter.name === name)
      ? [`${name}=${encodeURIComponent(String(value).toWellFormed())}`]
      : [],
  );
  return query.length > 0 ? `${address}?${query.join('&')}` : address;
}

function keyOf({ key, n }: Generated): string | null {
  if (key === 'none') return null;
  if (key === 'not one') return 'ein Schlüssel';
  return (key === 'used before' ? sentBefore[n % Math.max(1, sentBefore.length)]?.key : undefined) ?? randomUUID();
}

function versionOf({ version, operation }: Generated, reference: string): string | null {
  if (!operation.parameters.some(({ name }) => name === 'If-Match') || version === 'none') return null;
  if (version === 'the last') return known.revisionOf(reference) ?? '*';
  return { any: '*', old: '"1"', 'not one': 'seven' }[version];
}

function checkAnswer({ operation, as }: Generated, path: string, answer: Response): void {
  const { status, type } = answer;
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
  const body = answer.body as unknown;
  const what = `${operation.method} ${operation.path} as ${String(as)}: ${String(status)} ${JSON.stringify(body).slice(0, 600)}`;
  expect(status, what).toBeLessThan(500);
  expect(operation.whyNot(status, type, body), `${what}\n${path}`).toBeNull();
  if (status >= 400) for (const word of canaryWords) expect(JSON.stringify(body), what).not.toContain(word);
  if (as === null) expect(status, what).toBe(401);
  if (as === 'a.stranger') expect(status, what).toBe(403);
  const role = roleOf(as);
  if (status < 300) accepted[operation.method] += 1;
  if (role === null || operation.method === 'get' || mayEver(role, operation.path)) return;
  // A 202 would be an effect too: the command is kept.
  expect(status, what).toBeGreaterThanOrEqual(400);
  withoutAuthority.set(role, (withoutAuthority.get(role) ?? 0) + 1);
}

/**
 * How much stands in the tables that nothing but a request writes to. A breach that a case has recorded is reported by
 * the product itself, some time after the request that told of it, and is left out.
 */
async function written() {
  const [row] = await product.store.prisma.$queryRaw<object[]>`
    WITH of_a_breach AS (SELECT id FROM command WHERE starts_with(key, 'breach/')
      UNION ALL SELECT id FROM further_abuse_report WHERE starts_with(key, 'breach/'))
    SELECT (SELECT count(*)::int FROM person) AS people, (SELECT count(*)::int FROM pair) AS pairs,
      (SELECT count(*)::int FROM content WHERE command_id NOT IN (SELECT id FROM of_a_breach)) AS contents,
      (SELECT count(*)::int FROM deny_entry) AS denials, (SELECT count(*)::int FROM meeting WHERE kind IS NOT NULL) AS meetings,
      (SELECT count(*)::int FROM further_abuse_report WHERE NOT starts_with(key, 'breach/')) AS reports,
      (SELECT count(*)::int FROM practitioner) AS practitioners, (SELECT count(*)::int FROM appointment) AS appointments,
      (SELECT count(*)::int FROM area_policy_entry) AS policies, (SELECT count(*)::int FROM absence) AS absences,
      (SELECT count(*)::int FROM adviser_profile) AS profiles, (SELECT count(*)::int FROM caseload_handover) AS handovers,
      (SELECT count(*)::int FROM command WHERE cause_id IS NULL AND NOT starts_with(key, 'breach/')) AS commands`;
  return row;
}

/** Refused by the case itself, and so after the command was staged with its words; a clock or action it does not know is 404. */
const byTheCase = [404, 409, 412, 422];

/** What was refused has left no fact behind; and where authority was missing, nothing at all. */
async function checkNoEffect(status: number, key: string | null, before: object | undefined): Promise<void> {
  const isNew = key !== null && !sentBefore.some((sent) => sent.key === key);
  const rows = isNew ? await product.store.prisma.command.findMany({ where: { key } }) : [];
  if (rows.length > 0) {
    expect(byTheCase).toContain(status);
    expect(rows).toMatchObject([{ status: 'resolved', answer: { ok: false } }]);
    const commandId = { in: rows.map(({ id }) => id) };
    expect(await product.store.prisma.auditEvent.count({ where: { commandId } })).toBe(0);
    stands = undefined;
  } else if (isNew) expect(await written()).toEqual(before);
  // A key somebody used before is another command where somebody else sends it.
  else stands = undefined;
}

function learnFrom(answer: Response, reference: string | null, as: string | null): void {
  const body = answer.body as { readonly revision?: number };
  known.learn(body, reference);
  if (reference === null || as === null) return;
  const etag = answer.get('etag') ?? (body.revision === undefined ? undefined : `"${String(body.revision)}"`);
  if (etag !== undefined) known.learnRevision(reference, etag);
}

/** A problem names the request it was about; all else has to be the same. */
function withoutId({ body }: Response): unknown {
  const { instance: _instance, ...rest } = body as Record<string, unknown>;
  return rest;
}
