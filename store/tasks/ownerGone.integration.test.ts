import { afterAll, beforeAll, expect, test } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import { newId } from '../../platform/ids.ts';
import { CaseInStore, moment } from '../../tests/environment/caseInStore.ts';
import { aPair, aReferral } from '../../tests/environment/invented.ts';
import { type SeededStore, seededStore } from '../../tests/environment/seededStore.ts';
import { whoeverMay } from '../../tests/environment/whoMaySend.ts';
import type { RecordingTools } from '../decisions/recordInMatter.ts';
import { actorById } from '../practitioners/actorOf.ts';
import { addPractitioners } from '../practitioners/addPractitioners.ts';
import type { Store } from '../prismaClient.ts';
import { openTasks } from './openTasks.ts';

const [housing, maidstone] = [idOf('agency', 'housing'), idOf('area', 'maidstone')];
let seeded: SeededStore;
let store: Store;
let tools: RecordingTools;

beforeAll(async () => {
  seeded = await seededStore();
  ({ store, tools } = seeded);
});
afterAll(() => seeded?.end());

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
  const theCase = new CaseInStore(store, tools, whoeverMay);
  await theCase.send('submitReferral', aReferral(await aPair(store.prisma)), '2026-03-02 09:00');
  const actionId = newId();
  const action = { actionId, agencyId: housing, ownerId: mover, riskCode: 'physicalHarm', urgent: false };
  const due = { type: 'day', date: '2026-03-13' } as const;
  const set = { ...action, due, contentId: newId() };
  expect(await theCase.send('setAction', set, '2026-03-02 10:00')).toMatchObject({ ok: true });
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
