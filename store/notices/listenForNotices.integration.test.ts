import { describe, expect, it, vi } from 'vitest';
import { noticesForFile } from '../../tests/environment/noticesForFile.ts';
import { listenForNotices } from './listenForNotices.ts';
import { noticeChannel } from './noticeChannel.ts';

const { store, databaseUrl } = noticesForFile();

describe('listening for notices', () => {
  it('wakes with the transaction that wrote them, and again after its connection broke', async () => {
    let woken = 0;
    let broken = 0;
    const listening = listenForNotices(
      databaseUrl(),
      () => (woken += 1),
      () => (broken += 1),
      10,
    );
    try {
      await vi.waitFor(() => expect(woken).toBe(1), { timeout: 10_000 });
      await store().prisma.$executeRawUnsafe(`NOTIFY ${noticeChannel}`);
      await vi.waitFor(() => expect(woken).toBe(2), { timeout: 10_000 });
      await store().prisma.$executeRaw`
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name = 'marac notices' AND datname = current_database()`;
      await vi.waitFor(() => expect(woken).toBe(3), { timeout: 10_000 });
      expect(broken).toBe(1);
      await store().prisma.$executeRawUnsafe(`NOTIFY ${noticeChannel}`);
      await vi.waitFor(() => expect(woken).toBe(4), { timeout: 10_000 });
    } finally {
      await listening.stop();
    }
  });
});
