import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '../../contracts/views/caseView.ts';
import { addDays, londonDate } from '../../domain/calendar/london.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { aReferralBody, officeForTest, type Posted } from './officeForTest.ts';

let product: TestProduct;
let office: ReturnType<typeof officeForTest>;

const amy = () => office.as('amy.adeyemi');
const today = () => londonDate(product.clock.now());

beforeAll(async () => {
  product = await startWorkerForTest();
  office = officeForTest(product);
  for (const [code, childrensServices, places] of [
    ['kent', 'childrens-services-kent', ['ME14']],
    ['medway', 'childrens-services-medway', ['ME4']],
  ]) {
    const authority = { code, name: code, childrensServices, places };
    expect((await office.as('wanda.osei').post('/administration/authorities', authority)).status).toBe(201);
  }
});
afterAll(() => product?.stop());

const alder = { givenNames: 'Alder', familyName: 'Lanternmere', dateOfBirth: '2016-03-09' };
const inMedway = { lines: ['9 Tern Close'], postcode: 'ME4 4TT' };

async function referred(children: object[] = []): Promise<string> {
  const { status, body } = await office.as('marek.nowak').post('/referrals', aReferralBody({ children }));
  expect(status).toBe(201);
  return body.reference;
}
async function graded(children: object[] = []): Promise<string> {
  const reference = await referred(children);
  expect((await amy().post(`/cases/${reference}/screening`, { outcome: 'accept' })).status).toBe(200);
  expect((await amy().post(`/cases/${reference}/grade`, {}, { version: '*' })).status).toBe(200);
  return reference;
}
const seen = async (reference: string, by = 'amy.adeyemi') =>
  (await office.as(by).get<CaseView>(`/cases/${reference}`)).body;
const running = (view: CaseView, kind: string) =>
  view.clocks.filter((clock) => clock.kind === kind && clock.status !== 'ended');
const add = (reference: string, body: object, by = 'amy.adeyemi') =>
  office.as(by).post(`/cases/${reference}/children`, body);
const putRight = (reference: string, body: object) => amy().post(`/cases/${reference}/child-corrections`, body);
const whoIn = ({ children }: CaseView) => children.map(({ who }) => who?.identity?.['dateOfBirth']);

describe('a child of whom the referral did not tell', () => {
  it('is one of the case like any other: services by the address, the school, the notification, the agenda', async () => {
    const reference = await graded();
    const answer = await add(reference, { child: 'born', ...alder, address: inMedway, school: 'Harbour Primary' });
    expect(answer.status).toBe(201);
    const { childId } = answer.body.created as Posted['created'] & { childId: string };
    const view = await seen(reference);
    expect(view.children).toMatchObject([
      { childId, services: 'childrens-services-medway', servicesBy: 'address', ageBand: 'oneToSeventeen' },
    ]);
    expect(view.children[0]).toMatchObject({ about: { text: { school: 'Harbour Primary' } }, notificationOwed: true });
    expect(view.children[0]?.who?.identity).toMatchObject({ givenNames: 'Alder', address: '9 Tern Close' });
    expect(running(view, 'schoolTold')).toHaveLength(1);
    const row = await product.store.prisma.case.findUniqueOrThrow({ where: { reference } });
    expect(row.childCount).toBe(1);
  });

  it('who is born tomorrow is refused, and who is not born yet is added without a name', async () => {
    const reference = await graded();
    const tomorrow = { ...alder, dateOfBirth: addDays(today(), 1) };
    expect((await add(reference, { child: 'born', ...tomorrow })).body).toMatchObject({
      code: 'BORN_LATER',
      parts: [{ at: 'dateOfBirth' }],
    });
    expect((await add(reference, { child: 'born', ...alder, dateOfBirth: today() })).status).toBe(201);
    expect((await add(reference, { child: 'unborn', expectedOn: addDays(today(), 90) })).status).toBe(201);
    expect((await seen(reference)).children.map(({ ageBand }) => ageBand).toSorted()).toEqual(['unborn', 'underOne']);
  });

  it('is added by those who work with the family, once, and by nobody else', async () => {
    const reference = await graded([{ unborn: false, ...alder }]);
    expect((await add(reference, { child: 'born', ...alder })).body).toMatchObject({ code: 'CHILD_KNOWN_ALREADY' });
    const briar = { child: 'born', ...alder, givenNames: 'Briar' };
    for (const [by, status] of [
      ['owen.tregear', 404],
      ['viktor.sandor', 403],
      ['leila.haddad', 201],
    ] as const)
      expect((await add(reference, briar, by)).status, by).toBe(status);
  });

  it('leaves no name and no address in commands, the record, boards and mail', async () => {
    const reference = await graded();
    expect(
      (await add(reference, { child: 'born', ...alder, address: inMedway, school: 'Harbour Primary' })).status,
    ).toBe(201);
    const [child] = (await seen(reference)).children;
    const change = { child: child?.childId, dateOfBirth: '2015-02-08', school: 'Gullside Primary' };
    expect((await putRight(reference, change)).status).toBe(200);
    const { prisma } = product.store;
    const { id: caseId } = await prisma.case.findUniqueOrThrow({ where: { reference } });
    const where = { caseId };
    const kept = JSON.stringify([
      await prisma.command.findMany({ where }),
      await prisma.auditEvent.findMany({ where }),
      await prisma.child.findMany({ where }),
      await prisma.notice.findMany({ where }),
      await prisma.personCorrection.findMany(),
    ]);
    expect(kept).toContain('childPutRight');
    expect(kept).not.toMatch(/Alder|Tern|ME4 4TT|Harbour|Gullside|2015-02-08|2016-03-09/);
  });
});

describe('what stands of a child', () => {
  it('is put right for every case they are in, and they are found by it', async () => {
    const reference = await graded([{ unborn: false, ...alder, dateOfBirth: '2006-03-09' }]);
    const [child] = (await seen(reference)).children;
    expect(child).toMatchObject({ ageBand: 'adult', notificationOwed: false });
    expect((await putRight(reference, { child: child?.childId, dateOfBirth: '2016-03-09' })).status).toBe(200);
    const after = await seen(reference);
    expect(whoIn(after)).toEqual(['2016-03-09']);
    expect(after.children).toMatchObject([{ ageBand: 'oneToSeventeen', notificationOwed: true }]);
    // Named again by the right date of birth it is the same child.
    expect((await add(reference, { child: 'born', ...alder })).body).toMatchObject({ code: 'CHILD_KNOWN_ALREADY' });
    expect(await product.store.prisma.personCorrection.count()).toBe(0);
    const history = await amy().get<{ items: { what: string }[] }>(`/cases/${reference}/history`);
    expect(history.body.items.map(({ what }) => what)).toContain(
      'What stands of a child was put right: the date of birth.',
    );
  });

  it('may be that they have been born: with names and a date of birth, and today at the latest', async () => {
    const reference = await graded([{ unborn: true }]);
    const [child] = (await seen(reference)).children;
    const born = { child: child?.childId, givenNames: 'Clover', familyName: 'Lanternmere', dateOfBirth: today() };
    expect((await putRight(reference, { child: child?.childId, dateOfBirth: today() })).body).toMatchObject({
      code: 'NOT_AS_DESCRIBED',
      parts: [{ at: 'givenNames' }, { at: 'familyName' }],
    });
    expect((await putRight(reference, { ...born, dateOfBirth: addDays(today(), 1) })).body.code).toBe('BORN_LATER');
    expect((await putRight(reference, born)).status).toBe(200);
    expect((await seen(reference)).children).toMatchObject([
      { childId: child?.childId, ageBand: 'underOne', who: { identity: { givenNames: 'Clover' } } },
    ]);
  });

  it('may be the address: other services are told, though those of the wrong one had been', async () => {
    const reference = await graded([{ unborn: false, ...alder }]);
    const [child] = (await seen(reference)).children;
    const told = { children: [child?.childId], about: { incident: 'He broke a door.', concerns: 'They are afraid.' } };
    expect((await amy().post(`/cases/${reference}/child-notifications`, told)).status).toBe(201);
    expect((await seen(reference)).children).toMatchObject([{ notified: true, services: 'childrens-services-kent' }]);
    expect((await putRight(reference, { child: child?.childId, address: inMedway })).status).toBe(200);
    const after = await seen(reference);
    expect(after.children).toMatchObject([
      { notified: false, notificationOwed: true, services: 'childrens-services-medway', servicesBy: 'address' },
    ]);
    expect(after.children[0]?.who?.identity).toMatchObject({ postcode: 'ME4 4TT', dateOfBirth: '2016-03-09' });
  });

  it('is refused where nothing is said, for a child the case does not know, and as a sibling who is there', async () => {
    const reference = await graded([
      { unborn: false, ...alder },
      { unborn: false, ...alder, givenNames: 'Briar' },
    ]);
    const view = await seen(reference);
    const briar = view.children.find(({ who }) => who?.identity?.['givenNames'] === 'Briar');
    expect((await putRight(reference, { child: briar?.childId })).status).toBe(400);
    const unknown = '0198c0de-0000-7000-8000-000000000000';
    expect((await putRight(reference, { child: unknown, school: 'Harbour Primary' })).body.code).toBe('UNKNOWN_CHILD');
    expect((await putRight(reference, { child: briar?.childId, givenNames: 'Alder' })).body.code).toBe(
      'CHILD_KNOWN_ALREADY',
    );
  });
});

describe('a child who was told of by mistake', () => {
  it('is taken out with the reason, and services that were notified read why and say that they have heard', async () => {
    const takeOut = (reference: string, body: object, by = 'amy.adeyemi') =>
      office.as(by).post(`/cases/${reference}/child-removals`, body);
    const reference = await graded([{ unborn: false, ...alder }]);
    const [child] = (await seen(reference)).children;
    const { childId } = child ?? {};
    const told = { children: [childId], about: { incident: 'He broke a door.', concerns: 'They are afraid.' } };
    expect((await amy().post(`/cases/${reference}/child-notifications`, told)).status).toBe(201);
    const { prisma } = product.store;
    const { id: caseId } = await prisma.case.findUniqueOrThrow({ where: { reference } });
    await prisma.notice.updateMany({ where: { caseId, code: 'childrenNotified' }, data: { status: 'sent' } });

    const reason = 'Alder belongs to the family next door.';
    expect((await takeOut(reference, { child: childId })).status).toBe(400);
    expect((await takeOut(reference, { child: childId, reason }, 'viktor.sandor')).status).toBe(403);
    expect((await takeOut(reference, { child: childId, reason })).status).toBe(200);
    const view = await seen(reference);
    expect(view.children).toEqual([]);
    expect(running(view, 'urgentChildNotified')).toEqual([]);
    expect((await takeOut(reference, { child: childId, reason })).body).toMatchObject({ code: 'UNKNOWN_CHILD' });

    const atServices = await seen(reference, 'una.whitcombe');
    expect(atServices.handovers).toMatchObject([
      { kind: 'childCorrection', urgent: true, acknowledgedAt: null, asked: { state: 'open', text: reason } },
    ]);
    const [correction] = atServices.handovers;
    const heard = { handoverId: correction?.handoverId };
    expect((await office.as('una.whitcombe').post(`/cases/${reference}/acknowledgements`, heard)).status).toBe(200);
    expect(running(await seen(reference), 'urgentAcknowledgement')).toEqual([]);
    const history = await amy().get<{ items: { what: string }[] }>(`/cases/${reference}/history`);
    expect(history.body.items.map(({ what }) => what)).toContain(
      'A child was taken out of the case: they had been told of by mistake. Children’s services that had been notified are told so.',
    );
  });
});
