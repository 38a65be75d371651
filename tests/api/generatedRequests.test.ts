import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import request, { type Response } from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog } from '../../platform/log.ts';
import { seedFor } from '../environment/seedFor.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { aRequest, type Generated } from './generated/aRequest.ts';
import { canaryWords } from './generated/arbitraryOf.ts';
import { KnownThings } from './generated/knownThings.ts';
import { mistaken } from './generated/mistaken.ts';
import { aReferralBody, officeForTest } from './officeForTest.ts';

const howMany = 2_000;
/** Figures and cases by reference are all that governance may see; of commands it may send a report alone. */
const mayOnlyReport = 'viktor.sandor';
const known = new KnownThings();
const logged: string[] = [];
const statuses = new Map<number, number>();
let product: TestProduct;
let app: ReturnType<typeof officeForTest>['app'];

beforeAll(async () => {
  product = await startWorkerForTest();
  const log = createLog('api', { level: 'debug', development: false }, { write: (line) => logged.push(line) });
  ({ app } = officeForTest({ ...product, log }));
  const { as } = officeForTest(product);
  for (const area of ['maidstone', 'maidstone', 'medway', 'thanet'])
    known.learn((await as('marek.nowak').post('/referrals', aReferralBody({ area }))).body);
  known.learn((await as('amy.adeyemi').get('/meetings?area=maidstone')).body);
});
afterAll(() => product?.stop());

it(
  `${String(howMany)} generated requests: each is answered as documented, none fails, nothing personal in an error, no effect without authority`,
  { timeout: 900_000 },
  async () => {
    const seed = Number(seedFor('Requests', 'MARAC_REQUESTS_SEED', '714657'));
    // A request that shrinks would meet another state: the first that fails is told as it is.
    const once = { numRuns: howMany, seed, endOnFailure: true };
    await fc.assert(fc.asyncProperty(aRequest, send), once);
    expect(logged.filter((line) => canaryWords.some((word) => line.includes(word)))).toEqual([]);
    // The test would prove little if nearly everything were refused, or for one reason only.
    const told = Object.fromEntries(statuses);
    const accepted = (statuses.get(200) ?? 0) + (statuses.get(201) ?? 0);
    expect(accepted, JSON.stringify(told)).toBeGreaterThan(howMany / 40);
    for (const status of [400, 401, 403, 404, 409, 422])
      expect(statuses.get(status) ?? 0, JSON.stringify(told)).toBeGreaterThan(5);
  },
);

const sentBefore: { readonly key: string; readonly path: string; readonly as: string }[] = [];

/** What stood written when that was last looked at; undefined where something may have been written since. */
let stands: object | undefined;

async function send(wanted: Generated): Promise<void> {
  const { operation, as, mistake, n } = wanted;
  const { method } = operation;
  const reference = known.named('reference', n) ?? '';
  const path = addressOf(wanted, reference);
  const filled = known.filled(structuredClone(wanted.body));
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
  else learnFrom(answer, reference, as);
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

function addressOf({ operation, parameters, n }: Generated, reference: string): string {
  const values = known.filled(parameters) as Readonly<Record<string, unknown>>;
  const address = operation.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    if (name === 'reference') return n % 17 === 0 ? encodeURIComponent(String(values[name])) : reference;
    const about =
      name === 'id' ? `${operation.path.split('/')[1]?.replace(/ies$/, 'y').replace(/s$/, '') ?? ''}Id` : name;
    return n % 13 === 0 ? encodeURIComponent(String(values[name])) : (known.named(about, n) ?? randomUUID());
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
  if (as === mayOnlyReport && operation.method === 'post' && status < 300)
    expect(operation.path, what).toBe('/further-abuse-reports');
}

/** How much stands in the tables that nothing but a request writes to. */
async function written() {
  const [row] = await product.store.prisma.$queryRaw<object[]>`
    SELECT (SELECT count(*)::int FROM person) AS people, (SELECT count(*)::int FROM pair) AS pairs,
      (SELECT count(*)::int FROM content) AS contents, (SELECT count(*)::int FROM deny_entry) AS denials,
      (SELECT count(*)::int FROM meeting WHERE kind IS NOT NULL) AS meetings,
      (SELECT count(*)::int FROM further_abuse_report) AS reports, (SELECT count(*)::int FROM practitioner) AS practitioners,
      (SELECT count(*)::int FROM appointment) AS appointments, (SELECT count(*)::int FROM area_policy_entry) AS policies`;
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

function learnFrom(answer: Response, reference: string, as: string | null): void {
  const body = answer.body as unknown;
  known.learn(body);
  const etag = answer.get('etag');
  if (etag !== undefined && as !== null) known.learnRevision(reference, etag);
}

/** A problem names the request it was about; all else has to be the same. */
function withoutId({ body }: Response): unknown {
  const { instance: _instance, ...rest } = body as Record<string, unknown>;
  return rest;
}
