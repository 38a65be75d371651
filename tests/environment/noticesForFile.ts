import { afterAll, afterEach, beforeAll } from 'vitest';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { leaseNotices } from '../../store/notices/leaseNotices.ts';
import { createStore, type Store } from '../../store/prismaClient.ts';
import { aColleague, noticeRows, written } from '../builders/notices.ts';
import { begun } from './begun.ts';
import { createTestDatabase, type TestDatabase } from './createTestDatabase.ts';

type Leased = Awaited<ReturnType<typeof leaseNotices>>;

/** A store without anybody in it for the tests of a file about notices; after each test there are none. */
export interface FileNotices {
  readonly store: () => Store;
  readonly databaseUrl: () => string;
  /** Leases for a minute what is to be sent by now, at most so many. */
  readonly lease: (now?: IsoInstant, limit?: number) => Promise<Leased>;
  /** The ids of so many notices that wait to be sent to one colleague. */
  readonly waiting: (count: number) => Promise<string[]>;
}

/** A minute after the notices of tests are written: a lease of then is over. */
export const later: IsoInstant = '2026-03-13T09:01:00.000Z';

/** Begins one for the file that asks. */
export function noticesForFile(): FileNotices {
  let database: TestDatabase | undefined;
  let opened: Store | undefined;
  const store = () => begun(opened);
  beforeAll(async () => {
    database = await createTestDatabase();
    opened = createStore(database.url, { max: 5 });
  });
  afterEach(() => store().prisma.notice.deleteMany());
  afterAll(async () => {
    await opened?.close();
    await database?.drop();
  });
  return {
    store,
    databaseUrl: () => begun(database).url,
    lease: (now = written, limit = 100) => leaseNotices(store().prisma, now, limit, 60_000),
    waiting: async (count) => {
      const recipientId = await aColleague(store());
      return noticeRows(
        store(),
        Array.from({ length: count }, () => ({ recipientId })),
      );
    },
  };
}

/** The ids of rows, in their order. */
export const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);
