import { describe, expect, test } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { newId } from '../../platform/ids.ts';
import { moment } from '../../tests/environment/caseInStore.ts';
import { storeForFile } from '../../tests/environment/storeForFile.ts';
import { caseExceptions } from '../exceptions/caseExceptions.ts';
import { addPractitioners } from '../practitioners/addPractitioners.ts';
import { actorById } from '../practitioners/actorOf.ts';
import { openTasks } from '../tasks/openTasks.ts';
import { fromIsoDate } from '../time.ts';
import { placesHeld } from './caseloadHandovers.ts';
import { casesWithoutAdviser } from './casesWithoutAdviser.ts';
import { placesOfLeavers } from './leavers.ts';

const service = idOf('agency', 'kent-idva-service');
const [joanna, manager, coordinator] = ['joanna.pike', 'leila.haddad', 'amy.adeyemi'].map((subject) =>
  idOf('practitioner', subject),
) as [string, string, string];
const { store, received } = storeForFile();

/** An adviser of the Kent service with a post there for each last day named. */
async function anAdviser(...posts: readonly (string | null)[]): Promise<string> {
  const id = newId();
  const appointments = posts.map((_endsOn, index) => ({
    ...{ id: newId(), role: 'idva' as const, areaId: null, startsOn: '2020-01-01' },
    agencyId: index === 0 ? service : idOf('agency', 'medway-idva-service'),
  }));
  const person = { id, subject: `leaving.${id}`, name: 'Leaving Adviser', email: `${id}@kent-idva.example` };
  await addPractitioners(store.prisma, [{ ...person, appointments }]);
  for (const [index, endsOn] of posts.entries())
    if (endsOn !== null)
      await store.prisma.appointment.update({
        where: { id: appointments[index]?.id ?? '' },
        data: { endsOn: fromIsoDate(endsOn) },
      });
  return id;
}

const leavesOn = (id: string, endsOn: string | null) =>
  store.prisma.practitioner.update({ where: { id }, data: { endsOn: endsOn === null ? null : fromIsoDate(endsOn) } });

/** A case of 2 March in which somebody has a place. */
async function given(adviserId: string, more: object = {}) {
  const { theCase, reference } = await received();
  const allocationId = newId();
  await theCase.does('allocateAdviser', { adviserId, allocationId, ...more }, '2026-03-02 10:00');
  const end = (at: string) => theCase.send('endAllocation', { allocationId }, at);
  return { theCase, reference, allocationId, end };
}

async function found(allocationId: string, on: string) {
  return (await placesOfLeavers(store.prisma, on)).filter((each) => each.allocationId === allocationId);
}

async function actor(id: string, on = '2026-03-06'): Promise<Actor> {
  const somebody = await actorById(store.prisma, id, on);
  if (!somebody) throw new Error('Nobody.');
  return somebody;
}

async function stuck(id: string, reference: string) {
  const all = await caseExceptions(store.prisma, await actor(id), null, 500);
  return all.filter((each) => each.reference === reference).map(({ kind, since }) => ({ kind, since }));
}

async function tasksOf(id: string, reference: string) {
  const until = moment('2026-04-01 00:00');
  const span = { until, contactUntil: until, after: null, limit: 500, today: '2026-03-06' };
  const rows = await openTasks(store.prisma, await actor(id), span);
  return rows.flatMap((row) => (row.reference === reference ? row.clock.kind : [])).toSorted();
}

async function waiting(reference: string) {
  const page = await casesWithoutAdviser(store.prisma, await actor(manager), service, { after: null, limit: 500 });
  return page.page.filter((each) => each.reference === reference).map(({ since }) => since);
}

describe('the place of an adviser who has left', () => {
  test('is found from the day after the last one, and not while the last day lies ahead or was taken back', async () => {
    const leaving = await anAdviser(null);
    const { allocationId, end } = await given(leaving);
    expect(await found(allocationId, '2026-03-06')).toEqual([]);
    await leavesOn(leaving, '2026-03-05');
    expect(await found(allocationId, '2026-03-05')).toEqual([]);
    expect(await found(allocationId, '2026-03-06')).toMatchObject([
      { lastDay: '2026-03-05', notBefore: moment('2026-03-02 10:00'), areaId: idOf('area', 'maidstone') },
    ]);
    // It was found, and taken back before the case had decided.
    await leavesOn(leaving, null);
    expect(await end('2026-03-06 00:10')).toMatchObject({ ok: false, code: 'ADVISER_STILL_HERE' });
    expect(await found(allocationId, '2026-03-06')).toEqual([]);
  });

  test('is the duty queue’s: unallocated since then, its duties theirs, and to be given to somebody the next working day', async () => {
    const leaving = await anAdviser(null);
    const { theCase, reference, allocationId, end } = await given(leaving);
    await leavesOn(leaving, '2026-03-05');
    expect(await stuck(manager, reference)).toMatchObject([{ kind: 'leaver' }]);
    expect(await end('2026-03-06 00:10')).toMatchObject({ ok: true });
    const since = moment('2026-03-06 00:10');
    for (const id of [manager, coordinator])
      expect(await stuck(id, reference)).toEqual([{ kind: 'unallocated', since }]);
    expect(await waiting(reference)).toEqual([since]);
    expect(await tasksOf(manager, reference)).toEqual(['allocation', 'firstContact']);
    // The advisers of the queue do what is owed to the victim; who gets the case is for their manager to say.
    expect(await tasksOf(joanna, reference)).toEqual(['firstContact']);
    expect(await found(allocationId, '2026-03-06')).toEqual([]);
    expect(await end('2026-03-06 00:20')).toMatchObject({ ok: false, code: 'PLACE_ENDED' });

    const again = { adviserId: joanna, allocationId: newId() };
    expect(await theCase.send('allocateAdviser', again, '2026-03-06 10:00')).toMatchObject({ ok: true });
    expect(await stuck(manager, reference)).toEqual([]);
    expect(await waiting(reference)).toEqual([]);
    expect(await tasksOf(manager, reference)).toEqual([]);
    expect(await tasksOf(joanna, reference)).toEqual(['firstContact']);
  });

  test('waits for an adviser where the court’s is still beside the victim', async () => {
    const leaving = await anAdviser(null);
    const { theCase, reference, end } = await given(leaving);
    const court = { adviserId: joanna, kind: 'court' as const, allocationId: newId() };
    expect(await theCase.send('allocateAdviser', court, '2026-03-03 10:00')).toMatchObject({ ok: true });
    await leavesOn(leaving, '2026-03-05');
    expect(await end('2026-03-06 00:10')).toMatchObject({ ok: true });
    expect(await stuck(manager, reference)).toEqual([{ kind: 'unallocated', since: moment('2026-03-06 00:10') }]);
    expect(await waiting(reference)).toEqual([moment('2026-03-06 00:10')]);
    expect(await tasksOf(manager, reference)).toEqual(['allocation', 'firstContact']);
  });

  test('can be handed over with the whole caseload afterwards, unless somebody was given it since', async () => {
    const leaving = await anAdviser(null);
    const [first, second] = [await given(leaving), await given(leaving)];
    const held = async () =>
      (await placesHeld(store.prisma, leaving, service, '2026-03-06')).map(({ reference }) => reference).toSorted();
    await leavesOn(leaving, '2026-03-05');
    for (const each of [first, second]) expect(await each.end('2026-03-06 00:10')).toMatchObject({ ok: true });
    expect(await held()).toEqual([first.reference, second.reference].toSorted());
    await first.theCase.send('allocateAdviser', { adviserId: joanna, allocationId: newId() }, '2026-03-06 10:00');
    expect(await held()).toEqual([second.reference]);
    // One that was given away before is not theirs because of where it has come to since.
    await leavesOn(leaving, null);
    expect(await held()).toEqual([]);
  });

  test('is not looked for in a case whose support has ended', async () => {
    const leaving = await anAdviser(null);
    const { theCase, allocationId } = await given(leaving);
    await theCase.send('endSupport', { status: 'planned', contentId: null }, '2026-03-03 10:00');
    await leavesOn(leaving, '2026-03-05');
    expect(await found(allocationId, '2026-03-06')).toEqual([]);
  });
});

describe('the place of somebody whose post as an adviser has ended', () => {
  test('is found where no post is left that such a place takes: the service’s own for the community', async () => {
    const [gone, elsewhere, stays] = [
      await anAdviser('2026-03-05'),
      await anAdviser('2026-03-05', null),
      await anAdviser(null, '2026-03-05'),
    ];
    const [ofGone, ofElsewhere, ofStays] = [await given(gone), await given(elsewhere), await given(stays)];
    const court = await given(elsewhere, { kind: 'court' });
    const lastDays = async (on: string) =>
      (await Promise.all([ofGone, ofElsewhere, ofStays, court].map((each) => found(each.allocationId, on)))).map(
        ([place]) => place?.lastDay ?? null,
      );
    expect(await lastDays('2026-03-05')).toEqual([null, null, null, null]);
    expect(await lastDays('2026-03-06')).toEqual(['2026-03-05', '2026-03-05', null, null]);
    expect(await ofGone.end('2026-03-06 00:10')).toMatchObject({ ok: true });
    const fact = await store.prisma.auditEvent.findFirst({
      where: { caseId: ofGone.theCase.caseId, type: 'allocationEnded' },
    });
    expect(fact?.data).toMatchObject({ adviserId: gone, because: 'postEnded' });
    expect(await court.end('2026-03-06 00:10')).toMatchObject({ ok: false, code: 'ADVISER_STILL_HERE' });
  });
});
