import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { durationsQuerySchema, punctualityQuerySchema, quarterlyReturnQuerySchema } from '../../contracts/report.ts';
import { durationsView, punctualityView, quarterlyReturnView } from '../../contracts/views/reportView.ts';
import type { Actor, HeldAppointment } from '../../domain/access/actor.ts';
import { movableClock } from '../../platform/clock.ts';
import { createStore, type Store } from '../../store/prismaClient.ts';
import { reportedCases } from '../../store/reports/reportedCases.ts';
import { createTestDatabase, type TestDatabase } from '../../tests/environment/createTestDatabase.ts';
import type { Dependencies } from '../dependencies.ts';
import { durations } from './durations.ts';
import { punctuality } from './punctuality.ts';
import { quarterlyReturn } from './quarterlyReturn.ts';

describe('reports', () => {
  let database: TestDatabase;
  let store: Store;
  let deps: Dependencies;
  let rows: ReturnType<typeof reportedCases>;
  const route = 'GET /reports';

  beforeAll(async () => {
    database = await createTestDatabase();
    store = createStore(database.url, { max: 4 });
    // Reports read; they seal nothing and ask no engine.
    deps = { store, clock: movableClock('2026-07-01T09:00:00.000Z') } as unknown as Dependencies;
    rows = reportedCases(store.prisma);
    for (const area of ['dover', 'medway', 'swale']) await rows.addArea(area);
    for (const agency of ['housing', 'police']) await rows.addAgency(agency);
    await hear('medway', 12, 8);
    await hear('swale', 20, 3);
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  async function hear(area: string, cases: number, repeats: number): Promise<void> {
    const at = '2026-05-12T09:00:00.000Z';
    const meetingId = await rows.addMeeting(area, at);
    for (let number = 0; number < cases; number += 1)
      await rows.addCase({
        area,
        receivedAt: '2026-04-30T22:30:00.000Z',
        screenedAt: '2026-05-01T10:30:00.000Z',
        repeatOf: number < repeats ? randomUUID() : null,
        referredBy: number === 0 ? ['police', 'housing'] : ['police'],
        hearings: [{ meetingId, at }],
      });
  }

  const held = (role: HeldAppointment['role'], area: string | null): Actor => ({
    practitionerId: randomUUID(),
    name: 'Somebody',
    appointments: [{ role, areaId: area === null ? null : rows.idOf(area), agencyId: null }],
  });
  const returnFor = async (actor: Actor, more: object = {}) => {
    const query = quarterlyReturnQuerySchema.parse({ year: '2026', quarter: '2', ...more });
    const result = await quarterlyReturn(deps, actor, route, query);
    return result.ok ? { ok: true as const, report: quarterlyReturnView.parse(result.report) } : result;
  };

  it('show governance the exact return of every area, by area and meeting', async () => {
    const result = await returnFor(held('governance', null));
    if (!result.ok) throw new Error(result.code);
    const { report } = result;
    expect(report).toMatchObject({ from: '2026-04-01', to: '2026-06-30', view: 'internal' });
    expect(report.areas.map(({ area, figures }) => [area, figures['cases']])).toEqual([
      ['dover', '0'],
      ['medway', '12'],
      ['swale', '20'],
    ]);
    expect(report.areas[1]).toMatchObject({
      figures: { repeats: '8', police: '11.5', housing: '0.5' },
      indicators: { repeatRate: 66.7, policeShare: 95.8 },
      meetings: [{ date: '2026-05-12', figures: { cases: '12', police: '11.5' } }],
    });
    expect(report.total).toMatchObject({ figures: { cases: '32', repeats: '11', police: '31' } });
    expect(report.areas.map(({ heardElsewhere }) => heardElsewhere)).toEqual([0, 0, 0]);
  });

  it('say of how many cases an earlier list tells, where that is not to be published', async () => {
    const { id } = await store.prisma.case.findFirstOrThrow({ where: { areaId: rows.idOf('swale') } });
    const before = await store.prisma.case.findUniqueOrThrow({ where: { id } });
    await store.prisma.case.update({ where: { id }, data: { heardElsewhereId: randomUUID(), heardMeetingId: null } });
    const governance = held('governance', null);
    const internal = await returnFor(governance);
    if (!internal.ok) throw new Error(internal.code);
    expect(internal.report.areas.map(({ heardElsewhere }) => heardElsewhere)).toEqual([0, 0, 1]);
    expect(internal.report.notes.at(-1)).toContain('In this period that is 1 case');
    const published = await returnFor(governance, { view: 'publication' });
    if (!published.ok) throw new Error(published.code);
    expect(published.report.areas.map(({ heardElsewhere }) => heardElsewhere)).toEqual([null, null, null]);
    expect(published.report.notes.join(' ')).not.toContain('In this period');
    const { heardElsewhereId, heardMeetingId } = before;
    await store.prisma.case.update({ where: { id }, data: { heardElsewhereId, heardMeetingId } });
  });

  it('show a coordinator their own areas and refuse them others’, by name or not at all', async () => {
    const coordinator = held('coordinator', 'medway');
    const own = await returnFor(coordinator);
    expect(own.ok && own.report.areas.map(({ area }) => area)).toEqual(['medway']);
    expect(own.ok && own.report.total.figures['cases']).toBe('12');
    expect(await returnFor(coordinator, { areas: 'medway,swale' })).toMatchObject({ ok: false, code: 'NOT_ALLOWED' });
    expect(await returnFor(coordinator, { areas: 'atlantis' })).toMatchObject({ ok: false, code: 'UNKNOWN_AREA' });
  });

  it('show the manager of an IDVA service the areas it works for', async () => {
    const area = await store.prisma.area.findUniqueOrThrow({ where: { code: 'swale' } });
    const appointments = [{ role: 'idvaServiceManager', areaId: null, agencyId: area.idvaServiceId }] as const;
    const result = await returnFor({ practitionerId: randomUUID(), name: 'Somebody', appointments });
    expect(result.ok && result.report.areas.map(({ area: code }) => code)).toEqual(['swale']);
  });

  it('leave out of a publication what is small and what would give it away, and name no meeting', async () => {
    const result = await returnFor(held('coordinator', 'medway'), { view: 'publication' });
    if (!result.ok) throw new Error(result.code);
    const [dover, medway, swale] = result.report.areas;
    expect(dover?.figures['cases']).toBeNull();
    // The three repeats of one area would follow from those of the other and the total.
    expect(swale?.figures['repeats']).toBeNull();
    expect([medway?.figures['repeats'], result.report.total.figures['repeats']]).toContain(null);
    expect(swale?.indicators.repeatRate).toBeNull();
    expect(result.report.areas.flatMap(({ meetings }) => meetings)).toEqual([]);
  });

  it('give durations in days to one decimal, by London month', async () => {
    const query = durationsQuerySchema.parse({ from: '2026-04', to: '2026-04', groupBy: 'month' });
    const result = await durations(deps, held('governance', null), route, query);
    if (!result.ok) throw new Error(result.code);
    const [april, ...others] = durationsView.parse(result.report).groups;
    expect(others).toEqual([]);
    expect(april).toMatchObject({ group: '2026-04', cases: 32, paused: { pauses: 0, days: 0 } });
    expect(april?.durations.find(({ duration }) => duration === 'screened')).toMatchObject({
      count: 32,
      median: 0.5,
      ninetiethPercentile: 0.5,
      open: 0,
      oldestOpen: null,
    });
  });

  it('give the punctuality of duties and the rungs reached', async () => {
    const query = punctualityQuerySchema.parse({ from: '2026-04-01', to: '2026-06-30' });
    const result = await punctuality(deps, held('governance', null), route, query);
    expect(result.ok && punctualityView.parse(result.report)).toMatchObject({ duties: [], escalations: [] });
  });

  it('are noted with who read them, and with who was refused', async () => {
    const reader = held('coordinator', 'medway');
    await returnFor(reader);
    await returnFor(reader, { areas: 'swale' });
    const noted = await store.prisma.accessLog.findMany({
      where: { actorId: reader.practitionerId },
      orderBy: { id: 'asc' },
    });
    expect(noted.map(({ event, outcome }) => [event, outcome])).toEqual([
      ['readReport', 'shown'],
      ['readReport', 'notAllowed'],
    ]);
  });
});

describe('what can be asked of a return', () => {
  const isAccepted = (query: object) => quarterlyReturnQuerySchema.safeParse(query).success;

  it('is a quarter of a year or two dates, and never both or half of one', () => {
    expect(isAccepted({ year: '2026', quarter: '1' })).toBe(true);
    expect(isAccepted({ from: '2012-04-01', to: '2013-03-31' })).toBe(true);
    expect(isAccepted({})).toBe(false);
    expect(isAccepted({ year: '2026' })).toBe(false);
    expect(isAccepted({ year: '2026', quarter: '1', from: '2026-01-01', to: '2026-03-31' })).toBe(false);
    expect(isAccepted({ from: '2026-01-01' })).toBe(false);
  });

  it('has dates that exist, in their order, and quarters from 1 to 4', () => {
    expect(isAccepted({ year: '2026', quarter: '5' })).toBe(false);
    expect(isAccepted({ from: '2026-02-30', to: '2026-03-31' })).toBe(false);
    expect(isAccepted({ from: '2026-03-31', to: '2026-03-01' })).toBe(false);
    expect(durationsQuerySchema.safeParse({ from: '2026-13', to: '2026-14' }).success).toBe(false);
    expect(durationsQuerySchema.safeParse({ from: '2026-05', to: '2026-04' }).success).toBe(false);
  });
});
