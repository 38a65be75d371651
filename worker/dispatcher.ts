import type { WallClock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { MailTransport } from '../platform/mail.ts';
import { leaseNotices, type LeasedNotice } from '../store/notices/leaseNotices.ts';
import { listenForNotices } from '../store/notices/listenForNotices.ts';
import { recordSendings } from '../store/notices/recordSendings.ts';
import type { Store } from '../store/prismaClient.ts';
import { createBell } from './bell.ts';
import { createLeaseKeeper, leaseMs } from './leaseKeeper.ts';
import { sendNotice, triedAgain } from './sendNotice.ts';
import { createSendingBook } from './sendingBook.ts';

export interface DispatcherOptions {
  readonly store: Store;
  /** Where the same database is listened to for the wake-up of a transaction that wrote notices. */
  readonly databaseUrl: string;
  readonly transport: MailTransport;
  readonly clock: WallClock;
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
  readonly publicUrl: string;
  /** How long at most until a look at the table without a wake-up: for retries, and should a wake-up get lost. */
  readonly pollMs?: number;
}

export interface Dispatcher {
  start(): void;
  /** Takes nothing new, lets what is under way finish and be recorded, and gives back what was taken but not begun. */
  stop(): Promise<void>;
}

/** Messages taken from the table for each one that can be under way: enough never to wait for the table. */
const takenAhead = 20;
const recordPatienceMs = 10_000;

/**
 * Sends the notices that decisions left behind, outside every case: at least once and never lost. Several may work on
 * one table; one that dies leaves its leases to run out soon, and only what was under way at that moment goes out twice,
 * with the same Message-ID. The transport is closed by whoever opened it.
 */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { store, transport, clock, log, databaseUrl, pollMs = 5_000 } = options;
  const bell = createBell();
  const book = createSendingBook(
    (sendings) => recordSendings(store.prisma, sendings),
    (error) => log.error({ err: error }, 'What was sent could not be recorded yet'),
  );
  const leases = createLeaseKeeper(store, clock, (error) => log.warn({ err: error }, 'Leases could not be renewed'));
  const taken: LeasedNotice[] = [];
  const underWay = new Map<string, Promise<void>>();
  let stopping = false;
  /** Whether the table may hold more than was taken: it did when it was last looked at, or somebody rang since. */
  let moreThere = false;

  const send = async (notice: LeasedNotice): Promise<void> => {
    try {
      const sending = await sendNotice(notice, options);
      if (sending.outcome === 'withdrawn')
        log.info(
          { noticeId: notice.id, code: sending.error },
          'A message had nothing to tell any more and was not sent',
        );
      else if ('error' in sending)
        log.warn({ noticeId: notice.id, code: sending.error }, 'A message was not delivered');
      book.add(sending);
    } catch (error) {
      log.error({ err: error, noticeId: notice.id }, 'A message could not be made');
      book.add(triedAgain(notice, 'FAULT', clock));
    }
  };

  const begin = (): void => {
    while (!stopping && underWay.size < transport.concurrency) {
      const notice = taken.shift();
      if (!notice) break;
      if (!leases.isOurs(notice.id)) {
        moreThere = true;
        continue;
      }
      const sending = send(notice).finally(() => {
        underWay.delete(notice.id);
        begin();
      });
      underWay.set(notice.id, sending);
    }
    if (moreThere && taken.length < transport.concurrency) bell.ring();
  };

  const take = async (): Promise<void> => {
    if (taken.length >= transport.concurrency) {
      // Whoever rang now may have written more than was there when the table was last looked at.
      moreThere = true;
      return;
    }
    // After an outage of the database, what was sent before it is recorded first, or it would be taken again.
    if (book.isStuck() && !(await book.written(pollMs))) return;
    const limit = transport.concurrency * takenAhead;
    const more = await leaseNotices(store.prisma, clock.now(), limit, leaseMs);
    moreThere = more.length === limit;
    for (const { id, leasedUntil } of more) leases.hold(id, leasedUntil);
    // Where the database was away for longer than a lease lasts, some of these are in hand already.
    const inHand = new Set([...underWay.keys(), ...taken.map(({ id }) => id)]);
    taken.push(...more.filter(({ id }) => !inHand.has(id)));
    begin();
  };

  const run = async (): Promise<void> => {
    while (!stopping) {
      await take().catch((error: unknown) => log.error({ err: error }, 'Notices could not be taken from the table'));
      if (!stopping) await bell.wait(pollMs);
    }
  };

  let running: Promise<void> | null = null;
  let listening: ReturnType<typeof listenForNotices> | null = null;
  return {
    start() {
      listening ??= listenForNotices(
        databaseUrl,
        () => bell.ring(),
        () => log.warn({}, 'The wake-up for notices is interrupted; looking at intervals meanwhile'),
      );
      leases.start();
      running ??= run();
    },
    async stop() {
      stopping = true;
      bell.ring();
      await listening?.stop();
      await running;
      for (const { id } of taken.splice(0)) book.add({ id, outcome: 'released' });
      await Promise.all(underWay.values());
      const isWritten = await book.written(recordPatienceMs);
      leases.stop();
      if (!isWritten) log.error({}, 'The database was away at the end: some messages may be sent a second time');
    },
  };
}
