import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '../../contracts/views/caseView.ts';
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
