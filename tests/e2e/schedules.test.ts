import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Client, ScheduleOverlapPolicy } from '@temporalio/client';
import { msToTs, optionalTsToMs } from '@temporalio/common/lib/time.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, epochMs } from '../../domain/calendar/london.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { ensureSchedules, schedules as schedulesOfTheProduct } from '../../worker/ensureSchedules.ts';

const minute = 60_000;
/** Every Schedule: how often it comes round, or at which hour of London, and for how long a missed round is made up for. */
const schedules = [
  { id: 'reconciler', every: minute, madeUpFor: minute },
  { id: 'auditSealer', every: minute, madeUpFor: minute },
  { id: 'assessmentWatch', every: 2 * minute, madeUpFor: 2 * minute },
  { id: 'adviserWatch', every: 10 * minute, madeUpFor: 10 * minute },
  { id: 'workflowCheck', every: 10 * minute, madeUpFor: 10 * minute },
  { id: 'driftCheck', at: '03:00', madeUpFor: 12 * 60 * minute },
  { id: 'meetingCalendar', at: '04:00', madeUpFor: 24 * 60 * minute },
] as const;
const nightly = schedules.flatMap((each) => ('at' in each ? [each] : []));
const often = schedules.flatMap((each) => ('every' in each ? [each] : []));

let product: TestProduct;
let client: Client;

beforeAll(async () => {
  product = await startWorkerForTest();
  ({ client } = product.worker);
  // A queue that nobody works on: what is started is looked at and ended.
  const queue = `nobody-${randomUUID()}`;
  await ensureSchedules(client, queue);
  // As every start of the product does.
  await ensureSchedules(client, queue);
});
afterAll(async () => {
  for (const { id } of schedules) {
    for (const workflowId of await started(id))
      await client.workflow
        .getHandle(workflowId)
        .terminate('the test is over')
        .catch(() => undefined);
    await client.schedule.getHandle(id).delete();
  }
  await product.stop();
});

const described = (id: string) => client.schedule.getHandle(id).describe();

async function started(id: string): Promise<string[]> {
  const { recentActions } = (await described(id)).info;
  return recentActions.map(({ action }) => action.workflow.workflowId);
}

function londonHour(time: Date): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' }).format(time);
}

/** The moments for which a Schedule has started something between two instants, once it has made up for them. */
async function madeUpFor(id: string, from: string, until: string, rounds: number): Promise<string[]> {
  const [start, end] = [new Date(epochMs(from)), new Date(epochMs(until))];
  await client.schedule.getHandle(id).backfill({ start, end, overlap: ScheduleOverlapPolicy.ALLOW_ALL });
  for (const deadline = Date.now() + 30_000; ; await pause(100)) {
    const { recentActions } = (await described(id)).info;
    const moments = recentActions
      .map(({ scheduledAt }) => scheduledAt.toISOString())
      .filter((at) => at >= from && at <= until)
      .toSorted();
    if (moments.length >= rounds) return moments;
    if (Date.now() > deadline) throw new Error(`${id} has made up for ${moments.length} of ${rounds} rounds.`);
  }
}

/** The moments at which a Schedule comes round in a span, as the engine counts them. */
async function timesIn(scheduleId: string, from: string, until: string): Promise<string[]> {
  const { workflowService, options } = client;
  const span = { startTime: msToTs(epochMs(from)), endTime: msToTs(epochMs(until)) };
  const asked = { namespace: options.namespace, scheduleId, ...span };
  const { startTime } = await workflowService.listScheduleMatchingTimes(asked);
  return startTime.map((time) => new Date(optionalTsToMs(time) ?? 0).toISOString());
}

/** Clocks go forward on Sunday 29 March 2026 and 28 March 2027 at one in the morning, and back on 25 October 2026 and 31 October 2027 at two. */
const clockChanges = [
  { on: '2026-03-29', offsets: [0, 1, 1] },
  { on: '2026-10-25', offsets: [1, 0, 0] },
  { on: '2027-03-28', offsets: [0, 1, 1] },
  { on: '2027-10-31', offsets: [1, 0, 0] },
] as const;
const across = <T extends object>(each: readonly T[]) =>
  each.flatMap((schedule) => clockChanges.map((change) => ({ ...schedule, ...change })));

describe('what recurs', { timeout: 90_000 }, () => {
  it('is each Schedule of the product, and nothing else', () => {
    const ids = schedulesOfTheProduct('anywhere').map(({ scheduleId }) => scheduleId);
    expect(schedules.map(({ id }) => id)).toEqual(ids);
  });

  it.each(schedules)(
    '$id: no round overlaps another, and a missed one is made up for once',
    async ({ id, madeUpFor }) => {
      const { policies, state } = await described(id);
      expect(policies.overlap).toBe(ScheduleOverlapPolicy.SKIP);
      expect(policies.catchupWindow).toBe(madeUpFor);
      expect(state.paused).toBe(false);
    },
  );

  it.each(often)('$id comes round by the clock', async ({ id, every }) => {
    const times = (await described(id)).info.nextActionTimes.map((time) => time.getTime());
    expect(times.length).toBeGreaterThan(2);
    for (const [index, time] of times.slice(1).entries()) expect(time - (times[index] ?? 0)).toBe(every);
  });

  it.each(nightly)('$id comes round at $at in London on each of the nights to come', async ({ id, at }) => {
    const times = (await described(id)).info.nextActionTimes;
    expect(times.length).toBeGreaterThan(2);
    expect(new Set(times.map(londonHour))).toEqual(new Set([at]));
    const days = times.map((time) => time.toISOString().slice(0, 10));
    expect(new Set(days).size).toBe(days.length);
  });

  it('the calendar of meetings is made at once where it is new', async () => {
    expect(await started('meetingCalendar')).toHaveLength(1);
  });

  // Clocks go forward on Sunday 29 March 2026 at one in the morning, and back on Sunday 25 October 2026 at two.
  it.each([
    ['2026-03-28T00:00:00.000Z', '2026-03-30T23:00:00.000Z', ['28T03', '29T02', '30T02']],
    ['2026-10-24T00:00:00.000Z', '2026-10-26T23:00:00.000Z', ['24T02', '25T03', '26T03']],
  ])('from %s to %s each night has one round, on both sides of a change of the clocks', async (from, until, hours) => {
    const rounds = await madeUpFor('driftCheck', from, until, hours.length);
    expect(rounds.map((at) => at.slice(8, 13))).toEqual(hours);
  });

  it.each(across(nightly))(
    '$id comes round once a night at $at in London about $on',
    async ({ id, at, on, offsets }) => {
      const nights = [-1, 0, 1].map((days) => addDays(on, days));
      const expected = nights.map((night, index) => {
        const hour = String(Number(at.slice(0, 2)) - (offsets[index] ?? 0)).padStart(2, '0');
        return `${night}T${hour}:00:00.000Z`;
      });
      const found = await timesIn(id, `${nights[0]}T01:00:00.000Z`, `${nights[2]}T12:00:00.000Z`);
      expect(found).toEqual(expected);
    },
  );

  it.each(across(often))(
    '$id loses no round and doubles none when the clocks change on $on',
    async ({ id, every, on }) => {
      const [from, until] = [`${on}T00:00:00.000Z`, `${on}T03:00:00.000Z`];
      const found = await timesIn(id, from, until);
      expect(found.length).toBeGreaterThanOrEqual(180 / (every / minute));
      for (const [index, time] of found.slice(1).entries())
        expect(epochMs(time) - epochMs(found[index] ?? '')).toBe(every);
    },
  );

  it.each(often)('$id makes up for each round of a span that nobody was there', async ({ id, every }) => {
    const rounds = await madeUpFor(id, '2026-02-02T10:00:00.000Z', '2026-02-02T10:20:00.000Z', 2);
    const gaps = rounds.slice(1).map((at, index) => epochMs(at) - epochMs(rounds[index] ?? at));
    expect(new Set(gaps)).toEqual(new Set([every]));
  });
});
