import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import request, { type Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../api/routes.ts';
import { addDays, londonDate } from '../../domain/calendar/london.ts';
import { createLog } from '../../platform/log.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { aReferralBody, officeForTest, type Caller, type Problem } from './officeForTest.ts';

let product: TestProduct;
let app: ReturnType<typeof officeForTest>['app'];
let as: (subject: string) => Caller;
let referrer: Caller;
let coordinator: Caller;
let reference: string;
const logged: string[] = [];

interface People {
  readonly items: readonly { readonly practitionerId: string }[];
}

beforeAll(async () => {
  product = await startWorkerForTest();
  const log = createLog('api', { level: 'debug', development: false }, { write: (line) => logged.push(line) });
  ({ app, as } = officeForTest({ ...product, log }));
  referrer = as('marek.nowak');
  coordinator = as('amy.adeyemi');
  reference = (await referrer.post('/referrals', aReferralBody())).body.reference;
});
afterAll(() => product?.stop());

function expectProblem(response: Omit<Response, 'body'>, status: number, code: string): void {
  const body = problemIn(response);
  expect(response.type).toBe('application/problem+json');
  expect({ status: response.status, code: body.code }).toEqual({ status, code });
  expect(body.title.length).toBeGreaterThan(20);
}

function problemIn(response: Omit<Response, 'body'>): Problem {
  return (response as unknown as { body: Problem }).body;
}

function raw(body: string | Buffer, type = 'application/json') {
  return request(app)
    .post('/api/v1/referrals')
    .set('Authorization', 'Bearer marek.nowak')
    .set('Idempotency-Key', randomUUID())
    .set('Content-Type', type)
    .serialize((text: unknown) => text as string)
    .send(body);
}

describe('a referral that cannot be one', () => {
  const body = aReferralBody();
  const victim = { ...body.victim };
  const wrong: [string, object, number, string, string?][] = [
    ['has a field nobody knows', { ...body, colour: 'red' }, 400, 'NOT_AS_DESCRIBED', 'body'],
    [
      'has a number for a name',
      { ...body, victim: { ...victim, givenNames: 7 } },
      400,
      'NOT_AS_DESCRIBED',
      'victim.givenNames',
    ],
    ['has control characters in its words', { ...body, narrative: 'a\u0000b' }, 400, 'NOT_AS_DESCRIBED', 'narrative'],
    ['has half a character in its words', { ...body, narrative: 'a\ud800b' }, 400, 'NOT_AS_DESCRIBED', 'narrative'],
    ['has nothing but blanks for words', { ...body, narrative: '  \n ' }, 400, 'NOT_AS_DESCRIBED', 'narrative'],
    [
      'happened on a day that does not exist',
      { ...body, occurredAt: '2026-02-30' },
      400,
      'NOT_AS_DESCRIBED',
      'occurredAt',
    ],
    [
      'happened at a time without an offset',
      { ...body, occurredAt: '2026-02-03T10:00' },
      400,
      'NOT_AS_DESCRIBED',
      'occurredAt',
    ],
    ['happens next year', { ...body, occurredAt: '2099-01-01' }, 422, 'HAPPENS_LATER', 'occurredAt'],
    [
      'is about somebody born next year',
      { ...body, victim: { ...victim, dateOfBirth: '2099-01-01' } },
      422,
      'BORN_LATER',
      'victim.dateOfBirth',
    ],
    [
      'has 25 answers',
      { ...body, assessment: { ...body.assessment, answers: Array<string>(25).fill('yes') } },
      400,
      'NOT_AS_DESCRIBED',
      'assessment.answers',
    ],
    [
      'has 23 answers',
      { ...body, assessment: { ...body.assessment, answers: Array<string>(23).fill('yes') } },
      400,
      'NOT_AS_DESCRIBED',
      'assessment.answers',
    ],
    [
      'is about one person twice',
      { ...body, perpetrator: { ...body.perpetrator, givenNames: 'idonya', dateOfBirth: victim.dateOfBirth } },
      422,
      'PERPETRATOR_IS_VICTIM',
    ],
    [
      'is about one person twice, of whom one date is missing',
      { ...body, perpetrator: { givenNames: 'Idonya', familyName: victim.familyName } },
      422,
      'PERPETRATOR_IS_VICTIM',
    ],
    ['is for an area there is not', { ...body, area: 'atlantis' }, 422, 'UNKNOWN_AREA', 'area'],
    ['comes from an agency there is not', { ...body, referringAgencies: ['the-circus'] }, 422, 'UNKNOWN_AGENCY'],
    ['names somebody who does not work here', { ...body, mustNotSee: [randomUUID()] }, 422, 'UNKNOWN_PRACTITIONER'],
    [
      'says it is visible high risk and shows none',
      { ...body, assessment: undefined, policeGrade: undefined },
      400,
      'NOT_AS_DESCRIBED',
      'assessment',
    ],
    [
      'knows neither age nor date of birth',
      { ...body, victim: { ...victim, dateOfBirth: undefined } },
      400,
      'NOT_AS_DESCRIBED',
      'victim.dateOfBirth',
    ],
    [
      'is without consent and says not why',
      { ...body, consent: { given: false } },
      400,
      'NOT_AS_DESCRIBED',
      'consent.reason',
    ],
    [
      'has a narrative that is too long',
      { ...body, narrative: 'x'.repeat(10_001) },
      400,
      'NOT_AS_DESCRIBED',
      'narrative',
    ],
  ];

  it.each(wrong)('%s', async (_what, sent, status, code, at) => {
    const before = await product.store.prisma.command.count();
    const response = await referrer.post('/referrals', sent);
    expectProblem(response, status, code);
    if (at) expect(response.body.parts.map((part) => part.at)).toContain(at);
    expect(JSON.stringify(response.body)).not.toMatch(/Idonya|Lanternmere|Nightjar/i);
    expect(await product.store.prisma.command.count()).toBe(before);
  });
});

describe('a referral with a child born tomorrow', () => {
  it('is none: an unborn child is named as one', async () => {
    const tomorrow = addDays(londonDate(product.clock.now()), 1);
    const child = { unborn: false, givenNames: 'Wren', familyName: 'Lanternmere', dateOfBirth: tomorrow };
    const response = await referrer.post('/referrals', { ...aReferralBody(), children: [child] });
    expectProblem(response, 422, 'BORN_LATER');
    expect(response.body.parts.map((part) => part.at)).toEqual(['children.0.dateOfBirth']);
  });
});

describe('a body that is no body', () => {
  const deep = `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`;
  const wrong: [string, string | Buffer, number, string][] = [
    ['is not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400, 'NOT_JSON'],
    ['is cut short', '{"area": "maid', 400, 'NOT_JSON'],
    ['is empty', '', 400, 'NOT_JSON'],
    ['is nested beyond need', deep, 400, 'JSON_TOO_DEEP'],
    ['is nested beyond reason', '['.repeat(100_000), 400, 'JSON_TOO_DEEP'],
    ['names a field twice', '{"area":"swale","\\u0061rea":"medway"}', 400, 'JSON_KEY_TWICE'],
    ['reaches for prototypes', '{"__proto__":{"area":"swale"}}', 400, 'JSON_KEY_TWICE'],
    ['is larger than anything we take', `{"narrative":"${'x'.repeat(300_000)}"}`, 413, 'BODY_TOO_LARGE'],
    ['is a list', '[]', 400, 'NOT_AS_DESCRIBED'],
    ['is null', 'null', 400, 'NOT_AS_DESCRIBED'],
  ];
  it.each(wrong)('%s', async (_what, body, status, code) => expectProblem(await raw(body), status, code));

  it('is sent as something else', async () => {
    expectProblem(await raw('area=swale', 'application/x-www-form-urlencoded'), 415, 'NOT_JSON_TYPE');
    const packed = request(app)
      .post('/api/v1/referrals')
      .set({ Authorization: 'Bearer marek.nowak', 'Idempotency-Key': 'k', 'Content-Encoding': 'gzip' })
      .type('json')
      .send('{}');
    expectProblem(await packed, 415, 'NOT_JSON_TYPE');
  });
});

describe('a request that is not for its sender', () => {
  it('without a token is sent to sign in', async () => {
    const response = await request(app).get('/api/v1/cases');
    expectProblem(response, 401, 'NOT_SIGNED_IN');
    expect(response.get('www-authenticate')).toBe('Bearer');
  });

  it('from somebody nobody has registered is refused', async () => {
    expectProblem(await as('a.stranger').get('/cases'), 403, 'NOT_REGISTERED');
  });

  it('for another area’s case gets the same answer as for one that does not exist', async () => {
    const elsewhere = as('bruno.castelli');
    const [theirs, nobodys] = await Promise.all([
      elsewhere.get(`/cases/${reference}`),
      elsewhere.get('/cases/KMT4-9RQX'),
    ]);
    expectProblem(theirs, 404, 'NOT_FOUND');
    expect({ ...theirs.body, instance: '' }).toEqual({ ...nobodys.body, instance: '' });
    expectProblem(await elsewhere.post(`/cases/${reference}/screening`, { outcome: 'accept' }), 404, 'NOT_FOUND');
    expectProblem(await elsewhere.get('/cases/not-a-reference'), 404, 'NOT_FOUND');
  });

  it('takes a role that allows it', async () => {
    expectProblem(await referrer.post(`/cases/${reference}/screening`, { outcome: 'accept' }), 403, 'NOT_ALLOWED');
    expectProblem(await referrer.post('/adoptions', aReferralBody()), 403, 'NOT_ALLOWED');
    expectProblem(await referrer.get('/overdue'), 403, 'NOT_ALLOWED');
  });

  it('of somebody who must not see the people finds nothing, whatever their role', async () => {
    const { items } = (await coordinator.get<People>('/people?role=coordinator&area=maidstone')).body;
    const mustNotSee = items.map(({ practitionerId }) => practitionerId);
    const hidden = (await referrer.post('/referrals', aReferralBody({ mustNotSee }))).body.reference;
    expectProblem(await coordinator.get(`/cases/${hidden}`), 404, 'NOT_FOUND');
    const page = await coordinator.get<{ items: { reference: string }[] }>('/cases?limit=200');
    expect(page.status, logged.at(-2)).toBe(200);
    const listed = page.body.items;
    expect(listed.map((one) => one.reference)).not.toContain(hidden);
  });
});

describe('headers and addresses', () => {
  it('a POST needs a key of a reasonable kind', async () => {
    const send = () => request(app).post('/api/v1/referrals').set('Authorization', 'Bearer marek.nowak').type('json');
    expectProblem(await send().send('{}'), 400, 'KEY_MISSING');
    expectProblem(await send().set('Idempotency-Key', 'x'.repeat(201)).send('{}'), 400, 'KEY_NOT_VALID');
  });

  it('a version has to look like one, and is asked for where people collide', async () => {
    const path = `/api/v1/cases/${reference}/grade`;
    const send = () =>
      request(app).post(path).set({ Authorization: 'Bearer amy.adeyemi', 'Idempotency-Key': randomUUID() });
    expectProblem(await send().send({}), 428, 'VERSION_MISSING');
    expectProblem(await send().set('If-Match', 'seven').send({}), 400, 'VERSION_NOT_VALID');
  });

  it.each([
    ['/cases?after=nonsense', 400, 'CURSOR_NOT_VALID'],
    ['/cases?limit=1000', 400, 'NOT_AS_DESCRIBED'],
    ['/cases?limit=1&limit=2', 400, 'NOT_AS_DESCRIBED'],
    ['/cases?colour=red', 400, 'NOT_AS_DESCRIBED'],
    ['/cases?area=atlantis', 422, 'UNKNOWN_AREA'],
    ['/meetings?from=2026-03-02&until=2026-03-01', 400, 'NOT_AS_DESCRIBED'],
    ['/me?who=else', 400, 'NOT_AS_DESCRIBED'],
    ['/clocks/not-an-id', 404, 'NOT_FOUND'],
    [`/commands/${randomUUID()}`, 404, 'NOT_FOUND'],
    ['/nowhere', 404, 'NO_SUCH_ADDRESS'],
    ['/cases/%E0%A4%A', 404, 'NO_SUCH_ADDRESS'],
  ])('GET %s is %i %s', async (path, status, code) => expectProblem(await coordinator.get(path), status, code));

  it('a method an address does not have is named with those it has', async () => {
    const response = await request(app).delete(`/api/v1/cases/${reference}`).set('Authorization', 'Bearer amy.adeyemi');
    expectProblem(response, 405, 'METHOD_NOT_ALLOWED');
    expect(response.get('allow')).toBe('GET');
  });

  it('too many requests are told when to come again', async () => {
    const few = officeForTest(product, { perAddress: 100, perActor: 2 }).as('amy.adeyemi');
    await few.get('/me');
    await few.get('/me');
    const third = await few.get('/me');
    expectProblem(third, 429, 'TOO_MANY_REQUESTS');
    expect(Number(third.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('whatever is sent', () => {
  const posts = routes.filter((route) => route.method === 'post').map((route) => route.path);
  const anything = fc.oneof(fc.jsonValue(), fc.object({ maxDepth: 3, withNullPrototype: false }));

  it('gets an answer that is no fault of ours, with code and sentence', async () => {
    const cases = fc.tuple(fc.constantFrom(...posts), anything, fc.constantFrom('"1"', '*'));
    await fc.assert(
      fc.asyncProperty(cases, async ([path, body, version]) => {
        const address = path.replace(':reference', reference).replaceAll(/:\w+/g, () => randomUUID());
        const response = await request(app)
          .post(`/api/v1${address}`)
          .set({ Authorization: 'Bearer amy.adeyemi', 'Idempotency-Key': randomUUID(), 'If-Match': version })
          .type('json')
          .send(JSON.stringify(body ?? null));
        expect(response.status).toBeLessThan(500);
        if (response.status < 300) return;
        expect(response.type).toBe('application/problem+json');
        expect(problemIn(response).code).toMatch(/^[A-Z_]+$/);
      }),
      { numRuns: 300 },
    );
  });

  it('mutated from a good referral is either taken or refused, and never half kept', async () => {
    const good = aReferralBody() as unknown as Record<string, unknown>;
    const names = Object.keys(good);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), anything, async (name, value) => {
        const response = await referrer.post('/referrals', { ...good, [name]: value });
        expect(response.status).toBeLessThan(500);
        if (response.status >= 300) expect(response.type).toBe('application/problem+json');
      }),
      { numRuns: 150 },
    );
  });

  it('leaves nothing personal in the log', () => {
    expect(logged.length).toBeGreaterThan(300);
    expect(logged.join('\n')).not.toMatch(/Idonya|Lanternmere|Nightjar|followed her|01632/i);
  });
});
