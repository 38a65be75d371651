import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanningPreviewView, PolicyChangeProgressView } from '../../contracts/views/policyChangeViews.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import { englandAndWales, workingDaysAfter } from '../../domain/calendar/workingCalendar.ts';
import { workflowIds } from '../../contracts/workflowIds.ts';
import { stateQuery } from '../../workflows/messages.ts';
import { everybodyAnswers } from '../environment/everybodyAnswers.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { aReferralBody, officeForTest } from './officeForTest.ts';

let product: TestProduct;
let connection: Connection;
let client: Client;
let office: ReturnType<typeof officeForTest>;

beforeAll(async () => {
  product = await startWorkerForTest();
  office = officeForTest(product);
  const { temporalAddress: address, namespace, dataConverter } = product;
  connection = await Connection.connect({ address });
  client = new Client({ connection, namespace, dataConverter });
});
afterAll(async () => {
  await connection?.close();
  await product?.stop();
});

const wanda = () => office.as('wanda.osei');
const amy = () => office.as('amy.adeyemi');
const workingDay = (n: number) => workingDaysAfter(englandAndWales, londonDate(product.clock.now()), n).date;

async function referred(): Promise<string> {
  const { status, body } = await office.as('marek.nowak').post('/referrals', aReferralBody({}));
  expect({ status, body }).toMatchObject({ status: 201 });
  return body.reference;
}

async function firstContactOf(reference: string) {
  const row = await product.store.prisma.case.findUniqueOrThrow({ where: { reference } });
  const clock = await product.store.prisma.clock.findFirstOrThrow({ where: { caseId: row.id, kind: 'firstContact' } });
  const { due, reason, policyFrom } = clock.data as {
    due: { date: string };
    reason: { skipped: { date: string }[]; calendarVersion: string; policyVersion: string };
    policyFrom?: string;
  };
  return {
    id: clock.id,
    caseId: row.id,
    due: due.date,
    reason,
    policyFrom,
    nextRungAt: clock.nextRungAt?.toISOString(),
  };
}

/** What the workflow of a case waits for. */
async function wakesOf(caseId: string, clockId: string) {
  const { clocks } = await client.workflow.getHandle(workflowIds.ofCase(caseId)).query(stateQuery);
  return clocks[clockId]?.wakeAt;
}

describe('a newly announced bank holiday', () => {
  it('is looked at, moves what runs, arms its workflow again, says why, and is taken back', async () => {
    const reference = await referred();
    const before = await firstContactOf(reference);
    expect(before.due).toBe(workingDay(2));
    const day = { date: workingDay(1), name: 'Jubilee' };
    const query = `date=${day.date}&name=${day.name}`;
    const preview = await amy().get<PlanningPreviewView>(`/policy-changes/bank-holidays/preview?${query}`);
    expect(preview.status).toBe(200);
    const row = preview.body.matters.find((matter) => matter.reference === reference);
    expect(row?.clocks).toContainEqual(
      expect.objectContaining({
        kind: 'firstContact',
        effect: 'later',
        from: { type: 'day', date: before.due },
        to: { type: 'day', date: workingDay(3) },
      }),
    );
    // The administrator sees how many, and nothing of the case.
    const counts = await wanda().get<PlanningPreviewView>(`/policy-changes/bank-holidays/preview?${query}`);
    expect(counts.body.matters.find((matter) => matter.reference === reference)).toMatchObject({
      count: row?.count,
      clocks: null,
    });
    expect((await firstContactOf(reference)).due).toBe(before.due);

    const body = { ...day, source: 'Proclamation of this test' };
    expect((await amy().post('/policy-changes/bank-holidays', body)).status).toBe(403);
    const entered = await wanda().post<PolicyChangeProgressView>('/policy-changes/bank-holidays', body);
    expect({ status: entered.status, body: entered.body }).toMatchObject({ status: 201, body: { undone: null } });
    const { changeId, version } = entered.body.change;
    const { body: done } = await amy().get<PolicyChangeProgressView>(`/policy-changes/${changeId}`);
    expect(done.applied).toMatchObject({ waiting: 0, refused: 0 });
    const moved = await firstContactOf(reference);
    expect(moved.due).toBe(workingDay(3));
    expect(moved.reason.skipped).toContainEqual({ date: day.date, name: 'Jubilee' });
    expect(moved.reason.calendarVersion).toContain(version);
    expect(await wakesOf(moved.caseId, moved.id)).toBe(moved.nextRungAt);
    expect(moved.nextRungAt).not.toBe(before.nextRungAt);
    const why = await amy().get<{ why: { sentence: string } }>(`/clocks/${moved.id}`);
    expect(why.body.why.sentence).toContain('Jubilee');
    // What begins now steps over it by itself, and is not moved twice.
    expect((await firstContactOf(await referred())).due).toBe(workingDay(3));
    expect((await wanda().post('/policy-changes/bank-holidays', body)).body.code).toBe('DAY_KNOWN');

    const undone = await wanda().post<PolicyChangeProgressView>(`/policy-changes/${changeId}/withdrawal`, {});
    expect({ status: undone.status, body: undone.body }).toMatchObject({ status: 200 });
    const back = await firstContactOf(reference);
    expect({ due: back.due, next: back.nextRungAt }).toEqual({ due: before.due, next: before.nextRungAt });
    expect(await wakesOf(back.caseId, back.id)).toBe(back.nextRungAt);
    const again = await wanda().post(`/policy-changes/${changeId}/withdrawal`, {});
    expect(again.body.code).toBe('WITHDRAWN_ALREADY');
  });

  it('is refused where it is over or is no day', async () => {
    const over = { date: '2026-01-06', name: 'Over', source: 'A test' };
    expect((await wanda().post('/policy-changes/bank-holidays', over)).body.code).toBe('DAY_IS_OVER');
    const noDay = { date: '2027-02-30', name: 'None', source: 'A test' };
    expect((await wanda().post('/policy-changes/bank-holidays', noDay)).body.code).toBe('NOT_AS_DESCRIBED');
  });
});

describe('a figure of policy', () => {
  const stricter = { area: 'maidstone', figure: 'clocks.firstContact', value: 1, source: 'The steering group' };

  it('is put to running cases, which name its version, and taken back', async () => {
    const reference = await referred();
    const entered = await wanda().post<PolicyChangeProgressView>('/policy-changes/figures', stricter);
    expect({ status: entered.status, body: entered.body }).toMatchObject({ status: 201 });
    const { changeId, version } = entered.body.change;
    const moved = await firstContactOf(reference);
    expect(moved.due).toBe(workingDay(1));
    expect(moved.reason.policyVersion).toContain(version);
    expect((await firstContactOf(await referred())).due).toBe(workingDay(1));
    expect((await wanda().post('/policy-changes/figures', stricter)).body.code).toBe('FIGURE_THE_SAME');
    expect((await wanda().post(`/policy-changes/${changeId}/withdrawal`, {})).status).toBe(200);
    expect((await firstContactOf(reference)).due).toBe(workingDay(2));
  });

  it('with a day to come leaves running cases as they are', async () => {
    const reference = await referred();
    const from = workingDay(10);
    const entered = await wanda().post<PolicyChangeProgressView>('/policy-changes/figures', { ...stricter, from });
    expect(entered.body).toMatchObject({ applied: null, change: { countsFrom: from, toRunning: false } });
    expect((await firstContactOf(reference)).due).toBe(workingDay(2));
    const early = { ...stricter, value: 3, from: londonDate(product.clock.now()) };
    expect((await wanda().post('/policy-changes/figures', early)).body.code).toBe('COUNTS_TOO_EARLY');
  });
});

describe('another ladder', () => {
  const steps = 'due day: adviser\n1 working day after: coordinator\nevery 5 days: service manager, chair';
  const ladder = { area: 'maidstone', ladder: 'idvaDuty', steps, source: 'The steering group' };

  async function nextOf(reference: string) {
    const { id } = await firstContactOf(reference);
    const { data } = await product.store.prisma.clock.findUniqueOrThrow({ where: { id } });
    return (data as { next: { rung: number; to: string[] } | null }).next;
  }

  it('is looked at, put to running cases, and taken back', async () => {
    const reference = await referred();
    const before = await nextOf(reference);
    expect(before).toMatchObject({ rung: 0, to: ['adviser'] });
    const soon = steps.replace('due day: adviser', '1 working day before: adviser\ndue day: adviser, coordinator');
    const query = new URLSearchParams({ area: 'maidstone', ladder: 'idvaDuty', steps: soon });
    const looked = await amy().get<PlanningPreviewView>(`/policy-changes/ladders/preview?${query.toString()}`);
    expect({ status: looked.status, body: looked.body }).toMatchObject({ status: 200 });
    const row = looked.body.matters.find((matter) => matter.reference === reference);
    expect(row?.clocks).toContainEqual(expect.objectContaining({ kind: 'firstContact', effect: 'remindersOnly' }));
    const body = { ...ladder, steps: soon };
    const entered = await wanda().post<PolicyChangeProgressView>('/policy-changes/ladders', body);
    expect({ status: entered.status, body: entered.body }).toMatchObject({ status: 201 });
    const { changeId } = entered.body.change;
    const moved = await firstContactOf(reference);
    expect(moved.due).toBe(workingDay(2));
    expect(await wakesOf(moved.caseId, moved.id)).toBe(moved.nextRungAt);
    expect(moved.nextRungAt?.slice(0, 10)).toBe(workingDay(1));
    expect((await wanda().post('/policy-changes/ladders', body)).body.code).toBe('LADDER_THE_SAME');
    expect((await wanda().post(`/policy-changes/${changeId}/withdrawal`, {})).status).toBe(200);
    expect(await nextOf(reference)).toEqual(before);
  });

  it('is refused where it would go quiet, cannot be read, or ends by itself', async () => {
    const send = async (more: object) => (await wanda().post('/policy-changes/ladders', { ...ladder, ...more })).body;
    const quiet = await send({ steps: 'due day: adviser' });
    expect(quiet).toMatchObject({ code: 'NOT_AS_DESCRIBED', parts: [{ at: 'steps' }] });
    expect(JSON.stringify(quiet.parts)).toContain('never goes quiet');
    expect(JSON.stringify((await send({ steps: 'on Tuesday: adviser' })).parts)).toContain('Line 1');
    expect((await send({ ladder: 'hearing' })).code).toBe('NOT_AS_DESCRIBED');
    expect((await amy().post('/policy-changes/ladders', ladder)).body.code).toBe('NOT_ALLOWED');
  });
});

describe('a reason for which a duty may be paused', () => {
  const ask = { area: 'maidstone', clock: 'firstContact', reason: 'awaitingCourt', permitted: true };
  const source = 'The steering group';
  const enter = (more: object = {}) =>
    wanda().post<PolicyChangeProgressView>('/policy-changes/pause-permissions', { ...ask, source, ...more });
  async function pause(reference: string) {
    const { id } = await firstContactOf(reference);
    return (await amy().post(`/cases/${reference}/clocks/${id}/pause`, { reason: 'awaitingCourt' }, { version: '*' }))
      .body;
  }

  it('is permitted for what runs already, and permitted no longer once it is taken back; what is paused stays so', async () => {
    const [one, other] = [await referred(), await referred()];
    const { due } = await firstContactOf(one);
    expect((await pause(one)).code).toBe('CLOCK_NOT_PAUSABLE');
    const query = new URLSearchParams({ ...ask, permitted: 'true' });
    const looked = await amy().get<PlanningPreviewView>(
      `/policy-changes/pause-permissions/preview?${query.toString()}`,
    );
    expect({ status: looked.status, body: looked.body }).toMatchObject({ status: 200 });
    // No date and no reminder is another by it.
    expect(looked.body.matters).toEqual([]);

    const entered = await enter();
    expect({ status: entered.status, body: entered.body }).toMatchObject({ status: 201 });
    await everybodyAnswers(product);
    expect((await firstContactOf(one)).due).toBe(due);
    expect(await pause(one)).toMatchObject({ status: 'recorded' });
    expect((await enter()).body.code).toBe('PERMISSION_THE_SAME');

    const { changeId, what } = entered.body.change;
    expect(what).toContain('the court comes first');
    expect((await wanda().post(`/policy-changes/${changeId}/withdrawal`, {})).status).toBe(200);
    await everybodyAnswers(product);
    expect((await pause(other)).code).toBe('CLOCK_NOT_PAUSABLE');
    const { id } = await firstContactOf(one);
    const { data } = await product.store.prisma.clock.findUniqueOrThrow({ where: { id } });
    expect((data as { pauses: { until: string | null }[] }).pauses.at(-1)?.until).toBeNull();
  });

  it('is refused where it is no reason, no duty of practice, or for somebody who administers nothing', async () => {
    expect((await enter({ reason: 'onHoliday' })).body.code).toBe('NOT_AS_DESCRIBED');
    // What the law sets waits for nobody.
    expect((await enter({ clock: 'dvpnToCourt' })).body.code).toBe('NOT_AS_DESCRIBED');
    expect((await enter({ permitted: 'true' })).body.code).toBe('NOT_AS_DESCRIBED');
    expect((await amy().post('/policy-changes/pause-permissions', { ...ask, source })).body.code).toBe('NOT_ALLOWED');
  });
});
