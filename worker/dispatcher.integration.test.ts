import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { movableClock, type MovableClock } from '../platform/clock.ts';
import { createMailTransport, type MailTransport } from '../platform/mail.ts';
import { leaseNotices } from '../store/notices/leaseNotices.ts';
import { noticeChannel } from '../store/notices/noticeChannel.ts';
import { createStore, type Store } from '../store/prismaClient.ts';
import { aCaseRow, aClockRow, aColleague, noticeRows, written } from '../tests/builders/notices.ts';
import { startSmtpServer, type TestSmtpServer, type Treatment } from '../tests/builders/smtpServer.ts';
import { createTestDatabase, type TestDatabase } from '../tests/environment/createTestDatabase.ts';
import { createDispatcher, type Dispatcher } from './dispatcher.ts';

let database: TestDatabase;
let store: Store;
let clock: MovableClock;
let logged: string[];
let close: (() => Promise<unknown> | void)[];

beforeAll(async () => {
  database = await createTestDatabase();
  store = createStore(database.url, { max: 6 });
});
beforeEach(() => {
  clock = movableClock(written);
  logged = [];
  close = [];
});
afterEach(async () => {
  for (const each of close.reverse()) await each();
  await store.prisma.notice.deleteMany();
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

async function aServer(treat?: (to: string) => Treatment | Promise<Treatment>, port?: number): Promise<TestSmtpServer> {
  const server = await startSmtpServer(treat, port);
  close.push(() => server.close());
  return server;
}
function aTransport(smtpUrl: string, more: { concurrency?: number; longestMs?: number } = {}): MailTransport {
  const transport = createMailTransport({ smtpUrl, from: 'casework@marac.example', longestMs: 20_000, ...more });
  close.push(() => transport.close());
  return transport;
}
function aDispatcher(transport: MailTransport): Dispatcher {
  const keep = (fields: object, words?: string) => void logged.push(`${words ?? ''} ${JSON.stringify(fields)}`);
  const log = { info: keep, warn: keep, error: keep } as never;
  const publicUrl = 'https://marac.example';
  // Polling is left out: what happens, happens because somebody was woken.
  const options = { store, databaseUrl: database.url, transport, clock, log, publicUrl, pollMs: 600_000 };
  const dispatcher = createDispatcher(options);
  close.push(() => dispatcher.stop());
  dispatcher.start();
  return dispatcher;
}
async function aNotice(email: string): Promise<string> {
  const recipientId = await aColleague(store, { email });
  const [id = ''] = await noticeRows(store, [{ recipientId }]);
  return id;
}
const wake = () => store.prisma.$executeRawUnsafe(`NOTIFY ${noticeChannel}`);
const rowOf = (id: string) => store.prisma.notice.findUniqueOrThrow({ where: { id } });
const until = (check: () => Promise<void> | void) => vi.waitFor(check, { timeout: 30_000, interval: 20 });
const becomes = (id: string, row: object) => until(async () => expect(await rowOf(id)).toMatchObject(row));

describe('the dispatcher', () => {
  it('sends what waits when it starts, and what is written later when it is woken', async () => {
    const server = await aServer();
    const first = await aNotice('ann@marac.example');
    aDispatcher(aTransport(server.url));
    await becomes(first, { status: 'sent', attempts: 0, leasedUntil: null });
    const second = await aNotice('bea@marac.example');
    await wake();
    await becomes(second, { status: 'sent' });
    expect(server.taken.map(({ to, messageId }) => [to, messageId])).toEqual([
      ['ann@marac.example', `<${first}@marac.example>`],
      ['bea@marac.example', `<${second}@marac.example>`],
    ]);
  });

  it('sends what is written while its hands are full as soon as they are free', async () => {
    const { promise: free, resolve: release } = Promise.withResolvers<Treatment>();
    const server = await aServer(() => free);
    const taken = [
      await aNotice('ann@marac.example'),
      await aNotice('bea@marac.example'),
      await aNotice('cy@marac.example'),
    ];
    aDispatcher(aTransport(server.url, { concurrency: 1 }));
    for (const id of taken) await until(async () => expect((await rowOf(id)).leasedUntil).not.toBeNull());
    const later = await aNotice('dee@marac.example');
    await wake();
    // The wake-up is heard while nothing more can be taken.
    for (let asked = 0; asked < 20; asked += 1) await rowOf(later);
    release('take');
    await becomes(later, { status: 'sent' });
  });

  it('tells of a rung with the reference, the area and the date, as it stands at the moment of sending', async () => {
    const server = await aServer();
    const theCase = await aCaseRow(store, 'Tonbridge and Malling');
    const clockId = await aClockRow(store, theCase);
    const recipientId = await aColleague(store);
    const [id = ''] = await noticeRows(store, [{ recipientId, caseId: theCase.id, clockId, asRole: 'adviser' }]);
    clock.set('2026-03-16T09:00:00.000Z');
    aDispatcher(aTransport(server.url));
    await becomes(id, { status: 'sent' });
    const raw = server.taken[0]?.raw.replaceAll('=\r\n', '') ?? '';
    expect(raw).toContain(`Case: ${theCase.reference}, Tonbridge and Malling`);
    expect(raw).toContain('Friday 13 March 2026, 3 days late');
    expect(raw).toContain(`https://marac.example/cases/${theCase.reference}`);
  });

  it('makes a task of a refused recipient at once, and goes on with the others', async () => {
    const server = await aServer((to) => (to.startsWith('gone') ? { refuse: 550, at: 'recipient' } : 'take'));
    const refused = await aNotice('gone@marac.example');
    const other = await aNotice('ann@marac.example');
    aDispatcher(aTransport(server.url, { concurrency: 1 }));
    await becomes(other, { status: 'sent' });
    await becomes(refused, { status: 'undelivered', attempts: 1, lastError: 'RECIPIENT_REFUSED' });
    expect(logged.join()).toContain(refused);
    expect(logged.join()).not.toContain('@');
  });

  it('tries again what was refused for now, later and under the same Message-ID', async () => {
    let busy = true;
    const server = await aServer(() => (busy ? { refuse: 451, at: 'message' } : 'take'));
    const id = await aNotice('ann@marac.example');
    aDispatcher(aTransport(server.url));
    await becomes(id, { status: 'waiting', attempts: 1, lastError: 'SERVER_BUSY', leasedUntil: null });
    await wake();
    clock.advance(5_000);
    await wake();
    await becomes(id, { status: 'waiting', attempts: 2 });
    busy = false;
    clock.advance(10_000);
    await wake();
    await becomes(id, { status: 'sent', attempts: 2, lastError: null });
    expect(server.shown).toEqual(Array(3).fill(`<${id}@marac.example>`));
  });

  it('keeps everything while there is no server, and sends it when there is one', async () => {
    const server = await aServer();
    await server.close();
    const ids = [await aNotice('ann@marac.example'), await aNotice('bea@marac.example')];
    aDispatcher(aTransport(server.url));
    for (const id of ids) await becomes(id, { status: 'waiting', attempts: 1, lastError: 'NO_CONNECTION' });
    const back = await aServer(() => 'take', Number(new URL(server.url).port));
    clock.advance(5_000);
    await wake();
    for (const id of ids) await becomes(id, { status: 'sent' });
    expect(back.taken).toHaveLength(2);
  });

  it('sends a message again that a server died over', async () => {
    let dying = true;
    const server = await aServer(() => (dying ? 'die' : 'take'));
    const id = await aNotice('ann@marac.example');
    aDispatcher(aTransport(server.url));
    await becomes(id, { status: 'waiting', attempts: 1, lastError: 'NO_CONNECTION' });
    dying = false;
    clock.advance(5_000);
    await wake();
    await becomes(id, { status: 'sent' });
    expect(server.shown).toEqual(Array(2).fill(`<${id}@marac.example>`));
  });

  it('does not let one message that hangs hold up the others, and gives it up in the end', async () => {
    const server = await aServer((to) => (to.startsWith('hang') ? 'hang' : 'take'));
    const hanging = await aNotice('hang@marac.example');
    const others = await Promise.all(Array.from({ length: 60 }, (_, i) => aNotice(`ann${i}@marac.example`)));
    aDispatcher(aTransport(server.url, { concurrency: 2, longestMs: 3_000 }));
    for (const id of others) await becomes(id, { status: 'sent' });
    await becomes(hanging, { status: 'waiting', attempts: 1, lastError: 'TIMED_OUT' });
    expect(server.taken).toHaveLength(60);
  });

  it('sends a message a second time under the same Message-ID where the first sender died before it said so', async () => {
    const server = await aServer();
    const id = await aNotice('ann@marac.example');
    const transport = aTransport(server.url);
    const [leased] = await leaseNotices(store.prisma, clock.now(), 1, 60_000);
    const mail = { to: 'ann@marac.example', messageId: leased?.messageId ?? '', subject: 's', text: 't', html: 'h' };
    expect(await transport.send(mail)).toEqual({ outcome: 'sent' });
    aDispatcher(transport);
    const after = await aNotice('bea@marac.example');
    await wake();
    await becomes(after, { status: 'sent' });
    expect(server.taken).toHaveLength(2);
    clock.advance(60_000);
    await wake();
    await becomes(id, { status: 'sent' });
    const copies = server.taken.filter(({ to }) => to === 'ann@marac.example').map(({ messageId }) => messageId);
    expect(copies).toEqual(Array(2).fill(`<${id}@marac.example>`));
  });

  it('sends nothing that has nothing to tell any more, and makes a task of a recipient who left', async () => {
    const server = await aServer();
    const theCase = await aCaseRow(store);
    const [recipientId, leaver] = [await aColleague(store), await aColleague(store, { endsOn: '2026-03-12' })];
    const [clockId, pausedId] = [await aClockRow(store, theCase), await aClockRow(store, theCase)];
    await store.prisma.clock.update({ where: { id: clockId }, data: { status: 'ended' } });
    await store.prisma.clock.update({ where: { id: pausedId }, data: { status: 'paused' } });
    const [ended = '', paused = '', left = '', strange = '', last = ''] = await noticeRows(store, [
      { recipientId, caseId: theCase.id, clockId },
      { recipientId, caseId: theCase.id, clockId: pausedId },
      { recipientId: leaver },
      { recipientId, code: 'gossip' },
      { recipientId },
    ]);
    aDispatcher(aTransport(server.url));
    await becomes(ended, { status: 'withdrawn', lastError: 'DUTY_ENDED' });
    await becomes(paused, { status: 'withdrawn', lastError: 'DUTY_PAUSED' });
    await becomes(left, { status: 'undelivered', lastError: 'RECIPIENT_LEFT' });
    await becomes(strange, { status: 'undelivered', lastError: 'UNREADABLE' });
    await becomes(last, { status: 'sent' });
    expect(server.taken.map(({ messageId }) => messageId)).toEqual([`<${last}@marac.example>`]);
  });

  it('shares the work with another one: each message goes out once', async () => {
    const server = await aServer();
    const recipientId = await aColleague(store);
    const ids = await noticeRows(store, Array(400).fill({ recipientId }));
    aDispatcher(aTransport(server.url));
    aDispatcher(aTransport(server.url));
    await until(async () => expect(await store.prisma.notice.count({ where: { status: 'sent' } })).toBe(400));
    const seen = server.taken.map(({ messageId }) => messageId).sort();
    expect(seen).toEqual(ids.map((id) => `<${id}@marac.example>`).sort());
  });

  it('begins nothing that it took so long ago that another may have it by now', async () => {
    const gate = Promise.withResolvers<Treatment>();
    const server = await aServer((to) => (to.startsWith('slow') ? gate.promise : 'take'));
    const slow = await aNotice('slow@marac.example');
    const other = await aNotice('ann@marac.example');
    await store.prisma.notice.update({ where: { id: slow }, data: { notBefore: new Date('2026-03-13T08:00:00Z') } });
    aDispatcher(aTransport(server.url, { concurrency: 1 }));
    await until(async () => expect((await rowOf(other)).leasedUntil).not.toBeNull());
    clock.advance(10 * 60_000);
    aDispatcher(aTransport(server.url, { concurrency: 2 }));
    await becomes(other, { status: 'sent' });
    gate.resolve('take');
    await becomes(slow, { status: 'sent' });
    await wake();
    const last = await aNotice('bea@marac.example');
    await wake();
    await becomes(last, { status: 'sent' });
    expect(server.taken.filter(({ to }) => to === 'ann@marac.example')).toHaveLength(1);
  });

  it('keeps what takes long for as long as it takes, and lets go of it soon after it died', async () => {
    const gate = Promise.withResolvers<Treatment>();
    const server = await aServer(() => gate.promise);
    const id = await aNotice('ann@marac.example');
    aDispatcher(aTransport(server.url));
    const leasedUntil = async () => (await rowOf(id)).leasedUntil?.getTime() ?? 0;
    await until(async () => expect(await leasedUntil()).toBeGreaterThan(0));
    const first = await leasedUntil();
    clock.advance(20_000);
    await until(async () => expect(await leasedUntil()).toBe(first + 20_000));
    clock.advance(20_000);
    await until(async () => expect(await leasedUntil()).toBe(first + 40_000));
    // Nobody else has it before half a minute without a sign of life.
    expect(await leaseNotices(store.prisma, clock.now(), 1, 60_000)).toEqual([]);
    clock.advance(30_000);
    expect(await leaseNotices(store.prisma, clock.now(), 1, 60_000)).toHaveLength(1);
    gate.resolve('take');
    await becomes(id, { status: 'sent' });
  });

  it('finishes what is under way when it is stopped, and records it', async () => {
    const gate = Promise.withResolvers<Treatment>();
    const server = await aServer(() => gate.promise);
    const id = await aNotice('ann@marac.example');
    const dispatcher = aDispatcher(aTransport(server.url));
    await until(async () => expect((await rowOf(id)).leasedUntil).not.toBeNull());
    let stopped = false;
    const stopping = dispatcher.stop().then(() => (stopped = true));
    await store.prisma.$queryRaw`SELECT 1`;
    expect(stopped).toBe(false);
    gate.resolve('take');
    await stopping;
    expect(server.taken).toHaveLength(1);
    expect(await rowOf(id)).toMatchObject({ status: 'sent' });
  });

  it('gives back at once what it had not begun when it is stopped', async () => {
    const server = await aServer();
    const recipientId = await aColleague(store);
    await noticeRows(store, Array(300).fill({ recipientId }));
    const dispatcher = aDispatcher(aTransport(server.url, { concurrency: 2 }));
    await until(() => expect(server.taken.length).toBeGreaterThan(5));
    await dispatcher.stop();
    const counted = await store.prisma.notice.groupBy({ by: ['status'], _count: true, orderBy: { status: 'asc' } });
    const sent = server.taken.length;
    expect(sent).toBeLessThan(300);
    expect(counted.map(({ status, _count }) => [status, _count])).toEqual([
      ['sent', sent],
      ['waiting', 300 - sent],
    ]);
    expect(await store.prisma.notice.count({ where: { leasedUntil: { not: null } } })).toBe(0);
  });
});
