import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../tests/environment/createTestDatabase.ts';
import { createStore, type Store } from '../prismaClient.ts';
import { escalationsFired, punctualityOfClocks, type DueClocks } from './punctuality.ts';
import { reportedCases } from './reportedCases.ts';

describe('the punctuality of duties', () => {
  let database: TestDatabase;
  let store: Store;
  let rows: ReturnType<typeof reportedCases>;
  const now = '2026-03-31T12:00:00.000Z';
  const march: DueClocks = { from: '2026-03-01', to: '2026-03-31', areas: 'all' };

  beforeAll(async () => {
    database = await createTestDatabase();
    store = createStore(database.url, { max: 2 });
  });
  beforeEach(async () => {
    for (const table of ['area', 'agency', 'clock', 'rung'])
      await store.prisma.$executeRawUnsafe(`DELETE FROM "${table}"`);
    rows = reportedCases(store.prisma);
    for (const area of ['medway', 'sevenoaks']) await rows.addArea(area);
    for (const agency of ['police', 'housing']) await rows.addAgency(agency);
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  async function addClock(given: {
    kind?: string;
    area?: string;
    agency?: string | null;
    status?: string;
    outcome?: string;
    overdueAt?: string;
    silent?: boolean;
  }): Promise<string> {
    const { kind = 'action', area = 'medway', agency = 'police', status = 'ended', outcome = null } = given;
    const id = randomUUID();
    await store.prisma.clock.create({
      data: {
        id,
        caseId: randomUUID(),
        areaId: rows.idOf(area),
        kind,
        subjectType: 'action',
        subjectId: randomUUID(),
        status,
        outcome,
        anchorAt: new Date('2026-03-01T09:00:00.000Z'),
        overdueAt: new Date(given.overdueAt ?? '2026-03-11T00:00:00.000Z'),
        agencyId: agency === null ? null : rows.idOf(agency),
        silent: given.silent ?? false,
        data: {},
      },
    });
    return id;
  }

  it('tells apart what was met, met late, fell away, runs on and is overdue, by kind and agency', async () => {
    await addClock({ outcome: 'met' });
    await addClock({ outcome: 'met' });
    await addClock({ outcome: 'metLate' });
    await addClock({ outcome: 'cancelled' });
    await addClock({ status: 'running' });
    await addClock({ status: 'running', overdueAt: '2026-03-31T23:00:00.000Z' });
    await addClock({ status: 'paused' });
    await addClock({ kind: 'screen', agency: null, outcome: 'met' });
    expect(await punctualityOfClocks(store.prisma, march, now)).toEqual([
      { kind: 'action', agencyCode: 'police', met: 2, metLate: 1, cancelled: 1, open: 2, overdue: 1 },
      { kind: 'screen', agencyCode: null, met: 1, metLate: 0, cancelled: 0, open: 0, overdue: 0 },
    ]);
  });

  it('counts a duty due on the last day of March in March, and one due on the day before the first not', async () => {
    // Overdue from the first instant of 1 April in London, which is 31 March by universal time.
    await addClock({ outcome: 'met', overdueAt: '2026-03-31T23:00:00.000Z' });
    await addClock({ outcome: 'met', overdueAt: '2026-03-01T00:00:00.000Z' });
    const counted = await punctualityOfClocks(store.prisma, march, now);
    expect(counted.map(({ met }) => met)).toEqual([1]);
  });

  it('does not call a duty of a case sent in as history overdue before the case is caught up', async () => {
    await addClock({ status: 'running', silent: true });
    expect(await punctualityOfClocks(store.prisma, march, now)).toMatchObject([{ open: 0, overdue: 0 }]);
  });

  it('looks at the areas asked for and no others', async () => {
    await addClock({ outcome: 'met', area: 'sevenoaks', agency: 'housing' });
    await addClock({ outcome: 'met', area: 'medway' });
    const areas = [rows.idOf('sevenoaks')];
    const counted = await punctualityOfClocks(store.prisma, { ...march, areas }, now);
    expect(counted.map(({ agencyCode }) => agencyCode)).toEqual(['housing']);
  });

  it('counts the rungs that were fired on the days asked for', async () => {
    const clockId = await addClock({ status: 'running' });
    const fire = (rung: number, label: string, at: string) =>
      store.prisma.rung.create({
        data: {
          id: randomUUID(),
          caseId: randomUUID(),
          clockId,
          round: 1,
          rung,
          label,
          firedAt: new Date(at),
          plannedAt: new Date(at),
          noted: [],
          recipients: [],
        },
      });
    await fire(3, 'overdue3', '2026-03-16T09:00:00.000Z');
    await fire(2, 'overdue1', '2026-03-12T09:00:00.000Z');
    await fire(4, 'overdue5', '2026-04-01T08:00:00.000Z');
    expect(await escalationsFired(store.prisma, march)).toEqual([
      { kind: 'action', label: 'overdue1', fired: 1 },
      { kind: 'action', label: 'overdue3', fired: 1 },
    ]);
  });
});
