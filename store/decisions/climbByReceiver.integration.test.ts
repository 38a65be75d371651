import { expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import { newId } from '../../platform/ids.ts';
import { transferTo } from '../../tests/builders/aCase.ts';
import { anAction } from '../../tests/environment/invented.ts';
import { storeForFile } from '../../tests/environment/storeForFile.ts';
import { createStore } from '../prismaClient.ts';

const swale = idOf('area', 'swale');
const { store, seeded, received } = storeForFile(6);

/** A case with an action due on Wednesday 4 March that nobody has done, taken over by Swale on Thursday 12 March. */
async function takenOver() {
  const { theCase } = await received();
  const action = anAction({ agencyId: idOf('agency', 'housing'), due: { type: 'day', date: '2026-03-04' } });
  await theCase.does('setAction', action, '2026-03-02 10:00');
  for (const day of ['04', '05', '09', '11']) await theCase.fire(`2026-03-${day} 09:00`);
  const before = await clockOf(action.actionId);
  const transfer = { ...transferTo(swale), transferId: newId(), reasonId: newId() };
  await theCase.does('requestTransfer', transfer, '2026-03-11 12:00');
  const accept = { outcome: 'accept', noteId: null } as const;
  const actorId = idOf('practitioner', 'amy.adeyemi');
  await theCase.does('answerTransfer', accept, '2026-03-12 10:00', { actorId });
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
  const owner = createStore(seeded().database.ownerUrl, { max: 1 });
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
