import { beforeAll, describe, expect, test } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import type { Actor } from '../../domain/access/actor.ts';
import type { AdviserKind } from '../../domain/lifecycle/facts/support.ts';
import { newId } from '../../platform/ids.ts';
import { type CaseInStore, moment } from '../../tests/environment/caseInStore.ts';
import { storeForFile } from '../../tests/environment/storeForFile.ts';
import { Prisma } from '../generated/client.ts';
import { addPractitioners } from '../practitioners/addPractitioners.ts';
import { actorById } from '../practitioners/actorOf.ts';
import { createStore } from '../prismaClient.ts';
import { caseExceptions } from '../exceptions/caseExceptions.ts';
import { openTasks, taskStatement } from './openTasks.ts';

const service = idOf('agency', 'kent-idva-service');
const [joanna, manager, coordinator] = ['joanna.pike', 'leila.haddad', 'amy.adeyemi'].map((subject) =>
  idOf('practitioner', subject),
) as [string, string, string];
const second = newId();
const { store, seeded, received } = storeForFile();

beforeAll(async () => {
  const appointment = { id: newId(), role: 'idva' as const, areaId: null, agencyId: service, startsOn: '2020-01-01' };
  const person = { id: second, subject: 'second.adviser', name: 'Second Adviser', email: 's@kent-idva.example' };
  await addPractitioners(store.prisma, [{ ...person, appointments: [appointment] }]);
});

const give = (theCase: CaseInStore, adviserId: string, more: { kind?: AdviserKind; reasonId?: string } = {}) =>
  theCase.send('allocateAdviser', { adviserId, allocationId: newId(), ...more }, '2026-03-02 10:00');

async function actor(id: string, on = '2026-03-04'): Promise<Actor> {
  const found = await actorById(store.prisma, id, on);
  if (!found) throw new Error('Nobody.');
  return found;
}

/** What is somebody's to do up to a London moment, as `kind reference`. */
async function tasksOf(id: string, { until = '2026-03-05 00:00', on = '2026-03-04', limit = 200 } = {}) {
  const span = { until: moment(until), contactUntil: moment(until), after: null, limit, today: on };
  const rows = await openTasks(store.prisma, await actor(id, on), span);
  return rows.map(({ clock, reference }) => `${clock.kind} ${reference}`);
}

describe('what is somebody’s to do', () => {
  test('is the duty queue’s until a case is given to an adviser, and theirs alone from then on', async () => {
    const { theCase, reference } = await received();
    const firstContact = `firstContact ${reference}`;
    for (const id of [joanna, second, manager]) expect(await tasksOf(id)).toContain(firstContact);
    expect(await tasksOf(coordinator)).not.toContain(firstContact);
    expect(await tasksOf(coordinator)).toContain(`screen ${reference}`);
    expect(await give(theCase, joanna)).toMatchObject({ ok: true });
    expect(await tasksOf(joanna)).toContain(firstContact);
    for (const id of [second, manager]) expect(await tasksOf(id)).not.toContain(firstContact);
  });

  test('stays with the adviser who leads where another joins, and goes over with their place', async () => {
    const { theCase, reference } = await received();
    await give(theCase, joanna);
    expect(await give(theCase, second, { kind: 'court' })).toMatchObject({ ok: true });
    expect(await tasksOf(joanna)).toContain(`firstContact ${reference}`);
    expect(await tasksOf(second)).not.toContain(`firstContact ${reference}`);
    expect(await give(theCase, second)).toMatchObject({ ok: true });
    expect(await tasksOf(second)).toContain(`firstContact ${reference}`);
    const places = await store.prisma.caseAdviser.findMany({ where: { caseId: theCase.caseId } });
    const standing = places.filter(({ endedAt }) => endedAt === null).map(({ adviserId, kind }) => [adviserId, kind]);
    expect(standing.toSorted()).toEqual(
      [
        [second, 'community'],
        [second, 'court'],
      ].toSorted(),
    );
    expect(places).toHaveLength(3);
  });

  test('is the cover’s while a colleague is away, who may then see the case, and not a day longer', async () => {
    const { theCase, reference } = await received();
    await give(theCase, joanna);
    const [fromDate, untilDate] = ['2026-03-04', '2026-03-05'].map((date) => new Date(date)) as [Date, Date];
    const id = newId();
    await store.prisma.absence.create({ data: { id, practitionerId: joanna, coverId: second, fromDate, untilDate } });
    const task = `firstContact ${reference}`;
    expect(await tasksOf(second, { on: '2026-03-05' })).toContain(task);
    expect(await tasksOf(second, { on: '2026-03-06' })).not.toContain(task);
    await store.prisma.absence.delete({ where: { id } });
    expect(await tasksOf(second, { on: '2026-03-05' })).not.toContain(task);
  });

  test('is never contact while it is suspended: the service manager decides first', async () => {
    const { theCase, pair, reference } = await received();
    await give(theCase, joanna);
    const { victimId } = pair;
    const attempt = { attemptId: newId(), victimId, result: 'unsafe' as const, medium: 'phone', byId: joanna };
    await theCase.send('recordContactAttempt', { ...attempt, noteId: null }, '2026-03-02 11:00');
    for (const id of [joanna, manager]) expect(await tasksOf(id)).not.toContain(`firstContact ${reference}`);
    expect(await tasksOf(manager)).toContain(`contactDecision ${reference}`);
    expect(await tasksOf(joanna)).not.toContain(`contactDecision ${reference}`);
    await theCase.send('decideContact', { victimId, decision: 'resumed', reasonId: newId() }, '2026-03-02 12:00');
    expect(await tasksOf(joanna)).toContain(`firstContact ${reference}`);
  });

  test('is nothing of a case somebody must not see, whoever had given it to them', async () => {
    const { theCase, pair, reference } = await received();
    await give(theCase, joanna);
    const entry = { id: newId(), personId: pair.perpetratorId, practitionerId: joanna, enteredById: coordinator };
    await store.prisma.denyEntry.create({ data: { ...entry, enteredAt: new Date(moment('2026-03-02 12:00')) } });
    expect(await tasksOf(joanna)).not.toContain(`firstContact ${reference}`);
  });

  test('is the service’s again once the adviser has left, and from the next day on; what a colleague left behind is stuck', async () => {
    const { theCase, reference } = await received();
    const leaving = newId();
    const appointment = { id: newId(), role: 'idva' as const, areaId: null, agencyId: service, startsOn: '2020-01-01' };
    const person = {
      id: leaving,
      subject: `leaving.${leaving}`,
      name: 'Leaving Adviser',
      email: 'l@kent-idva.example',
    };
    await addPractitioners(store.prisma, [{ ...person, appointments: [appointment] }]);
    const stuck = async (id: string) =>
      (await caseExceptions(store.prisma, await actor(id), null, 500))
        .filter((each) => each.kind === 'leaver' && each.reference === reference)
        .map(({ since }) => since);
    await give(theCase, leaving);
    const firstContact = `firstContact ${reference}`;
    const on = (day: string) => ({ until: '2026-03-10 00:00', on: day });
    expect(await tasksOf(manager, on('2026-03-05'))).not.toContain(firstContact);
    expect(await stuck(manager)).toEqual([]);

    await store.prisma.practitioner.update({ where: { id: leaving }, data: { endsOn: new Date('2026-03-05') } });
    // It is visible as soon as the last day is set; the duty goes over with the day after it.
    for (const id of [manager, coordinator]) expect(await stuck(id)).toEqual([moment('2026-03-06 00:00')]);
    expect(await tasksOf(leaving, on('2026-03-05'))).toContain(firstContact);
    expect(await tasksOf(manager, on('2026-03-05'))).not.toContain(firstContact);
    expect(await tasksOf(manager, on('2026-03-06'))).toContain(firstContact);

    expect(await give(theCase, joanna)).toMatchObject({ ok: true });
    expect(await stuck(manager)).toEqual([]);
    expect(await tasksOf(manager, on('2026-03-06'))).not.toContain(firstContact);
    expect(await tasksOf(joanna, on('2026-03-06'))).toContain(firstContact);
  });

  test('comes soonest first, what is late before all, in pages without a gap or a repetition', async () => {
    await received('2026-02-02 09:00');
    const everything = await tasksOf(manager);
    const pages: string[] = [];
    let after: { at: string; id: string } | null = null;
    for (;;) {
      const span = {
        until: moment('2026-03-05 00:00'),
        contactUntil: moment('2026-03-05 00:00'),
        after,
        limit: 1,
        today: '2026-03-04',
      };
      const [row] = await openTasks(store.prisma, await actor(manager), span);
      if (!row) break;
      if (after) expect([after.at, after.id] < [row.clock.overdueAt, row.id]).toBe(true);
      after = { at: row.clock.overdueAt, id: row.id };
      pages.push(`${row.clock.kind} ${row.reference}`);
    }
    expect(pages).toEqual(everything);
    expect(new Set(pages).size).toBe(pages.length);
  });
});

describe('whom a case may be given to', () => {
  test('somebody of the service; for court and health an adviser of any service', async () => {
    const { theCase } = await received();
    const elsewhere = idOf('practitioner', 'ines.moreau');
    expect(await give(theCase, elsewhere)).toMatchObject({ code: 'ADVISER_NOT_IN_SERVICE' });
    expect(await give(theCase, coordinator)).toMatchObject({ code: 'ADVISER_NOT_IN_SERVICE' });
    expect(await give(theCase, elsewhere, { kind: 'health' })).toMatchObject({ ok: true });
    expect(await give(theCase, elsewhere, { kind: 'health' })).toMatchObject({ code: 'ALREADY_ALLOCATED' });
  });

  test('nobody who supports the other party, or must not see the case', async () => {
    const { theCase, pair } = await received();
    await give(theCase, joanna);
    const reversed = { pairId: newId(), victimId: pair.perpetratorId, perpetratorId: pair.victimId };
    const { theCase: theirs } = await received('2026-03-02 09:30', reversed);
    expect(await give(theirs, joanna)).toMatchObject({ code: 'ADVISER_CONFLICT' });
    // Another pair, in which the one we support has harmed somebody else.
    const third = { pairId: newId(), victimId: newId(), perpetratorId: pair.victimId };
    const { theCase: other } = await received('2026-03-02 09:30', third);
    expect(await give(other, joanna)).toMatchObject({ code: 'ADVISER_CONFLICT' });
    expect(await give(other, second)).toMatchObject({ ok: true });
  });

  test('nobody beyond the room of their post, except with a reason, which is kept', async () => {
    const part = newId();
    const appointment = { id: newId(), role: 'idva' as const, areaId: null, agencyId: service, startsOn: '2020-01-01' };
    const person = { id: part, subject: 'part.time', name: 'Part Time', email: 'p@kent-idva.example' };
    await addPractitioners(store.prisma, [{ ...person, appointments: [appointment] }]);
    // Eight hundredths of a post: two of 25 cases at once.
    const profile = { practitionerId: part, ftePercent: 8, kinds: ['community'], languages: [], enteredById: manager };
    await store.prisma.adviserProfile.create({ data: { ...profile, enteredAt: new Date() } });
    for (let n = 0; n < 2; n += 1) expect(await give((await received()).theCase, part)).toMatchObject({ ok: true });
    const { theCase } = await received();
    expect(await give(theCase, part)).toEqual({
      ok: false,
      code: 'ADVISER_AT_CAPACITY',
      blocking: [{ type: 'practitioner', id: part, code: 'openCases' }],
    });
    const reasonId = newId();
    expect(await give(theCase, part, { reasonId })).toMatchObject({ ok: true });
    const place = await store.prisma.caseAdviser.findFirst({ where: { caseId: theCase.caseId } });
    expect(place).toMatchObject({ overCapacity: true, contentId: reasonId });
  });
});

test('the list is read by index where there are a hundred thousand clocks', async () => {
  for (let round = 0; round < 20; round += 1)
    await store.prisma.$executeRawUnsafe(`
      insert into clock (id, case_id, area_id, kind, subject_type, subject_id, status, anchor_at, overdue_at, agency_id, owner_id, silent, data)
      select gen_random_uuid(), c.id, c.area_id, 'riskReview', 'case', c.id, 'running', now(), now() + n * interval '1 minute',
        c.idva_service_id, gen_random_uuid(), false, '{}'
      from (select * from "case" limit 5) c, generate_series(1, 1000) n`);
  const owner = createStore(seeded().database.ownerUrl, { max: 1 });
  await owner.prisma.$executeRawUnsafe('analyze clock');
  await owner.close();
  const span = {
    until: moment('2026-03-05 00:00'),
    contactUntil: moment('2026-03-12 00:00'),
    after: null,
    limit: 51,
    today: '2026-03-04',
  };
  for (const id of [joanna, manager, coordinator]) {
    const statement = taskStatement(await actor(id), span);
    const [explained] = await store.prisma.$queryRaw<{ 'QUERY PLAN': unknown }[]>(
      Prisma.sql`explain (format json) ${statement}`,
    );
    const plan = JSON.stringify(explained);
    expect(plan).not.toMatch(/"Node Type":"Seq Scan","[^}]*"Relation Name":"clock"/);
    expect(plan).toContain('clock_');
    const begun = performance.now();
    await store.prisma.$queryRaw(statement);
    expect(performance.now() - begun).toBeLessThan(2_000);
  }
}, 180_000);
