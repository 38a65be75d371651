import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import { addDays, addHours, addMonths, londonDate } from '../../domain/calendar/london.ts';
import { newId } from '../../platform/ids.ts';
import type { CaseView } from '../../contracts/views/caseView.ts';
import type { ExceptionView } from '../../contracts/views/officeViews.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { aReferralBody, dash, officeForTest } from './officeForTest.ts';

let product: TestProduct;
let office: ReturnType<typeof officeForTest>;

beforeAll(async () => {
  product = await startWorkerForTest();
  office = officeForTest(product);
});
afterAll(() => product?.stop());

/** Amy coordinates Maidstone, whose cases below the threshold are KIDAS's: Xanthe and, as its lead, Yusuf. */
const amy = () => office.as('amy.adeyemi');
const xanthe = () => office.as('xanthe.rowley');
const yusuf = () => office.as('yusuf.marlowe');

const belowThreshold = { assessment: { tool: 'DASH', version: 'marac-1', answers: dash(8) }, policeGrade: 'standard' };

async function referred(more: object): Promise<string> {
  const { status, body } = await office.as('marek.nowak').post('/referrals', aReferralBody(more));
  expect({ status, body }).toMatchObject({ status: 201 });
  return body.reference;
}

/** A case below the threshold, handed to the service of its area. */
async function handedOver(): Promise<{ readonly reference: string; readonly handoverId: string }> {
  const reference = await referred(belowThreshold);
  await amy().post(`/cases/${reference}/screening`, { outcome: 'accept' });
  expect((await amy().post(`/cases/${reference}/grade`, {}, { version: '*' })).status).toBe(200);
  const { body } = await amy().get<CaseView>(`/cases/${reference}`);
  expect(body).toMatchObject({ stage: 'handedOver', handovers: [{ to: 'kidas', kind: 'standardRisk' }] });
  return { reference, handoverId: body.handovers[0]?.handoverId ?? '' };
}

describe('a case below the threshold', () => {
  it('is seen by the service it was handed to: the referral, whom it is about and how contact is safe', async () => {
    const { reference, handoverId } = await handedOver();
    for (const ofTheService of [xanthe(), yusuf()]) {
      const seen = await ofTheService.get<CaseView>(`/cases/${reference}`);
      expect(seen.status).toBe(200);
      expect(seen.body).toMatchObject({ disclosure: 'agency', handovers: [{ handoverId }] });
      expect(seen.body.victim?.identity).toMatchObject({ givenNames: 'Idonya' });
      expect(seen.body.referral?.state).toBe('open');
      expect(seen.body.safeContact?.details).toMatchObject({ text: { mayLeaveMessage: false } });
    }
    for (const other of ['zofia.hartley', 'owen.tregear', 'una.whitcombe'])
      expect((await office.as(other).get(`/cases/${reference}`)).status, other).toBe(404);
  });

  it('comes back to the coordinator where the service refuses it, who asks another in its place', async () => {
    const { reference, handoverId } = await handedOver();
    const refusal = { handoverId, reason: 'She lives outside our contract area.' };
    const path = `/cases/${reference}/handover-refusals`;
    for (const [other, status] of [
      ['zofia.hartley', 404],
      ['leila.haddad', 403],
    ] as const)
      expect((await office.as(other).post(path, refusal)).status, other).toBe(status);
    expect((await xanthe().post(path, refusal)).status).toBe(200);
    const tasks = await amy().get<{ items: { reference: string; kind: string }[] }>('/me/tasks?until=2099-01-01');
    expect(tasks.body.items.filter((task) => task.reference === reference)).toContainEqual(
      expect.objectContaining({ kind: 'refusedHandover' }),
    );
    const told = await product.store.prisma.notice.findMany({ where: { code: 'handoverRefused' } });
    expect(told.map(({ asRole }) => asRole)).toContain('coordinator');
    // Whoever refused sees no more how contact is safe.
    expect((await xanthe().get<CaseView>(`/cases/${reference}`)).body.safeContact).toBeNull();

    const onward = { kind: 'standardRisk', to: 'mdas', request: 'Outreach, please.', insteadOf: handoverId };
    expect((await xanthe().post(`/cases/${reference}/onward-referrals`, onward)).status).toBe(403);
    expect((await amy().post(`/cases/${reference}/onward-referrals`, onward)).status).toBe(201);
    const { body } = await office.as('zofia.hartley').get<CaseView>(`/cases/${reference}`);
    expect(body.handovers).toMatchObject([{ to: 'mdas', asked: { text: 'Outreach, please.' }, insteadOf: handoverId }]);
    const whole = await amy().get<CaseView>(`/cases/${reference}`);
    expect(whole.body.handovers).toMatchObject([
      { to: 'kidas', refusedBecause: { text: 'She lives outside our contract area.' } },
      { to: 'mdas', acknowledgedAt: null },
    ]);
    expect(whole.body.handovers[0]?.settledAt).not.toBeNull();
    // Until then they might have taken it on after all; now they have no part in it.
    for (const ofTheService of [xanthe(), yusuf()])
      expect((await ofTheService.get(`/cases/${reference}`)).status).toBe(404);
    const { items } = (await xanthe().get<{ items: { reference: string }[] }>('/cases?limit=100')).body;
    expect(items.map((each) => each.reference)).not.toContain(reference);
  });

  it('is settled by a named person where nobody else is asked', async () => {
    const { reference, handoverId } = await handedOver();
    const decision = { handoverId, reason: 'The health visitor supports her already.' };
    const path = `/cases/${reference}/refusal-settlements`;
    expect((await amy().post(path, decision)).body.code).toBe('NOT_REFUSED');
    await xanthe().post(`/cases/${reference}/handover-refusals`, { handoverId, reason: 'Full.' });
    expect((await xanthe().post(path, decision)).status).toBe(403);
    expect((await amy().post(path, decision)).status).toBe(200);
    const { body } = await amy().get<CaseView>(`/cases/${reference}`);
    expect(body.handovers).toMatchObject([{ settledBecause: { text: 'The health visitor supports her already.' } }]);
    expect(body.clocks.filter(({ kind, status }) => kind === 'refusedHandover' && status !== 'ended')).toEqual([]);
  });

  it('waits for an adviser of the IDVA service until the other service has said that it takes the case on', async () => {
    const { reference, handoverId } = await handedOver();
    const { prisma } = product.store;
    const { id: caseId } = await prisma.case.findUniqueOrThrow({ where: { reference } });
    const firstContact = () => prisma.clock.count({ where: { caseId, kind: 'firstContact', status: 'running' } });
    const isUnallocated = async () => {
      const { body } = await amy().get<{ items: ExceptionView[] }>('/exceptions?area=maidstone');
      return body.items.some((item) => item.kind === 'unallocated' && item.reference === reference);
    };
    expect([await isUnallocated(), await firstContact()]).toEqual([true, 1]);
    expect((await xanthe().post(`/cases/${reference}/acknowledgements`, { handoverId })).status).toBe(200);
    expect([await isUnallocated(), await firstContact()]).toEqual([false, 0]);
  });

  it('stands among the tasks of that service and is acknowledged by its own people', async () => {
    const { reference, handoverId } = await handedOver();
    const tasks = await xanthe().get<{ items: { reference: string; kind: string }[] }>('/me/tasks?until=2099-01-01');
    expect(tasks.body.items.filter((task) => task.reference === reference)).toMatchObject([
      { kind: 'acknowledgement' },
    ]);
    const path = `/cases/${reference}/acknowledgements`;
    expect((await office.as('zofia.hartley').post(path, { handoverId })).status).toBe(404);
    expect((await xanthe().post(path, { handoverId })).status).toBe(200);
    const { body } = await amy().get<CaseView>(`/cases/${reference}`);
    expect(body.handovers[0]?.acknowledgedAt).not.toBeNull();
  });
});

describe('the referral of a victim under 16', () => {
  it('is read and acknowledged by the children’s services it was handed to', async () => {
    const victim = { ...aReferralBody().victim, dateOfBirth: '2014-06-01' };
    const reference = await referred({ victim });
    const una = office.as('una.whitcombe');
    const seen = await una.get<CaseView>(`/cases/${reference}`);
    expect(seen.body).toMatchObject({ disclosure: 'agency', handovers: [{ kind: 'safeguarding', urgent: true }] });
    expect(seen.body.referral?.state).toBe('open');
    const { handoverId } = seen.body.handovers[0] ?? {};
    expect((await una.post(`/cases/${reference}/acknowledgements`, { handoverId })).status).toBe(200);
  });
});

describe('a notification of children', () => {
  const una = () => office.as('una.whitcombe');
  const child = (givenNames: string, dateOfBirth: string) => ({
    unborn: false,
    givenNames,
    familyName: 'Lanternmere',
    dateOfBirth,
  });
  const notify = (reference: string, body: object) => amy().post(`/cases/${reference}/child-notifications`, body);
  const childIds = async (reference: string) =>
    (await amy().get<CaseView>(`/cases/${reference}`)).body.children.map(({ childId }) => childId);

  it('tells the services what happened and what is feared, and who the children and their parents are', async () => {
    const reference = await referred({ children: [child('Merle', '2019-05-06')] });
    const about = {
      incident: 'She saw him strike her mother.',
      concerns: 'She does not sleep.',
      situation: 'With her grandmother.',
    };
    const children = await childIds(reference);
    expect((await notify(reference, { children, about: { incident: 'Only that.' } })).status).toBe(400);
    expect((await notify(reference, { children, about })).status).toBe(201);
    const { body } = await una().get<CaseView>(`/cases/${reference}`);
    expect(body.handovers).toMatchObject([{ kind: 'childrenNotification', asked: { state: 'open', text: about } }]);
    expect(body.children.map(({ who }) => who?.identity)).toMatchObject([{ givenNames: 'Merle' }]);
    expect(body.victim?.identity).toMatchObject({ givenNames: 'Idonya' });
    // Another agency with a part in the case reads none of it.
    await amy().post(`/cases/${reference}/onward-referrals`, { kind: 'sanctuaryScheme', to: 'housing' });
    const housing = await office.as('owen.tregear').get<CaseView>(`/cases/${reference}`);
    expect(housing.body.handovers.map(({ kind }) => kind)).toEqual(['sanctuaryScheme']);
  });

  it('is not owed for a child who has come of age since the referral', async () => {
    const before = product.clock.now();
    const nearly18 = addDays(addMonths(londonDate(before), -18 * 12), 5);
    const reference = await referred({ children: [child('Merle', '2019-05-06'), child('Robin', nearly18)] });
    product.clock.set(addHours(before, 10 * 24));
    const { body } = await amy().get<CaseView>(`/cases/${reference}`);
    const named = (name: string) => body.children.find(({ who }) => who?.identity?.['givenNames'] === name);
    const [merle = '', robin = ''] = ['Merle', 'Robin'].map((name) => named(name)?.childId ?? '');
    expect([named('Merle')?.ageBand, named('Robin')?.ageBand]).toEqual(['oneToSeventeen', 'adult']);
    expect((await notify(reference, { children: [robin] })).body).toMatchObject({
      code: 'CHILD_NOT_OWED',
      blocking: [{ type: 'child', id: robin }],
    });
    expect((await notify(reference, { children: [merle] })).status).toBe(201);
    product.clock.set(before);
  });
});

describe('an onward referral', () => {
  const sanctuary = {
    kind: 'sanctuaryScheme',
    to: 'housing',
    urgent: true,
    request: 'A sanctuary room and new locks.',
  };

  it('gives the service a part in the case, with what is asked and how contact is safe', async () => {
    const reference = await referred({});
    const owen = office.as('owen.tregear');
    expect((await owen.get(`/cases/${reference}`)).status).toBe(404);
    expect((await amy().post(`/cases/${reference}/onward-referrals`, sanctuary)).status).toBe(201);
    const { body } = await owen.get<CaseView>(`/cases/${reference}`);
    expect(body).toMatchObject({
      disclosure: 'agency',
      referral: { state: 'withheld' },
      safeContact: { details: { state: 'open' } },
      handovers: [{ kind: 'sanctuaryScheme', urgent: true, asked: { text: 'A sanctuary room and new locks.' } }],
    });
  });

  it.each([
    [{ ...sanctuary, kind: 'unknownScheme' }, 400, 'NOT_AS_DESCRIBED'],
    [{ ...sanctuary, to: 'nobody-at-all' }, 422, 'UNKNOWN_AGENCY'],
    [{ ...sanctuary, to: undefined }, 400, 'NOT_AS_DESCRIBED'],
    [{ ...sanctuary, insteadOf: '0197b7a8-0000-7000-8000-000000000000' }, 422, 'UNKNOWN_HANDOVER'],
    [{ ...sanctuary, insteadOf: 'x' }, 400, 'NOT_AS_DESCRIBED'],
    [{ ...sanctuary, occurredAt: '2099-01-01' }, 422, 'HAPPENS_LATER'],
  ])('%j is refused', async (body, status, code) => {
    const reference = await referred({});
    const answer = await amy().post(`/cases/${reference}/onward-referrals`, body);
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
  });
});

describe('a decision for want of consent', () => {
  it('is refused where none is owed, and where it gives no reason', async () => {
    const reference = await referred({});
    const path = `/cases/${reference}/consent-decision`;
    const decided = await amy().post(path, { decision: 'marac', reason: 'Children in danger.' });
    expect(decided.body.code).toBe('NO_CONSENT_DECISION');
    expect((await amy().post(path, { decision: 'marac' })).body.code).toBe('NOT_AS_DESCRIBED');
    expect((await amy().post(path, { decision: 'nowhere', reason: 'x' })).body.code).toBe('NOT_AS_DESCRIBED');
  });

  it('carries out what a named person decided in a county whose threshold lies above the high band', async () => {
    await product.store.prisma.areaPolicyEntry.create({
      data: {
        id: newId(),
        areaId: idOf('area', 'dover'),
        version: 'dover-17',
        effectiveFrom: new Date('2020-01-01'),
        patch: { routes: { visibleHighRiskFrom: { value: 17, source: 'a county of this test' } } },
        source: 'a county of this test',
        enteredAt: new Date('2020-01-01'),
      },
    });
    const bruno = office.as('bruno.castelli');
    const consent = { given: false, reason: 'Risk of serious harm.', legalBasis: 'crimeAndDisorderAct' };
    const assessment = { tool: 'DASH', version: 'marac-1', answers: dash(15) };
    const reference = await referred({ area: 'dover', assessment, policeGrade: 'medium', consent });
    await bruno.post(`/cases/${reference}/screening`, { outcome: 'accept' });
    expect((await bruno.post(`/cases/${reference}/grade`, {}, { version: '*' })).status).toBe(200);
    const before = await bruno.get<CaseView>(`/cases/${reference}`);
    expect(before.body).toMatchObject({ stage: 'graded', handovers: [] });
    expect(before.body.clocks).toContainEqual(expect.objectContaining({ kind: 'consentDecision', status: 'running' }));
    const decision = { decision: 'idvaService', reason: 'She agreed to a call at her sister’s.' };
    expect((await office.as('joanna.pike').post(`/cases/${reference}/consent-decision`, decision)).status).toBe(403);
    expect((await bruno.post(`/cases/${reference}/consent-decision`, decision)).status).toBe(200);
    const after = await bruno.get<CaseView>(`/cases/${reference}`);
    expect(after.body).toMatchObject({ stage: 'handedOver', handovers: [{ to: 'kent-idva-service' }] });
    expect(after.body.clocks).toContainEqual(expect.objectContaining({ kind: 'firstContact', status: 'running' }));
    // The service reads it and takes it on.
    const { handoverId } = after.body.handovers[0] ?? {};
    const taken = await office.as('joanna.pike').post(`/cases/${reference}/acknowledgements`, { handoverId });
    expect(taken.status).toBe(200);
  });
});
