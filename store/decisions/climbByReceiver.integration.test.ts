import { afterAll, beforeAll, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import { newId } from '../../platform/ids.ts';
import { transferTo } from '../../tests/builders/aCase.ts';
import { CaseInStore } from '../../tests/environment/caseInStore.ts';
import { aPair, aReferral } from '../../tests/environment/invented.ts';
import { type SeededStore, seededStore } from '../../tests/environment/seededStore.ts';
import { whoeverMay } from '../../tests/environment/whoMaySend.ts';
import { createStore, type Store } from '../prismaClient.ts';
import type { RecordingTools } from './recordInMatter.ts';

const swale = idOf('area', 'swale');
let seeded: SeededStore;
let store: Store;
let tools: RecordingTools;

beforeAll(async () => {
  seeded = await seededStore(6);
  ({ store, tools } = seeded);
});
afterAll(() => seeded?.end());

/** A case with an action due on Wednesday 4 March that nobody has done, taken over by Swale on Thursday 12 March. */
async function takenOver() {
  const theCase = new CaseInStore(store, tools, whoeverMay);
  await theCase.send('submitReferral', aReferral(await aPair(store.prisma)), '2026-03-02 09:00');
  const action = { actionId: newId(), agencyId: idOf('agency', 'housing'), ownerId: null, riskCode: 'physicalHarm' };
  const due = { type: 'day', date: '2026-03-04' } as const;
  await theCase.send('setAction', { ...action, urgent: false, due, contentId: newId() }, '2026-03-02 10:00');
  for (const day of ['04', '05', '09', '11']) await theCase.fire(`2026-03-${day} 09:00`);
  const before = await clockOf(action.actionId);
  const transfer = { ...transferTo(swale), transferId: newId(), reasonId: newId() };
  expect(await theCase.send('requestTransfer', transfer, '2026-03-11 12:00')).toMatchObject({ ok: true });
  const accept = { outcome: 'accept', noteId: null } as const;
  const actorId = idOf('practitioner', 'amy.adeyemi');
  expect(await theCase.send('answerTransfer', accept, '2026-03-12 10:00', { actorId })).toMatchObject({ ok: true });
  return { theCase, actionId: action.actionId, before };
}

async function clockOf(subjectId: string): Promise<Clock> {
  const { data } = await store.prisma.clock.findFirstOrThrow({ where: { subjectId } });
  return data as unknown as Clock;
}

it('leaves a ladder as it stands where the area that takes over has the same', async () => {
  const { actionId, before } = await takenOver();
  expect(before.next).toMatchObject({ rung: 5 });
  expect(await clockOf(actionId)).toMatchObject({ next: before.next, round: 1 });
});

it('never goes quiet in an area that has a ladder of its own', async () => {
  const owner = createStore(seeded.database.ownerUrl, { max: 1 });
  const steps = [
    { label: 'dueDay', offset: { workingDays: 0 }, to: ['owner'] },
    { label: 'overdue2', offset: { workingDays: 2 }, to: ['coordinator'] },
  ];
  const action = { type: 'day', source: 'test', rungs: steps, then: { label: 'weekly', every: 7, to: ['chair'] } };
  await owner.prisma.areaPolicyEntry.create({
    data: {
      ...{ id: newId(), areaId: swale, version: 'swale-ladder', effectiveFrom: new Date('2026-01-01') },
      ...{ patch: { ladders: { action } }, source: 'test', enteredAt: new Date('2026-01-01') },
    },
  });
  await owner.close();
  const { theCase, actionId } = await takenOver();
  // The sixth step there would be the fourth week: until Friday 3 April nobody would have heard.
  expect(await clockOf(actionId)).toMatchObject({ due: { type: 'day', date: '2026-03-04' }, round: 2 });
  const where = { caseId: theCase.caseId, data: { path: ['kind'], equals: 'action' } };
  const told = await store.prisma.notice.count({ where });
  await theCase.fire('2026-03-12 10:01');
  expect(await store.prisma.notice.count({ where })).toBeGreaterThan(told);
  const { next } = await clockOf(actionId);
  expect(next && next.at.slice(0, 10) <= '2026-03-20').toBe(true);
});
