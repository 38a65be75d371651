import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workflowIds } from '../../contracts/workflowIds.ts';
import type { CaseView } from '../../contracts/views/caseView.ts';
import type { ErasurePreviewView } from '../../contracts/views/retentionView.ts';
import type { TaskView } from '../../contracts/views/taskView.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { addDays, addMonths, epochMs, londonDate, londonMoment } from '../../domain/calendar/london.ts';
import { nationalLadders } from '../../domain/policy/nationalLadders.ts';
import { sendForward } from '../environment/sendForward.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { aReferralBody, dash, officeForTest, type Caller } from './officeForTest.ts';

/** How late a rung may be: the engine fires in the minute in which a timer runs out. */
const toleranceMs = 60_000;

let product: TestProduct;
let as: (subject: string) => Caller;
/** Administrator of the northern areas, Maidstone among them. */
let cerys: Caller;
let reference: string;
let caseId: string;
/** When what is kept of it is to be reviewed. */
let due = '';
let aheadMs = 0;

beforeAll(async () => {
  product = await startWorkerForTest();
  ({ as } = officeForTest(product));
  cerys = as('cerys.maddock');
}, 120_000);
afterAll(() => product?.stop());

const at = (path = '') => `/cases/${reference}${path}`;
const view = async (who = cerys) => (await who.get<CaseView>(at())).body;
const preview = (who = cerys) => who.get<ErasurePreviewView>(at('/erasure-preview'));
const today = () => londonDate(product.clock.now());
const workflow = () => product.worker.client.workflow.getHandle(workflowIds.ofCase(caseId));

/** Sends the clocks of the case and of everybody who works with it to ten in the morning of a London date. */
async function forwardTo(date: string): Promise<void> {
  const seconds = Math.ceil((epochMs(londonMoment(date, '10:00')) - Date.now() - aheadMs) / 1000);
  await sendForward(product.temporalAddress, product.namespace, [workflowIds.ofCase(caseId)], seconds);
  aheadMs += seconds * 1000;
  product.clock.set(new Date(Date.now() + aheadMs).toISOString());
}

/** What meets no route into MARAC may be declined as a duplicate. */
const belowThreshold = { assessment: { tool: 'DASH', version: 'marac-1', answers: dash(5) }, policeGrade: 'standard' };

describe('a case that has ended', { timeout: 240_000 }, () => {
  it('goes on to be reviewed, seven years later', async () => {
    const child = { unborn: false, givenNames: 'Pippa', familyName: 'Lanternmere', dateOfBirth: '2019-05-04' };
    const sent = await as('marek.nowak').post('/referrals', aReferralBody({ children: [child], ...belowThreshold }));
    expect(sent.status).toBe(201);
    ({ reference } = sent.body);
    ({ id: caseId } = await product.store.prisma.case.findUniqueOrThrow({ where: { reference } }));
    const declined = { outcome: 'decline', reason: 'duplicate', advice: 'It is on record already.' };
    expect((await as('amy.adeyemi').post(at('/screening'), declined)).status).toBe(200);
    await expect.poll(async () => (await view()).stage, { timeout: 60_000 }).toBe('ended');
    const { clocks, dates } = await view();
    due = addMonths(londonDate(dates.ended ?? ''), 84);
    const running = clocks.filter(({ status }) => status !== 'ended');
    expect(running).toMatchObject([{ kind: 'retentionReview', due: { date: due } }]);
    expect((await workflow().describe()).status.name).toBe('RUNNING');
  });

  it('is reviewed by those whom its ladder asks, and by nobody else', async () => {
    for (const who of ['amy.adeyemi', 'esther.quaye', 'leila.haddad', 'marek.nowak'])
      expect((await preview(as(who))).status, who).toBe(403);
    expect((await preview(as('grace.oyelaran'))).status).toBe(200);
    expect((await preview(as('dilip.raval'))).status).toBe(404);
    const { body } = await preview();
    expect(body).toMatchObject({ hindrance: 'ERASED_TOO_EARLY', stays: { people: 0 }, goes: { people: 3 } });
    expect(body.goes.words).toBeGreaterThanOrEqual(3);
    const { revision } = await view();
    const refused = await cerys.post(at('/erasure'), {}, { version: revision });
    expect([refused.status, refused.body.code]).toEqual([409, 'ERASED_TOO_EARLY']);
    expect((await as('amy.adeyemi').post(at('/erasure'), {}, { version: revision })).status).toBe(403);
  });

  it('tells the administrator, then the supervisor too, and never goes quiet', async () => {
    await forwardTo(addDays(due, 40));
    const { clockId } = (await view()).clocks.find(({ kind }) => kind === 'retentionReview') ?? {};
    const climbed = await product.store.prisma.rung.findMany({
      where: { clockId: clockId ?? '' },
      orderBy: { rung: 'asc' },
      take: labels.length,
    });
    expect(climbed.map(({ label }) => label)).toEqual(labels);
    for (const { firedAt, plannedAt, label } of climbed) {
      const late = firedAt.getTime() - plannedAt.getTime();
      expect({ label, early: late < 0, late: late > toleranceMs }).toEqual({ label, early: false, late: false });
    }
    const administrator = { practitionerId: idOf('practitioner', 'cerys.maddock'), role: 'administrator' };
    const supervisor = { practitionerId: idOf('practitioner', 'grace.oyelaran'), role: 'supervisor' };
    const told = [
      [administrator],
      [administrator],
      [supervisor],
      [administrator, supervisor],
      [administrator, supervisor],
    ];
    expect(climbed.map(({ recipients }) => recipients)).toEqual(told);
    const { items } = (await cerys.get<{ items: TaskView[] }>('/me/tasks?until=2040-01-01')).body;
    expect(items.filter((task) => task.reference === reference).map(({ kind }) => kind)).toEqual(['retentionReview']);
    const ofCoordinator = (await as('amy.adeyemi').get<{ items: TaskView[] }>('/me/tasks?until=2040-01-01')).body.items;
    expect(ofCoordinator.filter((task) => task.reference === reference)).toEqual([]);
  });

  it('is kept for a reason until another day, and reminds again before that', async () => {
    const keep = (until: string) => cerys.post(at('/retention'), { until, reason: 'A court may ask for it.' });
    expect((await keep(today())).body.code).toBe('KEPT_OUT_OF_RANGE');
    const until = addDays(today(), 60);
    expect((await keep(until)).status).toBe(200);
    const [review] = (await view()).clocks.filter(({ status }) => status !== 'ended');
    expect(review).toMatchObject({ kind: 'retentionReview', due: { date: until }, overdue: false });
    expect((await preview()).body).toMatchObject({ reviewDueOn: until, hindrance: 'ERASED_TOO_EARLY' });
    await forwardTo(until);
    const rungs = await product.store.prisma.rung.findMany({ where: { caseId, round: 2 }, orderBy: { rung: 'asc' } });
    expect(rungs.map(({ label }) => label)).toEqual(['beforeDue20', 'dueDay']);
  });

  it('is erased for good, and nothing can be written about it any more', async () => {
    expect((await cerys.post(at('/erasure'), {})).status).toBe(428);
    const { revision } = await view();
    expect((await cerys.post(at('/erasure'), {}, { version: revision - 1 })).body.code).toBe('CHANGED_MEANWHILE');
    expect((await cerys.post(at('/erasure'), {}, { version: revision })).status).toBe(200);
    const erased = await view();
    expect(erased).toMatchObject({
      ...{ stage: 'ended', victim: { state: 'erased', identity: null }, perpetrator: { state: 'erased' } },
      ...{ referral: { state: 'erased', text: null }, safeContact: { details: { state: 'erased' } } },
    });
    expect(erased.children.map(({ who }) => who?.state)).toEqual(['erased']);
    expect(erased.dates.erased).not.toBeNull();
    expect((await preview()).body.code).toBe('NO_RETENTION_REVIEW');
    const more = { until: addDays(today(), 9), reason: 'More.' };
    expect((await cerys.post(at('/retention'), more)).body.code).toBe('CASE_ENDED');
    expect((await as('amy.adeyemi').post(at('/death'), {})).body.code).toBe('CASE_ENDED');
    const history = (await cerys.get<{ items: { text: string }[] }>(at('/history'))).body.items;
    expect(history.length).toBeGreaterThan(5);
    await expect.poll(async () => (await workflow().describe()).status.name, { timeout: 30_000 }).toBe('COMPLETED');
  });
});

const { rungs, then } = nationalLadders.retention;
const labels = [...rungs.map(({ label }) => label), `${then?.label}1`, `${then?.label}2`];
