import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuthorityView } from '../../contracts/views/authorityViews.ts';
import type { CaseView } from '../../contracts/views/caseView.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { aReferralBody, officeForTest } from './officeForTest.ts';

let product: TestProduct;
let office: ReturnType<typeof officeForTest>;

const kent = { code: 'kent', name: 'Kent', childrensServices: 'childrens-services-kent', places: ['ME14', 'ME2 4'] };
const medway = {
  code: 'medway',
  name: 'Medway',
  childrensServices: 'childrens-services-medway',
  places: ['me4', 'ME2'],
};
const terms = [
  { from: '2026-04-20', until: '2026-05-22' },
  { from: '2026-06-01', until: '2026-07-22' },
];
const schoolYear = { year: '2025/26', terms, source: 'invented for this test' };

/** Amy coordinates Maidstone; Una leads the children's services of Kent, Priya works for Medway's, Wanda keeps the system. */
const amy = () => office.as('amy.adeyemi');
const wanda = () => office.as('wanda.osei');

beforeAll(async () => {
  product = await startWorkerForTest();
  office = officeForTest(product);
  for (const authority of [kent, medway])
    expect((await wanda().post('/administration/authorities', authority)).status).toBe(201);
  expect((await wanda().post('/administration/authorities/kent/school-years', schoolYear)).status).toBe(201);
});
afterAll(() => product?.stop());

const child = (givenNames: string, more: object = {}) => {
  return { unborn: false, givenNames, familyName: 'Lanternmere', dateOfBirth: '2016-03-09', ...more };
};
const livesAt = (postcode: string) => ({ address: { lines: ['9 Tern Close'], postcode } });

async function referred(children: object[], more: object = {}): Promise<CaseView> {
  const { status, body } = await office.as('marek.nowak').post('/referrals', aReferralBody({ children, ...more }));
  expect({ status, body }).toMatchObject({ status: 201 });
  return seen(body.reference);
}
async function seen(reference: string, by = 'amy.adeyemi'): Promise<CaseView> {
  return (await office.as(by).get<CaseView>(`/cases/${reference}`)).body;
}
const running = (view: CaseView, kind: string) =>
  view.clocks.filter((clock) => clock.kind === kind && clock.status !== 'ended');
const idsOf = (view: CaseView) => view.children.map(({ childId }) => childId);
const about = { incident: 'He shouted and broke a door; both were in the room.', concerns: 'They are afraid of him.' };

describe('the children’s services of a child', () => {
  it('are those of the place where the child lives: one notification each, delivered and acknowledged for itself', async () => {
    const view = await referred([
      child('Alder'),
      child('Briar', livesAt('ME4 4TT')),
      child('Clover', livesAt('ME2 4AA')),
    ]);
    const services = view.children.map(({ who, ...each }) => [
      who?.identity?.['givenNames'],
      each.services,
      each.servicesBy,
    ]);
    expect(services.toSorted()).toEqual([
      ['Alder', 'childrens-services-kent', 'address'],
      ['Briar', 'childrens-services-medway', 'address'],
      // A sector is narrower than the district it lies in.
      ['Clover', 'childrens-services-kent', 'address'],
    ]);
    const { reference } = view;
    const sent = await amy().post(`/cases/${reference}/child-notifications`, { children: idsOf(view), about });
    expect(sent.status).toBe(201);
    const notified = await seen(reference);
    expect(notified.handovers.map(({ to }) => to).toSorted()).toEqual([
      'childrens-services-kent',
      'childrens-services-kent',
      'childrens-services-medway',
    ]);
    const own = await seen(reference, 'priya.chandran');
    expect(own.handovers).toMatchObject([{ to: 'childrens-services-medway', asked: { text: about } }]);
    const arrived = { handoverId: own.handovers[0]?.handoverId };
    expect((await office.as('priya.chandran').post(`/cases/${reference}/acknowledgements`, arrived)).status).toBe(200);
    const after = await seen(reference);
    const waiting = after.handovers.filter(({ acknowledgedAt }) => acknowledgedAt === null);
    expect(waiting.map(({ to }) => to)).toEqual(['childrens-services-kent', 'childrens-services-kent']);
    expect(running(after, 'urgentAcknowledgement')).toHaveLength(2);
  });

  it('are a task of the coordinator where none cover the address, and nobody else is notified in their place', async () => {
    const view = await referred([child('Alder', livesAt('AB10 1XG'))]);
    const { reference } = view;
    expect(view.children).toMatchObject([{ servicesBy: 'nobody' }]);
    const tasks = await amy().get<{ items: { reference: string; kind: string }[] }>('/me/tasks?until=2099-01-01');
    expect(tasks.body.items.filter((task) => task.reference === reference)).toContainEqual(
      expect.objectContaining({ kind: 'childServices' }),
    );
    const [id] = idsOf(view);
    const path = `/cases/${reference}/child-notifications`;
    expect((await amy().post(path, { children: [id], about })).body).toMatchObject({
      code: 'CHILD_SERVICES_NOT_KNOWN',
      parts: [{ at: 'to' }],
    });
    expect(running(await seen(reference), 'childServices')).toHaveLength(1);
    const found = { child: id, services: 'childrens-services-medway' };
    expect((await office.as('owen.tregear').post(`/cases/${reference}/child-services`, found)).status).toBe(404);
    expect((await amy().post(`/cases/${reference}/child-services`, { ...found, services: 'nowhere' })).status).toBe(
      422,
    );
    expect((await amy().post(`/cases/${reference}/child-services`, found)).status).toBe(200);
    expect((await amy().post(path, { children: [id], about })).status).toBe(201);
    const settled = await seen(reference);
    expect(settled.handovers).toMatchObject([{ to: 'childrens-services-medway' }]);
    expect(running(settled, 'childServices')).toEqual([]);
  });

  it('are found without the address leaving the people it belongs to', async () => {
    const { reference } = await referred([child('Alder', livesAt('ME4 4ZZ'))]);
    const { id: caseId } = await product.store.prisma.case.findUniqueOrThrow({ where: { reference } });
    const where = { caseId };
    const kept = JSON.stringify([
      await product.store.prisma.command.findMany({ where }),
      await product.store.prisma.auditEvent.findMany({ where }),
      await product.store.prisma.child.findMany({ where }),
      await product.store.prisma.notice.findMany({ where }),
    ]);
    expect(kept).toContain('address');
    expect(kept).not.toMatch(/ME4|4ZZ|Tern/);
  });
});

describe('the schools of the children', () => {
  it('are told before the next school day of the place where they live, once for the family', async () => {
    const view = await referred([child('Alder'), child('Briar'), child('Clover', { dateOfBirth: '2024-03-09' })], {
      occurredAt: '2026-05-22T15:00:00Z',
    });
    const { reference } = view;
    const [clock, ...others] = running(view, 'schoolTold');
    expect(others).toEqual([]);
    expect(clock?.due).toEqual({ type: 'day', date: '2026-05-31' });
    const why = await amy().get<{ sentences: string[] }>(`/clocks/${clock?.clockId}`);
    expect(JSON.stringify(why.body)).toContain('Monday 1 June 2026 (by the terms of Kent 2025/26, edition 1)');
    const ofAge = view.children.filter(({ school }) => school !== null).map(({ childId }) => childId);
    expect(ofAge).toHaveLength(2);
    const path = `/cases/${reference}/school-tellings`;
    const note = 'The officer rang the head teacher.';
    expect((await office.as('leila.haddad').post(path, { children: ofAge, result: 'told' })).status).toBe(200);
    expect((await amy().post(path, { children: ofAge.slice(1), result: 'toldAlready', note })).body).toMatchObject({
      code: 'SCHOOL_TOLD_ALREADY',
      blocking: [{ type: 'child', id: ofAge[1] }],
    });
    const told = await seen(reference);
    expect(running(told, 'schoolTold')).toEqual([]);
    expect(told.children.filter(({ school }) => school?.result === 'told')).toHaveLength(2);
  });

  it('keep what was noted for those who see the whole case', async () => {
    const view = await referred([child('Alder')]);
    const { reference } = view;
    const note = 'The officer rang the head teacher.';
    const telling = { children: idsOf(view), result: 'toldAlready', note };
    expect((await amy().post(`/cases/${reference}/school-tellings`, telling)).status).toBe(200);
    await amy().post(`/cases/${reference}/child-notifications`, { children: idsOf(view), about });
    expect((await seen(reference)).children).toMatchObject([
      { school: { result: 'toldAlready', note: { text: note } } },
    ]);
    const service = await seen(reference, 'una.whitcombe');
    expect(service.children).toMatchObject([{ school: { result: 'toldAlready', note: { state: 'withheld' } } }]);
  });

  it('are counted by terms that were entered anew from then on; what was counted before stays', async () => {
    const occurredAt = '2026-05-22T15:00:00Z';
    const before = await referred([child('Alder')], { occurredAt });
    const longer = [
      { from: '2026-04-20', until: '2026-05-22' },
      { from: '2026-06-08', until: '2026-07-24' },
    ];
    const anew = { ...schoolYear, terms: longer, closed: [{ date: '2026-06-08', name: 'In-service day' }] };
    expect((await wanda().post('/administration/authorities/kent/school-years', anew)).status).toBe(201);
    const after = await referred([child('Alder')], { occurredAt });
    expect(running(after, 'schoolTold')).toMatchObject([{ due: { date: '2026-06-08' } }]);
    expect(running(await seen(before.reference), 'schoolTold')).toMatchObject([{ due: { date: '2026-05-31' } }]);
    const { items } = (await wanda().get<{ items: AuthorityView[] }>('/administration/authorities')).body;
    expect(items.find(({ code }) => code === 'kent')?.schoolYears).toMatchObject([{ edition: 2, terms: longer }]);
    expect((await wanda().post('/administration/authorities/kent/school-years', schoolYear)).status).toBe(201);
  });
});

describe('local authorities', () => {
  it('are kept by the system administrator alone, each place by one of them', async () => {
    expect((await amy().get('/administration/authorities')).status).toBe(403);
    expect((await amy().post('/administration/authorities', { ...kent, code: 'essex' })).status).toBe(403);
    const places = '/administration/authorities/medway/places';
    const { code: _code, ...change } = medway;
    const taken = await wanda().post(places, { ...change, places: ['ME4', 'ME14'] });
    expect(taken.status).toBe(409);
    expect(taken.body).toMatchObject({ code: 'PLACE_COVERED', parts: [{ at: 'places' }] });
    expect(
      (await wanda().post(places, { ...change, name: 'Medway Council', places: ['ME4', 'ME2', 'ME5'] })).status,
    ).toBe(200);
    const { items } = (await wanda().get<{ items: AuthorityView[] }>('/administration/authorities')).body;
    expect(items).toMatchObject([{ code: 'kent' }, { name: 'Medway Council', places: ['ME2', 'ME4', 'ME5'] }]);
    expect((await wanda().post('/administration/authorities', medway)).body.code).toBe('CODE_TAKEN');
    expect((await wanda().post('/administration/authorities/essex/places', change)).status).toBe(404);
  });

  it.each([
    [
      'a place that is none',
      '/administration/authorities',
      { ...medway, code: 'essex', places: ['Essex'] },
      'places.0',
    ],
    [
      'a place named twice',
      '/administration/authorities',
      { ...medway, code: 'essex', places: ['CM1', 'cm1'] },
      'places',
    ],
    [
      'services that are not there',
      '/administration/authorities',
      { ...medway, code: 'essex', childrensServices: 'nobody' },
      'childrensServices',
    ],
    [
      'a year that is none',
      '/administration/authorities/kent/school-years',
      { ...schoolYear, year: 'next year' },
      'year',
    ],
    [
      'a year of no two years',
      '/administration/authorities/kent/school-years',
      { ...schoolYear, year: '2025/27' },
      'year',
    ],
    [
      'a term that ends before it begins',
      '/administration/authorities/kent/school-years',
      { ...schoolYear, terms: [{ from: '2026-05-22', until: '2026-04-20' }] },
      'terms.0.until',
    ],
    [
      'terms in disorder',
      '/administration/authorities/kent/school-years',
      { ...schoolYear, terms: terms.toReversed() },
      'terms',
    ],
    [
      'a term of another year',
      '/administration/authorities/kent/school-years',
      { ...schoolYear, terms: [{ from: '2026-09-01', until: '2026-10-16' }] },
      'terms',
    ],
    [
      'a day that does not exist',
      '/administration/authorities/kent/school-years',
      { ...schoolYear, terms: [{ from: '2026-02-30', until: '2026-04-01' }] },
      'terms.0.from',
    ],
    [
      'a shut day in the holidays',
      '/administration/authorities/kent/school-years',
      { ...schoolYear, closed: [{ date: '2026-05-27', name: 'In-service day' }] },
      'closed',
    ],
    ['no source', '/administration/authorities/kent/school-years', { year: '2025/26', terms }, 'source'],
  ])('refuse %s and say where', async (_what, path, body, at) => {
    const answer = await wanda().post(path, body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code: 'NOT_AS_DESCRIBED', parts: [{ at }] });
  });
});
