import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OverrideView, RepeatView } from '../../contracts/views/registerView.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { addDays, addHours, londonDate } from '../../domain/calendar/london.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { aReferralBody, dash, officeForTest } from './officeForTest.ts';

let product: TestProduct;
let office: ReturnType<typeof officeForTest>;
let judged: string;
let repeated: string;
let denied: string;

const amy = () => office.as('amy.adeyemi');
const days = () => {
  const today = londonDate(product.clock.now());
  return `from=${addDays(today, -30)}&to=${today}`;
};
const register = async <View>(who: string, which: 'overrides' | 'repeats', more = '') =>
  office.as(who).get<{ items: View[]; next: string | null }>(`/reports/${which}?${days()}${more}`);

const medium = {
  assessment: { tool: 'DASH', version: 'marac-1', answers: dash(11) },
  policeGrade: 'medium',
  route: 'professionalJudgement',
};

async function refer(body: object): Promise<string> {
  const { status, body: answer } = await office.as('marek.nowak').post('/referrals', body);
  expect({ status, answer }).toMatchObject({ status: 201 });
  return answer.reference;
}

async function judgedHigh(body: object): Promise<string> {
  const reference = await refer(body);
  await amy().post(`/cases/${reference}/screening`, { outcome: 'accept' });
  const judgement = { grade: 'high', reason: 'She knows him better than the form does.' };
  expect((await amy().post(`/cases/${reference}/grade`, { judgement }, { version: '*' })).status).toBe(200);
  return reference;
}

beforeAll(async () => {
  product = await startWorkerForTest();
  office = officeForTest(product);
  const body = aReferralBody(medium);
  judged = await judgedHigh(body);
  product.clock.set(addHours(product.clock.now(), 24));
  repeated = await refer(body);
  const hidden = { mustNotSee: [idOf('practitioner', 'amy.adeyemi')] };
  denied = await refer(aReferralBody({ ...medium, ...hidden }));
  const cerys = office.as('cerys.maddock');
  await cerys.post(`/cases/${denied}/screening`, { outcome: 'accept' });
  const judgement = { grade: 'high', reason: 'Withheld from one.' };
  await cerys.post(`/cases/${denied}/grade`, { judgement }, { version: '*' });
});
afterAll(() => product?.stop());

describe('the register of overrides', () => {
  it('has each grade raised by judgement, its reason, and that the two came back', async () => {
    const { body } = await register<OverrideView>('amy.adeyemi', 'overrides');
    expect(body.items).toMatchObject([
      {
        reference: judged,
        area: 'maidstone',
        fromGrade: 'medium',
        toGrade: 'high',
        reason: { text: 'She knows him better than the form does.' },
        stage: 'listed',
      },
    ]);
    expect(body.items[0]?.repeatedAt).not.toBeNull();
  });

  it('follows the deny list, and shows governance no words', async () => {
    const references = async (who: string) =>
      (await register<OverrideView>(who, 'overrides')).body.items.map(({ reference }) => reference);
    expect(await references('amy.adeyemi')).not.toContain(denied);
    expect(await references('cerys.maddock')).toEqual([judged, denied]);
    const { body } = await register<OverrideView>('viktor.sandor', 'overrides');
    expect(body.items.map(({ reason }) => reason)).toEqual([
      { state: 'withheld', text: null },
      { state: 'withheld', text: null },
    ]);
    expect(await references('bruno.castelli')).toEqual([]);
  });

  it('comes in pages', async () => {
    const first = await register<OverrideView>('cerys.maddock', 'overrides', '&limit=1');
    expect(first.body.items.map(({ reference }) => reference)).toEqual([judged]);
    const second = await register<OverrideView>('cerys.maddock', 'overrides', `&limit=1&after=${first.body.next}`);
    expect(second.body).toMatchObject({ items: [{ reference: denied }], next: null });
  });
});

describe('the register of repeats', () => {
  it('has each repeat beside the case it repeats', async () => {
    const { body } = await register<RepeatView>('amy.adeyemi', 'repeats');
    expect(body.items).toMatchObject([
      {
        reference: repeated,
        repeatOf: judged,
        gradeBefore: 'high',
        grade: null,
        planReviewed: false,
        repeatedAt: null,
      },
    ]);
  });
});

it.each([
  ['from=2026-03-01', 400],
  ['from=2026-03-02&to=2026-03-01', 400],
  ['from=2026-02-30&to=2026-03-01', 400],
  ['from=2026-03-01&to=2026-03-02&areas=nowhere', 422],
  ['from=2026-03-01&to=2026-03-02&after=x', 400],
])('a register cannot be asked for %s', async (query, status) => {
  for (const which of ['overrides', 'repeats'])
    expect((await amy().get(`/reports/${which}?${query}`)).status).toBe(status);
});

it('a register is nobody’s who may not read reports', async () => {
  for (const who of ['marek.nowak', 'joanna.pike', 'owen.tregear', 'wanda.osei'])
    expect((await register(who, 'repeats')).status, who).toBe(403);
});
