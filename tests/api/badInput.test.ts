import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { routes } from '../../api/routes.ts';
import { addDays, londonDate } from '../../domain/calendar/london.ts';
import { expectNothingPersonal, expectProblem, loggedOfficeForFile, problemIn } from './loggedOffice.ts';
import { aReferralBody } from './officeForTest.ts';

const office = loggedOfficeForFile();
const referrer = () => office.as('marek.nowak');

function raw(body: string | Buffer, type = 'application/json') {
  return request(office.app())
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
  /** What is wrong, and where. */
  const notAsDescribed: [string, object, string][] = [
    ['has a field nobody knows', { ...body, colour: 'red' }, 'body'],
    ['has a number for a name', { ...body, victim: { ...victim, givenNames: 7 } }, 'victim.givenNames'],
    ['has control characters in its words', { ...body, narrative: 'a\u0000b' }, 'narrative'],
    ['has half a character in its words', { ...body, narrative: 'a\ud800b' }, 'narrative'],
    ['has nothing but blanks for words', { ...body, narrative: '  \n ' }, 'narrative'],
    ['happened on a day that does not exist', { ...body, occurredAt: '2026-02-30' }, 'occurredAt'],
    ['happened at a time without an offset', { ...body, occurredAt: '2026-02-03T10:00' }, 'occurredAt'],
    [
      'has 25 answers',
      { ...body, assessment: { ...body.assessment, answers: Array<string>(25).fill('yes') } },
      'assessment.answers',
    ],
    [
      'has 23 answers',
      { ...body, assessment: { ...body.assessment, answers: Array<string>(23).fill('yes') } },
      'assessment.answers',
    ],
    [
      'says it is visible high risk and shows none',
      { ...body, assessment: undefined, policeGrade: undefined },
      'assessment',
    ],
    [
      'knows neither age nor date of birth',
      { ...body, victim: { ...victim, dateOfBirth: undefined } },
      'victim.dateOfBirth',
    ],
    ['is without consent and says not why', { ...body, consent: { given: false } }, 'consent.reason'],
    ['has a narrative that is too long', { ...body, narrative: 'x'.repeat(10_001) }, 'narrative'],
  ];
  const refused: [string, object, string, string?][] = [
    ['happens next year', { ...body, occurredAt: '2099-01-01' }, 'HAPPENS_LATER', 'occurredAt'],
    [
      'is about somebody born next year',
      { ...body, victim: { ...victim, dateOfBirth: '2099-01-01' } },
      'BORN_LATER',
      'victim.dateOfBirth',
    ],
    [
      'is about one person twice',
      { ...body, perpetrator: { ...body.perpetrator, givenNames: 'idonya', dateOfBirth: victim.dateOfBirth } },
      'PERPETRATOR_IS_VICTIM',
    ],
    [
      'is about one person twice, of whom one date is missing',
      { ...body, perpetrator: { givenNames: 'Idonya', familyName: victim.familyName } },
      'PERPETRATOR_IS_VICTIM',
    ],
    ['is for an area there is not', { ...body, area: 'atlantis' }, 'UNKNOWN_AREA', 'area'],
    ['comes from an agency there is not', { ...body, referringAgencies: ['the-circus'] }, 'UNKNOWN_AGENCY'],
    ['names somebody who does not work here', { ...body, mustNotSee: [randomUUID()] }, 'UNKNOWN_PRACTITIONER'],
  ];

  it.each(notAsDescribed)('%s', (_what, sent, at) => expectRefused(sent, 400, 'NOT_AS_DESCRIBED', at));
  it.each(refused)('%s', (_what, sent, code, at) => expectRefused(sent, 422, code, at));

  async function expectRefused(sent: object, status: number, code: string, at?: string): Promise<void> {
    const before = await office.product().store.prisma.command.count();
    const response = await referrer().post('/referrals', sent);
    expectProblem(response, status, code);
    if (at) expect(response.body.parts.map((part) => part.at)).toContain(at);
    expect(JSON.stringify(response.body)).not.toMatch(/Idonya|Lanternmere|Nightjar/i);
    expect(await office.product().store.prisma.command.count()).toBe(before);
  }
});

describe('a referral with a child born tomorrow', () => {
  it('is none: an unborn child is named as one', async () => {
    const tomorrow = addDays(londonDate(office.product().clock.now()), 1);
    const child = { unborn: false, givenNames: 'Wren', familyName: 'Lanternmere', dateOfBirth: tomorrow };
    const response = await referrer().post('/referrals', { ...aReferralBody(), children: [child] });
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
    const packed = request(office.app())
      .post('/api/v1/referrals')
      .set({ Authorization: 'Bearer marek.nowak', 'Idempotency-Key': 'k', 'Content-Encoding': 'gzip' })
      .type('json')
      .send('{}');
    expectProblem(await packed, 415, 'NOT_JSON_TYPE');
  });
});

describe('whatever is sent', () => {
  const posts = routes.filter((route) => route.method === 'post').map((route) => route.path);
  const anything = fc.oneof(fc.jsonValue(), fc.object({ maxDepth: 3, withNullPrototype: false }));

  it('gets an answer that is no fault of ours, with code and sentence', async () => {
    const cases = fc.tuple(fc.constantFrom(...posts), anything, fc.constantFrom('"1"', '*'));
    await fc.assert(
      fc.asyncProperty(cases, async ([path, body, version]) => {
        const address = path.replace(':reference', office.reference()).replaceAll(/:\w+/g, () => randomUUID());
        const response = await request(office.app())
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
        const response = await referrer().post('/referrals', { ...good, [name]: value });
        expect(response.status).toBeLessThan(500);
        if (response.status >= 300) expect(response.type).toBe('application/problem+json');
      }),
      { numRuns: 150 },
    );
  });

  it('leaves nothing personal in the log', () => {
    expectNothingPersonal(office.logged, 300);
  });
});
