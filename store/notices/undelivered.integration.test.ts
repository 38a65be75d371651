import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../domain/access/actor.ts';
import { aCaseRow, aColleague, noticeRows, written } from '../../tests/builders/notices.ts';
import { idsOf, later, noticesForFile } from '../../tests/environment/noticesForFile.ts';
import { fromInstant } from '../time.ts';
import { recordSendings } from './recordSendings.ts';
import { retryNotice, settleUndelivered, undeliveredNotices } from './undelivered.ts';

const { store, lease, waiting } = noticesForFile();

const statusOf = async (id: string) => {
  const { status, attempts, lastError } = await store().prisma.notice.findUniqueOrThrow({ where: { id } });
  return [status, attempts, lastError];
};

describe('what became of sendings', () => {
  it('is recorded for many at once', async () => {
    const [sent = '', failed = '', refused = '', withdrawn = '', released = ''] = await waiting(5);
    await lease();
    await recordSendings(store().prisma, [
      { id: sent, outcome: 'sent', at: later },
      { id: failed, outcome: 'failed', error: 'SERVER_BUSY', notBefore: later },
      { id: refused, outcome: 'undelivered', error: 'RECIPIENT_REFUSED' },
      { id: withdrawn, outcome: 'withdrawn', error: 'DUTY_ENDED' },
      { id: released, outcome: 'released' },
    ]);
    expect(await Promise.all([sent, failed, refused, withdrawn, released].map(statusOf))).toEqual([
      ['sent', 0, null],
      ['waiting', 1, 'SERVER_BUSY'],
      ['undelivered', 1, 'RECIPIENT_REFUSED'],
      ['withdrawn', 0, 'DUTY_ENDED'],
      ['waiting', 0, null],
    ]);
    const { sentAt } = await store().prisma.notice.findUniqueOrThrow({ where: { id: sent } });
    expect(sentAt).toEqual(fromInstant(later));
    expect(idsOf(await lease())).toEqual([released]);
    expect(idsOf(await lease('2026-03-13T09:01:00.000Z')).sort()).toEqual([failed, released].sort());
  });

  it('never makes a message that was sent wait again', async () => {
    const [id = ''] = await waiting(1);
    await recordSendings(store().prisma, [{ id, outcome: 'sent', at: later }]);
    await recordSendings(store().prisma, [{ id, outcome: 'failed', error: 'TIMED_OUT', notBefore: later }]);
    expect(await statusOf(id)).toEqual(['sent', 0, null]);
  });
});

describe('messages that did not get through', () => {
  const actor = (areaId: string): Actor => ({
    practitionerId: randomUUID(),
    name: 'Coordinator',
    appointments: [{ role: 'coordinator', areaId, agencyId: null }],
  });
  const listed = async (who: Actor) => idsOf(await undeliveredNotices(store().prisma, who, { after: null, limit: 10 }));
  const undelivered = async (caseId?: string) => {
    const recipientId = await aColleague(store());
    const [id = ''] = await noticeRows(store(), [{ recipientId, ...(caseId === undefined ? {} : { caseId }) }]);
    await recordSendings(store().prisma, [{ id, outcome: 'undelivered', error: 'RECIPIENT_REFUSED' }]);
    return id;
  };

  it('are tasks for those who may see the case, and nobody else', async () => {
    const [here, elsewhere] = [await aCaseRow(store()), await aCaseRow(store())];
    const id = await undelivered(here.id);
    expect(await listed(actor(here.areaId))).toEqual([id]);
    expect(await listed(actor(elsewhere.areaId))).toEqual([]);
    const denied = actor(here.areaId);
    const entry = { id: randomUUID(), personId: here.victimId, enteredById: randomUUID() };
    const { practitionerId } = denied;
    await store().prisma.denyEntry.create({ data: { ...entry, practitionerId, enteredAt: fromInstant(written) } });
    expect(await listed(denied)).toEqual([]);
  });

  it('become visible at the third failed attempt, while they are still being tried', async () => {
    const { id: caseId, areaId } = await aCaseRow(store());
    const [id = ''] = await noticeRows(store(), [{ recipientId: await aColleague(store()), caseId }]);
    const fail = () =>
      recordSendings(store().prisma, [{ id, outcome: 'failed', error: 'NO_CONNECTION', notBefore: later }]);
    await fail();
    await fail();
    expect(await listed(actor(areaId))).toEqual([]);
    await fail();
    const [task] = await undeliveredNotices(store().prisma, actor(areaId), { after: null, limit: 10 });
    expect(task).toMatchObject({ id, status: 'waiting', attempts: 3, error: 'NO_CONNECTION', caseId, areaId });
    expect(await listed(actor(areaId))).toHaveLength(1);
    expect((await undeliveredNotices(store().prisma, actor(areaId), { after: id, limit: 10 })).length).toBe(0);
  });

  it('go out again when somebody asks for it, to the address of that day', async () => {
    const id = await undelivered();
    const { recipientId } = await store().prisma.notice.findUniqueOrThrow({ where: { id } });
    await store().prisma.practitioner.update({ where: { id: recipientId }, data: { email: 'new@marac.example' } });
    expect(await lease(later)).toEqual([]);
    expect(await retryNotice(store().prisma, id, later)).toBe(true);
    const [again] = await lease(later);
    expect(again).toMatchObject({ id, recipient: { email: 'new@marac.example' } });
  });

  it('are settled by a person, once, and then neither sent nor listed', async () => {
    const { id: caseId, areaId } = await aCaseRow(store());
    const id = await undelivered(caseId);
    const byId = randomUUID();
    expect(await settleUndelivered(store().prisma, id, byId)).toBe(true);
    expect(await settleUndelivered(store().prisma, id, randomUUID())).toBe(false);
    expect(await retryNotice(store().prisma, id, later)).toBe(false);
    expect(await listed(actor(areaId))).toEqual([]);
    expect(await lease(later)).toEqual([]);
    expect(await store().prisma.notice.findUniqueOrThrow({ where: { id } })).toMatchObject({ settledById: byId });
  });

  it('cannot be sent again or settled where they went out', async () => {
    const [id = ''] = await waiting(1);
    await recordSendings(store().prisma, [{ id, outcome: 'sent', at: later }]);
    expect(await retryNotice(store().prisma, id, later)).toBe(false);
    expect(await settleUndelivered(store().prisma, id, randomUUID())).toBe(false);
    expect(await retryNotice(store().prisma, randomUUID(), later)).toBe(false);
  });
});
