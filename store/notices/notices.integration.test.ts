import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '../../domain/access/actor.ts';
import { aCaseRow, aClockRow, aColleague, due, noticeRows, written } from '../../tests/builders/notices.ts';
import { createTestDatabase, type TestDatabase } from '../../tests/environment/createTestDatabase.ts';
import { createStore, type Store } from '../prismaClient.ts';
import { fromInstant } from '../time.ts';
import { leaseNotices } from './leaseNotices.ts';
import { listenForNotices } from './listenForNotices.ts';
import { noticeChannel } from './noticeChannel.ts';
import { recordSendings } from './recordSendings.ts';
import { retryNotice, settleUndelivered, undeliveredNotices } from './undelivered.ts';

const minute = 60_000;
const later = '2026-03-13T09:01:00.000Z';
let database: TestDatabase;
let store: Store;

beforeAll(async () => {
  database = await createTestDatabase();
  store = createStore(database.url, { max: 5 });
});
afterEach(() => store.prisma.notice.deleteMany());
afterAll(async () => {
  await store.close();
  await database.drop();
});

const lease = (now = written, limit = 100) => leaseNotices(store.prisma, now, limit, minute);
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
const statusOf = async (id: string) => {
  const { status, attempts, lastError } = await store.prisma.notice.findUniqueOrThrow({ where: { id } });
  return [status, attempts, lastError];
};
const waiting = async (count: number) => {
  const recipientId = await aColleague(store);
  return noticeRows(
    store,
    Array.from({ length: count }, () => ({ recipientId })),
  );
};

describe('a notice that is leased', () => {
  it('is nobody else’s until the lease is over, and then comes back', async () => {
    const [id] = await waiting(1);
    expect(idsOf(await lease())).toEqual([id]);
    expect(await lease('2026-03-13T09:00:59.999Z')).toEqual([]);
    expect(idsOf(await lease(later))).toEqual([id]);
  });

  it('of one family is one message: what says the very same waits for the first and is not told again', async () => {
    const [services, other] = [await aColleague(store), await aColleague(store)];
    const [theCase, another] = [await aCaseRow(store), await aCaseRow(store)];
    const at = (hour: string) => ({ type: 'instant', at: `2026-03-14T${hour}:00:00.000Z` });
    const rungOf = (kind: string, hour = '09', label = 'beforeDue4h') => {
      const ofSibling = kind === 'action' ? {} : { ofSibling: true };
      const data = { code: 'rung', kind, label, due: at(hour), originalDue: at(hour), rule: 'r', provisional: false };
      return { recipientId: services, caseId: theCase.id, code: 'rung', data: { ...data, ...ofSibling } };
    };
    const news = { recipientId: services, caseId: theCase.id, code: 'childrenNotified', data: { due: null } };
    const rows = [
      ...[news, news, rungOf('urgentAcknowledgement'), rungOf('urgentAcknowledgement')],
      // Another hour, another rung, another duty, another family, another reader: each says something of its own.
      ...[
        rungOf('urgentAcknowledgement', '10'),
        rungOf('urgentAcknowledgement', '09', 'dueNow'),
        rungOf('urgentChildNotified'),
      ],
      ...[
        { ...news, caseId: another.id },
        { ...news, recipientId: other },
      ],
      // Two actions of one day are two things to do.
      ...[rungOf('action'), rungOf('action')],
    ];
    const ids = await noticeRows(store, rows);
    const [secondNews = '', secondRung = ''] = [ids.slice(0, 2), ids.slice(2, 4)].map(
      (two) => two.toSorted().at(-1) ?? '',
    );
    const first = await lease();
    expect(idsOf(first).toSorted()).toEqual(ids.filter((id) => id !== secondNews && id !== secondRung).toSorted());
    expect(first.map(({ toldTogether }) => toldTogether)).not.toContain(true);
    expect(await lease()).toEqual([]);
    await recordSendings(
      store.prisma,
      first.map(({ id }) => ({ id, outcome: 'sent', at: written })),
    );
    const second = await lease();
    expect(second.map(({ id, toldTogether }) => [id, toldTogether])).toEqual(
      [secondNews, secondRung].toSorted().map((id) => [id, true]),
    );
  });

  it('of a child who is told of after the message has left is one of its own', async () => {
    const [recipientId, theCase] = [await aColleague(store), await aCaseRow(store)];
    const news = { recipientId, caseId: theCase.id, code: 'childrenNotified', data: { due: null } };
    const [first = ''] = await noticeRows(store, [news]);
    await lease();
    await recordSendings(store.prisma, [{ id: first, outcome: 'sent', at: written }]);
    const [second = ''] = await noticeRows(store, [news]);
    await store.prisma.notice.update({ where: { id: second }, data: { createdAt: fromInstant(later) } });
    expect((await lease(later)).map(({ id, toldTogether }) => [id, toldTogether])).toEqual([[second, false]]);
  });

  it('of a child whose message waits for siblings leaves with theirs, and alone where none comes', async () => {
    const [recipientId, theCase, another] = [await aColleague(store), await aCaseRow(store), await aCaseRow(store)];
    const news = (caseId: string) => ({ recipientId, caseId, code: 'childrenNotified', data: { due: null } });
    const two = await noticeRows(store, [news(theCase.id), news(theCase.id)]);
    const [held = '', last = ''] = two.toSorted();
    const [alone = ''] = await noticeRows(store, [news(another.id)]);
    const [soon, over] = ['2026-03-13T09:03:00.000Z', '2026-03-13T09:10:00.000Z'];
    await store.prisma.notice.updateMany({
      where: { id: { in: [held, alone] } },
      data: { notBefore: fromInstant(over) },
    });
    await store.prisma.notice.update({
      where: { id: last },
      data: { notBefore: fromInstant(soon), createdAt: fromInstant(soon) },
    });
    expect(await lease()).toEqual([]);
    expect((await lease(soon)).map(({ id, toldTogether }) => [id, toldTogether])).toEqual([[last, false]]);
    await recordSendings(store.prisma, [{ id: last, outcome: 'sent', at: soon }]);
    const rest = new Map((await lease(over)).map(({ id, toldTogether }) => [id, toldTogether]));
    expect(rest).toEqual(
      new Map([
        [held, true],
        [alone, false],
      ]),
    );
  });

  it('of a sibling told of some minutes later reminds with the other, and by itself where more lies between', async () => {
    const [recipientId, theCase] = [await aColleague(store), await aCaseRow(store)];
    const clockId = await aClockRow(store, theCase);
    const reminder = (minute: string) => {
      const at = { type: 'instant', at: `2026-03-14T09:${minute}:00.000Z` };
      const data = { kind: 'urgentAcknowledgement', label: 'beforeDue4h', due: at, originalDue: at, rule: 'r' };
      const createdAt = `2026-03-14T05:${minute}:00.000Z`;
      return { recipientId, caseId: theCase.id, clockId, data: { ...data, ofSibling: true }, createdAt };
    };
    const [first = '', near = '', far = ''] = await noticeRows(store, [reminder('00'), reminder('12'), reminder('20')]);
    expect(idsOf(await lease('2026-03-14T05:00:00.000Z'))).toEqual([first]);
    await recordSendings(store.prisma, [{ id: first, outcome: 'sent', at: '2026-03-14T05:00:01.000Z' }]);
    expect((await lease('2026-03-14T05:12:00.000Z')).map(({ id, toldTogether }) => [id, toldTogether])).toEqual([
      [near, true],
    ]);
    await recordSendings(store.prisma, [{ id: near, outcome: 'withdrawn', error: 'TOLD_TOGETHER' }]);
    expect((await lease('2026-03-14T05:20:00.000Z')).map(({ id, toldTogether }) => [id, toldTogether])).toEqual([
      [far, false],
    ]);
  });

  it('of two services that were asked to take something on is one each, though both are due on one day', async () => {
    const [recipientId, theCase] = [await aColleague(store), await aCaseRow(store)];
    const data = { kind: 'acknowledgement', label: 'dueDay', due, originalDue: due, rule: 'r' };
    const ids = await noticeRows(
      store,
      [1, 2].map(() => ({ recipientId, caseId: theCase.id, code: 'rung', data })),
    );
    expect(idsOf(await lease()).toSorted()).toEqual(ids.toSorted());
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
    await store.prisma.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id::text FROM notice WHERE id = ${first}::uuid FOR UPDATE`;
      expect(idsOf(await lease())).toEqual([second]);
    });
  });

  it('comes when its time has come, the oldest first', async () => {
    const recipientId = await aColleague(store);
    const [young, old, coming] = await noticeRows(store, [
      { recipientId, createdAt: '2026-03-13T08:59:00.000Z' },
      { recipientId, createdAt: '2026-03-13T08:00:00.000Z' },
      { recipientId, createdAt: later },
    ]);
    expect(idsOf(await lease(written, 1))).toEqual([old]);
    expect(idsOf(await lease())).toEqual([young]);
    expect(idsOf(await lease(later))).toContain(coming);
  });

  it('brings what its sending depends on, as it stands now', async () => {
    const theCase = await aCaseRow(store);
    const clockId = await aClockRow(store, theCase);
    const recipientId = await aColleague(store, { email: 'ann@marac.example', endsOn: '2026-03-31' });
    await noticeRows(store, [{ recipientId, clockId, caseId: theCase.id, asRole: 'adviser' }]);
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
    const theCase = await aCaseRow(store);
    const clockId = await aClockRow(store, theCase);
    const recipientId = await aColleague(store);
    await noticeRows(store, [{ recipientId, clockId, caseId: theCase.id }]);
    const { victimId } = theCase;
    await store.prisma.clock.update({ where: { id: clockId }, data: { status: 'ended' } });
    await store.prisma.safeContact.create({ data: { victimId, suspendedAt: fromInstant(written) } });
    const entry = { id: randomUUID(), personId: victimId, practitionerId: recipientId, enteredById: recipientId };
    await store.prisma.denyEntry.create({ data: { ...entry, enteredAt: fromInstant(written) } });
    const [notice] = await lease();
    expect(notice).toMatchObject({ contactSuspended: true, clock: { ended: true }, recipient: { denied: true } });
  });

  it('to somebody who is on no list any more says so', async () => {
    await noticeRows(store, [{ recipientId: randomUUID() }]);
    const [notice] = await lease();
    expect(notice?.recipient).toBeNull();
  });
});

describe('what became of sendings', () => {
  it('is recorded for many at once', async () => {
    const [sent = '', failed = '', refused = '', withdrawn = '', released = ''] = await waiting(5);
    await lease();
    await recordSendings(store.prisma, [
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
    const { sentAt } = await store.prisma.notice.findUniqueOrThrow({ where: { id: sent } });
    expect(sentAt).toEqual(fromInstant(later));
    expect(idsOf(await lease())).toEqual([released]);
    expect(idsOf(await lease('2026-03-13T09:01:00.000Z')).sort()).toEqual([failed, released].sort());
  });

  it('never makes a message that was sent wait again', async () => {
    const [id = ''] = await waiting(1);
    await recordSendings(store.prisma, [{ id, outcome: 'sent', at: later }]);
    await recordSendings(store.prisma, [{ id, outcome: 'failed', error: 'TIMED_OUT', notBefore: later }]);
    expect(await statusOf(id)).toEqual(['sent', 0, null]);
  });
});

describe('messages that did not get through', () => {
  const actor = (areaId: string): Actor => ({
    practitionerId: randomUUID(),
    name: 'Coordinator',
    appointments: [{ role: 'coordinator', areaId, agencyId: null }],
  });
  const listed = async (who: Actor) => idsOf(await undeliveredNotices(store.prisma, who, { after: null, limit: 10 }));
  const undelivered = async (caseId?: string) => {
    const recipientId = await aColleague(store);
    const [id = ''] = await noticeRows(store, [{ recipientId, ...(caseId === undefined ? {} : { caseId }) }]);
    await recordSendings(store.prisma, [{ id, outcome: 'undelivered', error: 'RECIPIENT_REFUSED' }]);
    return id;
  };

  it('are tasks for those who may see the case, and nobody else', async () => {
    const [here, elsewhere] = [await aCaseRow(store), await aCaseRow(store)];
    const id = await undelivered(here.id);
    expect(await listed(actor(here.areaId))).toEqual([id]);
    expect(await listed(actor(elsewhere.areaId))).toEqual([]);
    const denied = actor(here.areaId);
    const entry = { id: randomUUID(), personId: here.victimId, enteredById: randomUUID() };
    const { practitionerId } = denied;
    await store.prisma.denyEntry.create({ data: { ...entry, practitionerId, enteredAt: fromInstant(written) } });
    expect(await listed(denied)).toEqual([]);
  });

  it('become visible at the third failed attempt, while they are still being tried', async () => {
    const { id: caseId, areaId } = await aCaseRow(store);
    const [id = ''] = await noticeRows(store, [{ recipientId: await aColleague(store), caseId }]);
    const fail = () =>
      recordSendings(store.prisma, [{ id, outcome: 'failed', error: 'NO_CONNECTION', notBefore: later }]);
    await fail();
    await fail();
    expect(await listed(actor(areaId))).toEqual([]);
    await fail();
    const [task] = await undeliveredNotices(store.prisma, actor(areaId), { after: null, limit: 10 });
    expect(task).toMatchObject({ id, status: 'waiting', attempts: 3, error: 'NO_CONNECTION', caseId, areaId });
    expect(await listed(actor(areaId))).toHaveLength(1);
    expect((await undeliveredNotices(store.prisma, actor(areaId), { after: id, limit: 10 })).length).toBe(0);
  });

  it('go out again when somebody asks for it, to the address of that day', async () => {
    const id = await undelivered();
    const { recipientId } = await store.prisma.notice.findUniqueOrThrow({ where: { id } });
    await store.prisma.practitioner.update({ where: { id: recipientId }, data: { email: 'new@marac.example' } });
    expect(await lease(later)).toEqual([]);
    expect(await retryNotice(store.prisma, id, later)).toBe(true);
    const [again] = await lease(later);
    expect(again).toMatchObject({ id, recipient: { email: 'new@marac.example' } });
  });

  it('are settled by a person, once, and then neither sent nor listed', async () => {
    const { id: caseId, areaId } = await aCaseRow(store);
    const id = await undelivered(caseId);
    const byId = randomUUID();
    expect(await settleUndelivered(store.prisma, id, byId)).toBe(true);
    expect(await settleUndelivered(store.prisma, id, randomUUID())).toBe(false);
    expect(await retryNotice(store.prisma, id, later)).toBe(false);
    expect(await listed(actor(areaId))).toEqual([]);
    expect(await lease(later)).toEqual([]);
    expect(await store.prisma.notice.findUniqueOrThrow({ where: { id } })).toMatchObject({ settledById: byId });
  });

  it('cannot be sent again or settled where they went out', async () => {
    const [id = ''] = await waiting(1);
    await recordSendings(store.prisma, [{ id, outcome: 'sent', at: later }]);
    expect(await retryNotice(store.prisma, id, later)).toBe(false);
    expect(await settleUndelivered(store.prisma, id, randomUUID())).toBe(false);
    expect(await retryNotice(store.prisma, randomUUID(), later)).toBe(false);
  });
});

describe('listening for notices', () => {
  it('wakes with the transaction that wrote them, and again after its connection broke', async () => {
    let woken = 0;
    let broken = 0;
    const listening = listenForNotices(
      database.url,
      () => (woken += 1),
      () => (broken += 1),
      10,
    );
    try {
      await vi.waitFor(() => expect(woken).toBe(1), { timeout: 10_000 });
      await store.prisma.$executeRawUnsafe(`NOTIFY ${noticeChannel}`);
      await vi.waitFor(() => expect(woken).toBe(2), { timeout: 10_000 });
      await store.prisma.$executeRaw`
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name = 'marac notices' AND datname = current_database()`;
      await vi.waitFor(() => expect(woken).toBe(3), { timeout: 10_000 });
      expect(broken).toBe(1);
      await store.prisma.$executeRawUnsafe(`NOTIFY ${noticeChannel}`);
      await vi.waitFor(() => expect(woken).toBe(4), { timeout: 10_000 });
    } finally {
      await listening.stop();
    }
  });
});
