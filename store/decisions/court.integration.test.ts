import { describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import { newId } from '../../platform/ids.ts';
import { moment } from '../../tests/environment/caseInStore.ts';
import { storeForFile } from '../../tests/environment/storeForFile.ts';
import { readColumns } from '../projection/writeSet.ts';
import { rebuildReadModel } from '../rebuild/rebuildReadModel.ts';

const companion = idOf('practitioner', 'joanna.pike');
const { store, received } = storeForFile();

describe('what is before a court', () => {
  it('is a chain of hearings in proceedings, and stands the same after a rebuild', async () => {
    const { theCase } = await received();
    const [proceedingId, first, second] = [newId(), newId(), newId()];
    const sent: { ok: boolean }[] = [
      await theCase.send(
        'openProceeding',
        { proceedingId, kind: 'criminal', specialist: true, startedOn: '2026-02-20', contentId: null },
        '2026-03-02 11:00',
      ),
      await theCase.send(
        'recordMilestone',
        { proceedingId, milestone: 'plea', result: 'notGuilty', contentId: null },
        '2026-03-02 11:05',
      ),
      await theCase.send(
        'addLiveDate',
        {
          ...{ liveDateId: first, kind: 'hearing', at: moment('2026-03-12 10:00'), contentId: null },
          ...{ proceedingId, companionIds: [companion] },
        },
        '2026-03-02 11:10',
      ),
      await theCase.send(
        'adjournHearing',
        {
          ...{ liveDateId: first, nextId: second, at: moment('2026-04-16 10:00') },
          ...{ because: 'witnessAbsent', contentId: newId() },
        },
        '2026-03-12 15:00',
      ),
      await theCase.send('tellResult', { liveDateId: first, result: 'told', reasonId: null }, '2026-03-13 09:00'),
    ];
    expect(sent.map(({ ok }) => ok)).toEqual([true, true, true, true, true]);
    const rows = await store.prisma.liveDate.findMany({ where: { caseId: theCase.caseId }, orderBy: { at: 'asc' } });
    expect(rows).toMatchObject([
      {
        ...{ id: first, status: 'ended', outcome: 'adjourned', adjournedBecause: 'witnessAbsent', toldResult: 'told' },
        ...{ adjournedToId: second, at: new Date(moment('2026-03-12 10:00')), companionIds: [companion] },
      },
      { id: second, status: 'live', adjournedFromId: first, proceedingId, companionIds: [companion] },
    ]);
    expect(await store.prisma.milestone.findMany({ where: { proceedingId } })).toMatchObject([{ result: 'notGuilty' }]);
    expect(await rebuildReadModel(store, theCase.caseId, await readColumns(store.prisma))).toEqual({ status: 'same' });
  });

  it('reminds whoever goes along, 7 days and 1 working day before', async () => {
    const { theCase } = await received();
    const liveDateId = newId();
    const hearing = { liveDateId, kind: 'hearing', at: moment('2026-04-16 10:00'), contentId: null } as const;
    await theCase.send('addLiveDate', { ...hearing, companionIds: [companion] }, '2026-03-02 11:00');
    for (const at of ['2026-04-09 08:59', '2026-04-09 09:00', '2026-04-15 09:00']) await theCase.fire(at);
    const rungs = await store.prisma.rung.findMany({
      where: { caseId: theCase.caseId, label: { startsWith: 'beforeDue' } },
      orderBy: { firedAt: 'asc' },
    });
    const clock = await store.prisma.clock.findFirstOrThrow({ where: { subjectId: liveDateId, kind: 'hearing' } });
    const reminders = rungs.filter(({ clockId }) => clockId === clock.id);
    expect(reminders.map(({ label, firedAt }) => [label, firedAt.toISOString()])).toEqual([
      ['beforeDue7d', '2026-04-09T08:00:00.000Z'],
      ['beforeDue1', '2026-04-15T08:00:00.000Z'],
    ]);
    const told = await store.prisma.notice.findMany({ where: { clockId: clock.id } });
    expect(told.map(({ recipientId }) => recipientId)).toEqual([companion, companion]);
  });

  it('refuses an order shorter than the law allows, and records nothing of it', async () => {
    const { theCase } = await received();
    const order = { liveDateId: newId(), kind: 'dvpo', at: moment('2026-03-12 12:00'), contentId: null } as const;
    expect(await theCase.send('addLiveDate', order, '2026-03-02 12:00')).toEqual({
      ok: false,
      code: 'ORDER_TERM_OUTSIDE_LAW',
    });
    expect(await store.prisma.liveDate.count({ where: { caseId: theCase.caseId } })).toBe(0);
  });
});
