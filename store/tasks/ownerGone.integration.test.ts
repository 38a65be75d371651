import { expect, test } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import { newId } from '../../platform/ids.ts';
import { moment } from '../../tests/environment/caseInStore.ts';
import { anAction } from '../../tests/environment/invented.ts';
import { storeForFile } from '../../tests/environment/storeForFile.ts';
import { actorById } from '../practitioners/actorOf.ts';
import { addPractitioners } from '../practitioners/addPractitioners.ts';
import { openTasks } from './openTasks.ts';

const [housing, maidstone] = [idOf('agency', 'housing'), idOf('area', 'maidstone')];
const { store, received } = storeForFile();

async function representative(agencyId = housing): Promise<string> {
  const id = newId();
  const post = { id: newId(), role: 'agencyRepresentative' as const, areaId: maidstone, agencyId };
  const person = { id, subject: `rep.${id}`, name: 'A Representative', email: `${id}@agency.example` };
  await addPractitioners(store.prisma, [{ ...person, appointments: [{ ...post, startsOn: '2020-01-01' }] }]);
  return id;
}

async function tasksOf(id: string, today: string): Promise<string[]> {
  const actor = await actorById(store.prisma, id, today);
  if (!actor) return [];
  const until = moment('2026-04-01 00:00');
  const rows = await openTasks(store.prisma, actor, { until, contactUntil: until, after: null, limit: 50, today });
  return rows.map(({ clock }) => clock.subject.id);
}

test('an action of somebody who has gone to another agency is reminded of, and a task, where it was set', async () => {
  const [mover, colleague] = [await representative(), await representative()];
  const { theCase } = await received();
  const action = anAction({ agencyId: housing, ownerId: mover, due: { type: 'day', date: '2026-03-13' } });
  const { actionId } = action;
  await theCase.does('setAction', action, '2026-03-02 10:00');
  expect(await tasksOf(mover, '2026-03-05')).toContain(actionId);
  expect(await tasksOf(colleague, '2026-03-05')).not.toContain(actionId);

  const police = { id: newId(), role: 'agencyRepresentative', areaId: maidstone, agencyId: idOf('agency', 'police') };
  await store.prisma.appointment.updateMany({
    where: { practitionerId: mover },
    data: { endsOn: new Date('2026-03-06') },
  });
  await store.prisma.appointment.create({
    data: { ...police, practitionerId: mover, startsOn: new Date('2026-03-07') },
  });
  expect(await tasksOf(colleague, '2026-03-06')).not.toContain(actionId);
  expect(await tasksOf(colleague, '2026-03-07')).toContain(actionId);

  // Wednesday: two working days before it is due.
  await theCase.fire('2026-03-11 09:00');
  const where = { caseId: theCase.caseId, code: 'rung', data: { path: ['kind'], equals: 'action' } };
  const told = (await store.prisma.notice.findMany({ where })).map(({ recipientId }) => recipientId);
  expect(told).toContain(colleague);
  expect(told).not.toContain(mover);
});
