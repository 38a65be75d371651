import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HeldAppointment } from '../../domain/access/actor.ts';
import { createTestDatabase, type TestDatabase } from '../../tests/environment/createTestDatabase.ts';
import { createStore, type Store } from '../prismaClient.ts';
import { fromIsoDate } from '../time.ts';
import { actorById, actorOf } from './actorOf.ts';
import { addPractitioners } from './addPractitioners.ts';
import { directoryFor } from './directoryFor.ts';
import { listPractitioners, practitionerNames } from './findPractitioners.ts';

const today = '2026-03-09';
let database: TestDatabase;
let store: Store;
let invented = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  store = createStore(database.url, { max: 3 });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

/** Puts an invented colleague on record and returns their id and subject. */
async function colleague(...held: (Partial<HeldAppointment> & { startsOn?: string })[]) {
  invented += 1;
  const [id, subject] = [randomUUID(), `colleague.${invented}`];
  const appointments = held.map((one) => ({
    id: randomUUID(),
    role: 'coordinator' as const,
    areaId: null,
    agencyId: null,
    startsOn: '2020-01-01',
    ...one,
  }));
  const person = { id, subject, name: `Colleague ${invented}`, email: `${subject}@marac.example`, appointments };
  await addPractitioners(store.prisma, [person]);
  return { ...person, subject };
}

const endAppointment = (id: string, on: string) =>
  store.prisma.appointment.updateMany({ where: { practitionerId: id }, data: { endsOn: fromIsoDate(on) } });
const leaves = (id: string, on: string) =>
  store.prisma.practitioner.update({ where: { id }, data: { endsOn: fromIsoDate(on) } });

describe('who acts', () => {
  test('is somebody with the appointments in force that day, the first and the last day included', async () => {
    const areaId = randomUUID();
    const { id, subject, name } = await colleague(
      { areaId, startsOn: today },
      { role: 'chair', startsOn: '2026-03-10' },
    );
    const actor = {
      practitionerId: id,
      name,
      coversFor: [],
      appointments: [{ role: 'coordinator', areaId, agencyId: null }],
    };
    expect(await actorOf(store.prisma, subject, today)).toEqual(actor);
    expect(await actorById(store.prisma, id, today)).toEqual(actor);
    expect((await actorOf(store.prisma, subject, '2026-03-10'))?.appointments).toHaveLength(2);
    expect(await actorOf(store.prisma, subject, '2026-03-08')).toBeNull();
    await endAppointment(id, '2026-03-31');
    expect(await actorOf(store.prisma, subject, '2026-03-31')).not.toBeNull();
    expect(await actorOf(store.prisma, subject, '2026-04-01')).toBeNull();
  });

  test('is nobody who is unknown, has left, or holds no appointment', async () => {
    const [gone, none] = [await colleague({}), await colleague()];
    await leaves(gone.id, today);
    expect(await actorOf(store.prisma, gone.subject, today)).not.toBeNull();
    expect(await actorOf(store.prisma, gone.subject, '2026-03-10')).toBeNull();
    expect(await actorOf(store.prisma, none.subject, today)).toBeNull();
    expect(await actorOf(store.prisma, 'nobody', today)).toBeNull();
  });
});

describe('the directory of those who might be told', () => {
  test('has the area’s, the agencies’, the named and those who cover for them, and no others', async () => {
    const [areaId, agencyId, otherAgency] = [randomUUID(), randomUUID(), randomUUID()];
    const ofArea = await colleague({ areaId });
    const ofAgency = await colleague({ role: 'agencyLead', agencyId });
    const countyWide = await colleague({ role: 'governance' });
    const administrator = await colleague({ role: 'systemAdministrator', areaId: randomUUID() });
    const named = await colleague({ role: 'referrer', agencyId: otherAgency });
    const cover = await colleague({ role: 'referrer', agencyId: otherAgency });
    const coversCover = await colleague({ role: 'referrer', agencyId: otherAgency });
    const stranger = await colleague({ areaId: randomUUID() }, { role: 'agencyLead', agencyId: otherAgency });
    const away = { fromDate: fromIsoDate('2026-03-01'), untilDate: fromIsoDate('2026-03-20') };
    await store.prisma.absence.createMany({
      data: [
        { id: randomUUID(), practitionerId: named.id, coverId: cover.id, ...away },
        { id: randomUUID(), practitionerId: cover.id, coverId: coversCover.id, ...away },
        { id: randomUUID(), practitionerId: coversCover.id, coverId: named.id, ...away },
      ],
    });
    await leaves(ofArea.id, '2026-12-31');
    const wanted = { areaIds: [areaId], agencyIds: [agencyId, null], practitionerIds: [named.id, null] };
    const directory = await directoryFor(store.prisma, wanted);
    const found = directory.map(({ practitionerId }) => practitionerId);
    for (const { id } of [ofArea, ofAgency, countyWide, administrator, named, cover, coversCover])
      expect(found).toContain(id);
    expect(found).not.toContain(stranger.id);
    expect(directory.find(({ practitionerId }) => practitionerId === ofArea.id)).toEqual({
      practitionerId: ofArea.id,
      endsOn: '2026-12-31',
      appointments: [{ role: 'coordinator', areaId, agencyId: null, startsOn: '2020-01-01', endsOn: null }],
      absences: [],
    });
    expect(directory.find(({ practitionerId }) => practitionerId === named.id)?.absences).toEqual([
      { fromDate: '2026-03-01', untilDate: '2026-03-20', coverId: cover.id },
    ]);
  });
});

describe('colleagues', () => {
  test('are found by post, area and agency, and those who left are not', async () => {
    const [areaId, agencyId] = [randomUUID(), randomUUID()];
    const services = { childrensServicesId: agencyId, idvaServiceId: agencyId, standardRiskServiceId: agencyId };
    await store.prisma.area.create({ data: { id: areaId, code: 'here', name: 'Here', ...services } });
    await store.prisma.agency.create({
      data: { id: agencyId, code: 'housing-here', name: 'Housing', kind: 'housing' },
    });
    const both = await colleague({ areaId }, { role: 'agencyLead', agencyId });
    const left = await colleague({ areaId });
    await leaves(left.id, '2026-03-08');
    const found = (filter: Parameters<typeof listPractitioners>[1]) => listPractitioners(store.prisma, filter, today);
    expect(await found({ areaCode: 'here', role: 'coordinator' })).toEqual([
      {
        practitionerId: both.id,
        name: both.name,
        email: both.email,
        endsOn: null,
        appointments: [
          { role: 'agencyLead', areaCode: null, agencyCode: 'housing-here' },
          { role: 'coordinator', areaCode: 'here', agencyCode: null },
        ],
      },
    ]);
    expect(await found({ areaCode: 'here', role: 'agencyLead' })).toEqual([]);
    expect(await found({ agencyCode: 'housing-here' })).toHaveLength(1);
    expect((await found({})).length).toBeGreaterThan(5);
  });

  test('keep their name for what they did, when they have left', async () => {
    const left = await colleague({});
    await leaves(left.id, '2026-03-01');
    const names = await practitionerNames(store.prisma, [left.id, randomUUID()]);
    expect([...names]).toEqual([[left.id, left.name]]);
  });
});
