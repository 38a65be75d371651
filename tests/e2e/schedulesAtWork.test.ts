import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Client, ScheduleOverlapPolicy, type ScheduleOptions } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import { addHours, epochMs } from '../../domain/calendar/london.ts';
import { newId } from '../../platform/ids.ts';
import { addPractitioners } from '../../store/practitioners/addPractitioners.ts';
import { schedules } from '../../worker/ensureSchedules.ts';
import { aReferralBody, officeForTest } from '../api/officeForTest.ts';
import { CaseOnEngine } from '../environment/caseOnEngine.ts';
import { aPair, aReferral } from '../environment/invented.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { whoeverMay } from '../environment/whoMaySend.ts';
import { asOwner } from '../rebuild/asOwner.ts';

/** The only area of this product: the meetings of an area's calendar have ids that follow from it, and no other test makes this one's. */
const areaId = idOf('area', 'tunbridge-wells');
const deadlineMs = 240_000;

let product: TestProduct;
let client: Client;
const made: string[] = [];

beforeAll(async () => {
  product = await startWorkerForTest();
  ({ client } = product.worker);
  const owner = asOwner(product.databaseUrl);
  await owner.prisma.area.deleteMany({ where: { id: { not: areaId } } });
  await owner.close();
}, 120_000);
afterAll(async () => {
  for (const id of made) await client.schedule.getHandle(id).delete();
  await product?.stop();
});

/** What each Schedule has to see to: something is amiss, and whether that was seen to. A new Schedule has a line here, or nothing is planted for it. */
const work: Readonly<Record<string, () => Promise<() => Promise<boolean>>>> = {
  reconciler: async () => {
    const theCase = new CaseOnEngine(product, whoeverMay, () => -3_600_000);
    await theCase.stage('submitReferral', aReferral(await aPair(prisma()), { areaId }));
    return async () => (await prisma().case.count({ where: { id: theCase.caseId } })) === 1;
  },
  auditSealer: async () => {
    await received();
    return async () => (await prisma().auditSeal.count()) > 0;
  },
  assessmentWatch: async () => {
    const { as } = officeForTest(product);
    const { relationship, assessment, ...two } = aReferralBody();
    const [victim, perpetrator] = [two.victim, two.perpetrator].map(({ givenNames, familyName, dateOfBirth }) => {
      return { givenNames, familyName, dateOfBirth };
    });
    const occurredAt = addHours(product.clock.now(), -24 * 12).slice(0, 10);
    const body = {
      area: 'tunbridge-wells',
      agency: 'police',
      victim,
      perpetrator,
      relationship,
      assessment,
      occurredAt,
    };
    expect((await as('marek.nowak').post('/assessments', body)).status).toBe(201);
    return async () => (await prisma().rung.count({ where: { about: 'assessment' } })) > 0;
  },
  adviserWatch: async () => {
    const theCase = await received(idOf('practitioner', 'leila.haddad'));
    const [adviserId, allocationId] = [newId(), newId()];
    const post = { id: newId(), role: 'idva' as const, areaId: null, startsOn: '2012-01-01' };
    const appointments = [{ ...post, agencyId: idOf('agency', 'kent-idva-service') }];
    const person = { id: adviserId, subject: `leaving.${adviserId}`, name: 'Leaving', email: 'l@kent-idva.example' };
    await addPractitioners(prisma(), [{ ...person, appointments }]);
    expect(await theCase.send('allocateAdviser', { adviserId, allocationId })).toMatchObject({ ok: true });
    await prisma().practitioner.update({ where: { id: adviserId }, data: { endsOn: new Date('2020-01-01') } });
    return async () => (await prisma().case.count({ where: { id: theCase.caseId, adviserId: null } })) === 1;
  },
  workflowCheck: lostWorkflow,
  driftCheck: lostWorkflow,
  meetingCalendar: async () => {
    await prisma().meeting.deleteMany({ where: { areaId } });
    return async () => (await prisma().meeting.count({ where: { areaId } })) > 10;
  },
};

const prisma = () => product.store.prisma;

async function received(by = whoeverMay): Promise<CaseOnEngine> {
  const theCase = new CaseOnEngine(product, by);
  const referral = aReferral(await aPair(prisma()), { areaId });
  expect(await theCase.send('submitReferral', referral)).toMatchObject({ ok: true });
  return theCase;
}

async function lostWorkflow() {
  const { workflowId } = await received();
  await client.workflow.getHandle(workflowId).terminate('by mistake');
  return () => isIn(workflowId, 'RUNNING');
}

async function isIn(workflowId: string, status: string): Promise<boolean> {
  return (await client.workflow.getHandle(workflowId).describe()).status.name === status;
}

/** The very Schedule of the product under a name of its own, paused: it comes round for what is made up for alone. */
async function copyOf(options: ScheduleOptions, taskQueue: string): Promise<{ id: string; workflowId: string }> {
  const id = `${options.scheduleId}-${randomUUID()}`;
  const action = { ...options.action, taskQueue, workflowId: id };
  await client.schedule.create({ ...options, scheduleId: id, state: { paused: true }, action });
  made.push(id);
  return { id, workflowId: id };
}

/** Two nights for what comes round by night, and two rounds for what comes by the minute, of a past winter. */
function plannedTimes({ spec }: ScheduleOptions): readonly string[] {
  const [calendar] = spec.calendars ?? [];
  const hour = typeof calendar?.hour === 'number' ? String(calendar.hour).padStart(2, '0') : null;
  if (hour !== null) return [`2026-02-03T${hour}:00:00Z`, `2026-02-04T${hour}:00:00Z`];
  const [interval] = spec.intervals ?? [];
  const minutes = Number.parseInt(String(interval?.every), 10);
  return [
    '2026-02-03T10:00:00Z',
    new Date(epochMs('2026-02-03T10:00:00Z') + minutes * 60_000).toISOString().replace('.000', ''),
  ];
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + deadlineMs; !(await holds().catch(() => false)); await pause(100))
    if (Date.now() > deadline) throw new Error(`It never came to this: ${what}`);
}

async function makeUpFor(id: string, planned: readonly string[], overlap: ScheduleOverlapPolicy): Promise<void> {
  // What is planned for the first moment of a span is not made up for with it.
  const start = new Date(epochMs(planned[0] ?? '') - 1000);
  const end = new Date(epochMs(planned.at(-1) ?? ''));
  await client.schedule.getHandle(id).backfill({ start, end, overlap });
}

const runsOf = async (id: string) =>
  (await client.schedule.getHandle(id).describe()).info.recentActions.map(({ action }) => action.workflow.workflowId);

const all = schedules('anywhere').map((options) => ({ id: options.scheduleId, options }));

describe('a Schedule that is made up for', { timeout: 600_000 }, () => {
  it('has something planted that it has to see to, whichever it is', () => {
    expect(Object.keys(work).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
  });

  it.each(all)('$id runs once for each time that was planned, to its end, and sees to what is amiss', async (each) => {
    const isSeenTo = await work[each.id]?.();
    expect(await isSeenTo?.()).toBe(false);
    const { id, workflowId } = await copyOf(each.options, product.taskQueue);
    const planned = plannedTimes(each.options);
    await makeUpFor(id, planned, ScheduleOverlapPolicy.BUFFER_ALL);
    const runs = planned.map((time) => `${workflowId}-${time}`);
    for (const run of runs) await until(`${run} is over`, () => isIn(run, 'COMPLETED'));
    expect((await runsOf(id)).toSorted()).toEqual(runs.toSorted());
    await until(`${each.id} has seen to it`, async () => (await isSeenTo?.()) === true);
  });

  it.each(all)('$id begins no round while the one before goes on', async ({ options }) => {
    // A queue that nobody works on: the first round never ends.
    const { id } = await copyOf(options, `nobody-${newId()}`);
    const planned = plannedTimes(options);
    const { overlap } = options.policies ?? {};
    await makeUpFor(id, planned, overlap ?? ScheduleOverlapPolicy.ALLOW_ALL);
    const described = () => client.schedule.getHandle(id).describe();
    await until('the second round is skipped', async () => (await described()).info.numActionsSkippedOverlap === 1);
    expect(await runsOf(id)).toEqual([`${id}-${planned[0]}`]);
    await client.workflow.getHandle(`${id}-${planned[0]}`).terminate('the test is over');
  });
});
