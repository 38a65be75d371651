import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { expectNothingPersonal, expectProblem, loggedOfficeForFile } from './loggedOffice.ts';
import { aReferralBody, officeForTest } from './officeForTest.ts';

const office = loggedOfficeForFile();
const referrer = () => office.as('marek.nowak');
const coordinator = () => office.as('amy.adeyemi');

interface People {
  readonly items: readonly { readonly practitionerId: string }[];
}

describe('a request that is not for its sender', () => {
  it('without a token is sent to sign in', async () => {
    const response = await request(office.app()).get('/api/v1/cases');
    expectProblem(response, 401, 'NOT_SIGNED_IN');
    expect(response.get('www-authenticate')).toBe('Bearer');
  });

  it('from somebody nobody has registered is refused', async () => {
    expectProblem(await office.as('a.stranger').get('/cases'), 403, 'NOT_REGISTERED');
  });

  it('for another area’s case gets the same answer as for one that does not exist', async () => {
    const elsewhere = office.as('bruno.castelli');
    const [theirs, nobodys] = await Promise.all([
      elsewhere.get(`/cases/${office.reference()}`),
      elsewhere.get('/cases/KMT4-9RQX'),
    ]);
    expectProblem(theirs, 404, 'NOT_FOUND');
    expect({ ...theirs.body, instance: '' }).toEqual({ ...nobodys.body, instance: '' });
    expectProblem(
      await elsewhere.post(`/cases/${office.reference()}/screening`, { outcome: 'accept' }),
      404,
      'NOT_FOUND',
    );
    expectProblem(await elsewhere.get('/cases/not-a-reference'), 404, 'NOT_FOUND');
  });

  it('takes a role that allows it', async () => {
    expectProblem(
      await referrer().post(`/cases/${office.reference()}/screening`, { outcome: 'accept' }),
      403,
      'NOT_ALLOWED',
    );
    expectProblem(await referrer().post('/adoptions', aReferralBody()), 403, 'NOT_ALLOWED');
    expectProblem(await referrer().get('/overdue'), 403, 'NOT_ALLOWED');
  });

  it('of somebody who must not see the people finds nothing, whatever their role', async () => {
    const { items } = (await coordinator().get<People>('/people?role=coordinator&area=maidstone')).body;
    const mustNotSee = items.map(({ practitionerId }) => practitionerId);
    const hidden = (await referrer().post('/referrals', aReferralBody({ mustNotSee }))).body.reference;
    expectProblem(await coordinator().get(`/cases/${hidden}`), 404, 'NOT_FOUND');
    const page = await coordinator().get<{ items: { reference: string }[] }>('/cases?limit=200');
    expect(page.status, office.logged.at(-2)).toBe(200);
    const listed = page.body.items;
    expect(listed.map((one) => one.reference)).not.toContain(hidden);
  });
});

describe('headers and addresses', () => {
  it('a POST needs a key of a reasonable kind', async () => {
    const send = () =>
      request(office.app()).post('/api/v1/referrals').set('Authorization', 'Bearer marek.nowak').type('json');
    expectProblem(await send().send('{}'), 400, 'KEY_MISSING');
    expectProblem(await send().set('Idempotency-Key', 'x'.repeat(201)).send('{}'), 400, 'KEY_NOT_VALID');
  });

  it('a version has to look like one, and is asked for where people collide', async () => {
    const path = `/api/v1/cases/${office.reference()}/grade`;
    const send = () =>
      request(office.app()).post(path).set({ Authorization: 'Bearer amy.adeyemi', 'Idempotency-Key': randomUUID() });
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
  ])('GET %s is %i %s', async (path, status, code) => expectProblem(await coordinator().get(path), status, code));

  it('a method an address does not have is named with those it has', async () => {
    const response = await request(office.app())
      .delete(`/api/v1/cases/${office.reference()}`)
      .set('Authorization', 'Bearer amy.adeyemi');
    expectProblem(response, 405, 'METHOD_NOT_ALLOWED');
    expect(response.get('allow')).toBe('GET');
  });

  it('too many requests are told when to come again', async () => {
    const few = officeForTest(office.product(), { perAddress: 100, perActor: 2 }).as('amy.adeyemi');
    await few.get('/me');
    await few.get('/me');
    const third = await few.get('/me');
    expectProblem(third, 429, 'TOO_MANY_REQUESTS');
    expect(Number(third.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('the log of them', () => {
  it('holds nothing personal', () => expectNothingPersonal(office.logged, 20));
});
