import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aCaseRow, aClockRow, aColleague, due, noticeRows, written } from '../../tests/builders/notices.ts';
import { idsOf, later, noticesForFile } from '../../tests/environment/noticesForFile.ts';
import { fromInstant } from '../time.ts';

const { store, lease, waiting } = noticesForFile();

describe('a notice that is leased', () => {
  it('is nobody else’s until the lease is over, and then comes back', async () => {
    const [id] = await waiting(1);
    expect(idsOf(await lease())).toEqual([id]);
    expect(await lease('2026-03-13T09:00:59.999Z')).toEqual([]);
    expect(idsOf(await lease(later))).toEqual([id]);
  });

  it('is never given to two who ask at once', async () => {
    const ids = await waiting(200);
    const asked = await Promise.all(Array.from({ length: 5 }, () => lease(written, 60)));
    const given = asked.flatMap(idsOf);
    expect(new Set(given).size).toBe(given.length);
    const rest = await lease();
    expect([...given, ...idsOf(rest)].sort()).toEqual([...ids].sort());
  });

  it('does not make another wait that somebody has locked', async () => {
    const [first, second] = await waiting(2);
    await store().prisma.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id::text FROM notice WHERE id = ${first}::uuid FOR UPDATE`;
      expect(idsOf(await lease())).toEqual([second]);
    });
  });

  it('comes when its time has come, the oldest first', async () => {
    const recipientId = await aColleague(store());
    const [young, old, coming] = await noticeRows(store(), [
      { recipientId, createdAt: '2026-03-13T08:59:00.000Z' },
      { recipientId, createdAt: '2026-03-13T08:00:00.000Z' },
      { recipientId, createdAt: later },
    ]);
    expect(idsOf(await lease(written, 1))).toEqual([old]);
    expect(idsOf(await lease())).toEqual([young]);
    expect(idsOf(await lease(later))).toContain(coming);
  });

  it('brings what its sending depends on, as it stands now', async () => {
    const theCase = await aCaseRow(store());
    const clockId = await aClockRow(store(), theCase);
    const recipientId = await aColleague(store(), { email: 'ann@marac.example', endsOn: '2026-03-31' });
    await noticeRows(store(), [{ recipientId, clockId, caseId: theCase.id, asRole: 'adviser' }]);
    const [notice] = await lease();
    expect(notice).toMatchObject({
      reference: theCase.reference,
      areaName: 'Maidstone',
      asRole: 'adviser',
      contactSuspended: false,
      clock: { ended: false, due },
      recipient: { email: 'ann@marac.example', endsOn: '2026-03-31', denied: false },
      data: { code: 'rung', kind: 'firstContact', due },
    });
  });

  it('knows of a duty that ended, of contact suspended for the victim, and of the deny list', async () => {
    const theCase = await aCaseRow(store());
    const clockId = await aClockRow(store(), theCase);
    const recipientId = await aColleague(store());
    await noticeRows(store(), [{ recipientId, clockId, caseId: theCase.id }]);
    const { victimId } = theCase;
    await store().prisma.clock.update({ where: { id: clockId }, data: { status: 'ended' } });
    await store().prisma.safeContact.create({ data: { victimId, suspendedAt: fromInstant(written) } });
    const entry = { id: randomUUID(), personId: victimId, practitionerId: recipientId, enteredById: recipientId };
    await store().prisma.denyEntry.create({ data: { ...entry, enteredAt: fromInstant(written) } });
    const [notice] = await lease();
    expect(notice).toMatchObject({ contactSuspended: true, clock: { ended: true }, recipient: { denied: true } });
  });

  it('to somebody who is on no list any more says so', async () => {
    await noticeRows(store(), [{ recipientId: randomUUID() }]);
    const [notice] = await lease();
    expect(notice?.recipient).toBeNull();
  });
});
