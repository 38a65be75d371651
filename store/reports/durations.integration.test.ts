import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../tests/environment/createTestDatabase.ts';
import { addHours } from '../../domain/calendar/london.ts';
import { inDays, type CaseDuration } from '../../domain/durations/caseDuration.ts';
import { createStore, type Store } from '../prismaClient.ts';
import { durationsOfCases, pausesOfCases, type DurationGrouping, type ReceivedCases } from './durations.ts';
import { reportedCases } from './reportedCases.ts';

describe('the durations of cases', () => {
  let database: TestDatabase;
  let store: Store;
  let rows: ReturnType<typeof reportedCases>;
  const now = '2026-04-01T09:00:00.000Z';
  const march: ReceivedCases = { from: '2026-03-01', to: '2026-03-31', areas: 'all' };

  beforeAll(async () => {
    database = await createTestDatabase();
    store = createStore(database.url, { max: 2 });
  });
  beforeEach(async () => {
    for (const table of ['area', 'agency', 'case', 'case_agency', 'listing'])
      await store.prisma.$executeRawUnsafe(`DELETE FROM "${table}"`);
    rows = reportedCases(store.prisma);
    for (const area of ['medway', 'sevenoaks']) await rows.addArea(area);
    for (const agency of ['police', 'housing']) await rows.addAgency(agency);
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  const receivedAt = '2026-03-10T10:00:00.000Z';
  const later = (days: number, from = receivedAt) => addHours(from, days * 24);
  const groups = (grouping: DurationGrouping, received = march) =>
    durationsOfCases(store.prisma, received, grouping, now);
  async function overall(duration: CaseDuration) {
    const [all] = await groups('none');
    const found = all?.durations.find((each) => each.duration === duration);
    if (!found) throw new Error('There is nothing to measure.');
    const days = (ms: number | null) => (ms === null ? null : inDays(ms));
    return {
      ...found,
      median: days(found.median),
      ninetieth: days(found.ninetieth),
      oldestOpen: days(found.oldestOpen),
    };
  }

  it('are counted, with their median and ninetieth percentile, from the cases that have them', async () => {
    for (const days of [1, 2, 3, 4, 11]) await rows.addCase({ area: 'medway', receivedAt, heardAt: later(days) });
    await rows.addCase({ area: 'medway', receivedAt, stage: 'declined' });
    expect(await overall('heard')).toMatchObject({ count: 5, median: 3, ninetieth: 8.2, open: 0, oldestOpen: null });
  });

  it('run from the referral, but those of actions from the hearing', async () => {
    await rows.addCase({
      area: 'medway',
      receivedAt,
      screenedAt: later(0.5),
      firstAttemptAt: later(1),
      firstSpokeAt: later(2),
      listedAt: later(3),
      heardAt: later(10),
      actionsEndedAt: later(14),
      closedAt: later(20),
      supportEndedAt: later(30),
      stage: 'closed',
    });
    const [all] = await groups('none');
    const days = all?.durations.map(({ duration, median }) => [duration, inDays(median ?? -1)]);
    expect(Object.fromEntries(days ?? [])).toEqual({
      screened: 0.5,
      firstAttempt: 1,
      spoke: 2,
      listed: 3,
      heard: 10,
      actionsEnded: 4,
      closed: 20,
      supportEnded: 30,
    });
  });

  it('show the oldest case in which somebody still waits, and none of those where nobody does', async () => {
    await rows.addCase({ area: 'medway', receivedAt, stage: 'accepted' });
    await rows.addCase({ area: 'medway', receivedAt: later(-4), stage: 'graded', engagement: 'declined' });
    await rows.addCase({ area: 'medway', receivedAt: later(-8), stage: 'declined' });
    await rows.addCase({ area: 'medway', receivedAt: later(-6), stage: 'graded', frozen: true });
    expect(await overall('heard')).toMatchObject({ count: 0, median: null, open: 3, oldestOpen: 28 });
    expect(await overall('spoke')).toMatchObject({ count: 0, open: 1, oldestOpen: 22 });
    expect(await overall('supportEnded')).toMatchObject({ open: 0 });
  });

  it('are never less than nothing where only the day of an end is known', async () => {
    await rows.addCase({ area: 'medway', receivedAt, heardAt: later(5), actionsEndedAt: later(4.9) });
    expect(await overall('actionsEnded')).toMatchObject({ count: 1, median: 0 });
  });

  it('are those of one case where referrals were merged into it, in the group of each of their agencies once', async () => {
    await rows.addAgency('education');
    const kept = await rows.addCase({ area: 'medway', receivedAt, screenedAt: later(1), referredBy: ['police'] });
    const merged = { area: 'medway', receivedAt: later(-2), stage: 'merged' as const, mergedInto: kept };
    await rows.addCase({ ...merged, screenedAt: later(9), referredBy: ['police', 'housing'] });
    await rows.addCase({ ...merged, referredBy: ['housing', 'education'] });
    expect(await overall('screened')).toMatchObject({ count: 1, median: 1 });
    const byAgency = (await groups('agency')).map(({ key, cases, durations }) => [key, cases, durations[0]?.count]);
    expect(byAgency).toEqual([
      ['education', 1, 1],
      ['housing', 1, 1],
      ['police', 1, 1],
    ]);
  });

  it('belong to the London month and quarter of the referral', async () => {
    // 31 March 2026 at 23:30 in London, and 1 April at 00:30.
    await rows.addCase({ area: 'medway', receivedAt: '2026-03-31T22:30:00.000Z' });
    await rows.addCase({ area: 'medway', receivedAt: '2026-03-31T23:30:00.000Z' });
    const spring: ReceivedCases = { ...march, to: '2026-04-30' };
    expect((await groups('month', spring)).map(({ key, cases }) => [key, cases])).toEqual([
      ['2026-03', 1],
      ['2026-04', 1],
    ]);
    expect((await groups('quarter', spring)).map(({ key }) => key)).toEqual(['2026-Q1', '2026-Q2']);
    expect((await groups('month')).map(({ key }) => key)).toEqual(['2026-03']);
  });

  it('are grouped by area, by route, and by each agency of a joint referral', async () => {
    await rows.addCase({ area: 'medway', receivedAt, referredBy: ['police', 'housing'], route: 'repeat' });
    await rows.addCase({ area: 'sevenoaks', receivedAt });
    const sizes = async (grouping: DurationGrouping, received = march) =>
      Object.fromEntries((await groups(grouping, received)).map(({ key, cases }) => [key, cases]));
    expect(await sizes('area')).toEqual({ medway: 1, sevenoaks: 1 });
    expect(await sizes('route')).toEqual({ repeat: 1, visibleHighRisk: 1 });
    expect(await sizes('agency')).toEqual({ police: 2, housing: 1 });
    expect(await sizes('area', { ...march, areas: [rows.idOf('sevenoaks')] })).toEqual({ sevenoaks: 1 });
    expect(await sizes('none', { ...march, areas: [] })).toEqual({});
  });

  it('stand beside the time for which clocks were paused, which is not taken off them', async () => {
    const caseId = await rows.addCase({ area: 'medway', receivedAt, heardAt: later(9) });
    for (const [seq, pausedMs] of [3_600_000, 7_200_000].entries()) {
      await store.prisma.auditEvent.create({
        data: {
          id: randomUUID(),
          caseId,
          seq,
          type: 'clockResumed',
          typeVersion: 1,
          occurredAt: new Date(receivedAt),
          occurredPrecision: 'minute',
          recordedAt: new Date(receivedAt),
          policyVersion: '',
          calendarVersion: '',
          data: { pausedMs },
          previousHash: '',
          hash: String(seq),
        },
      });
    }
    expect(await pausesOfCases(store.prisma, march, 'area')).toEqual(
      new Map([['medway', { pauses: 2, pausedMs: 10_800_000 }]]),
    );
    expect(await overall('heard')).toMatchObject({ median: 9 });
  });
});
