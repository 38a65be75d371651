import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { disclosureLevel } from '../domain/access/disclosureLevel.ts';
import { roles } from '../domain/access/role.ts';
import { actorOf } from '../store/practitioners/actorOf.ts';
import { createStore, type Store } from '../store/prismaClient.ts';
import { toIsoDate } from '../store/time.ts';
import { createTestDatabase, type TestDatabase } from '../tests/environment/createTestDatabase.ts';
import { developmentPeople } from './identity/people.ts';
import { developmentAgencies, developmentAreas } from './reference.ts';
import { allAuthorities } from '../store/authorities/findAuthorities.ts';
import { idOf, seedDevelopment } from './seedDevelopment.ts';
import { seedPlaces } from './seedPlaces.ts';

const now = '2026-03-09T10:00:00.000Z';
let database: TestDatabase;
let store: Store;

beforeAll(async () => {
  database = await createTestDatabase();
  store = createStore(database.url, { max: 2 });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

describe('the people and areas of development', () => {
  test('are put on record once, and a second time changes nothing', async () => {
    const first = await seedDevelopment(store, now);
    expect(first).toMatchObject({ areas: 13, agencies: 18, practitioners: developmentPeople.length });
    expect(first.meetings).toBe(53 + 12 * 12);
    const appointments = await store.prisma.appointment.count();
    expect(await seedDevelopment(store, now)).toEqual({ areas: 0, agencies: 0, practitioners: 0, meetings: 0 });
    expect(await store.prisma.appointment.count()).toBe(appointments);
  });

  test('have the local authorities where they live, once, each place covered by one of them', async () => {
    await seedDevelopment(store, now);
    expect(await seedPlaces(store, now)).toBe(2);
    expect(await seedPlaces(store, now)).toBe(0);
    const authorities = await allAuthorities(store.prisma);
    const places = authorities.flatMap((each) => each.places);
    expect(new Set(places).size).toBe(places.length);
    expect(authorities).toMatchObject([
      { code: 'kent', schoolYears: [{ year: '2026/27', edition: 1 }] },
      { code: 'medway', schoolYears: [{ year: '2026/27' }] },
    ]);
  });

  test('have the calendar of meetings filled up as time goes on', async () => {
    await seedDevelopment(store, now);
    const later = await seedDevelopment(store, '2026-03-24T10:00:00.000Z');
    expect(later.meetings).toBeGreaterThanOrEqual(2);
    expect(later.meetings).toBeLessThan(20);
  });

  test('name only areas and agencies that there are, and every role is held by somebody', async () => {
    const known = new Set([...developmentAgencies, ...developmentAreas].map(({ code }) => code));
    const held = developmentPeople.flatMap(({ appointments }) => appointments);
    for (const { areaCodes = [], agencyCode = 'police' } of held) {
      for (const code of [...areaCodes, agencyCode]) expect(known).toContain(code);
    }
    expect([...new Set(held.map(({ role }) => role))].sort()).toEqual([...roles].sort());
  });

  test('can sign in, and see what their post lets them see', async () => {
    await seedDevelopment(store, now);
    const coordinator = developmentPeople.find(({ appointments }) =>
      appointments.some(({ role }) => role === 'coordinator'),
    );
    const actor = await actorOf(store.prisma, coordinator?.subject ?? '', '2026-03-09');
    if (!actor) throw new Error('No coordinator');
    const facts = {
      areaId: actor.appointments[0]?.areaId ?? '',
      stage: 'graded' as const,
      victimId: 'v',
      perpetratorId: 'p',
      referrerId: 'r',
      adviserId: null,
      idvaServiceId: idOf('agency', 'kent-idva-service'),
      agencyIds: [],
      deniedPractitionerIds: [],
      otherAdviserIds: [],
      opposingAdviserIds: [],
      askedAreaId: null,
      formerAreaIds: [],
    };
    expect(disclosureLevel(actor, facts)).toBe('full');
  });

  test('a weekly meeting closes its list three working days before, a monthly one eight, each with its own room', async () => {
    await seedDevelopment(store, now);
    const first = (code: string) =>
      store.prisma.meeting.findFirstOrThrow({ where: { areaId: idOf('area', code) }, orderBy: { startsAt: 'asc' } });
    const [medway, thanet] = [await first('medway'), await first('thanet')];
    expect([toIsoDate(medway.onDate), toIsoDate(medway.cutOffOn), medway.capacity]).toEqual([
      '2026-03-10',
      '2026-03-05',
      11,
    ]);
    expect([toIsoDate(thanet.onDate), toIsoDate(thanet.cutOffOn), thanet.capacity]).toEqual([
      '2026-04-01',
      '2026-03-20',
      18,
    ]);
    expect(medway.startsAt.toISOString()).toBe('2026-03-10T09:30:00.000Z');
    expect(thanet.startsAt.toISOString()).toBe('2026-04-01T08:30:00.000Z');
  });
});
