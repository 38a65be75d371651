import pg from 'pg';
import { noticeChannel } from './noticeChannel.ts';

export interface Listening {
  stop(): Promise<void>;
}

/**
 * Calls `onNotice` whenever a transaction has written notices, over a connection of its own that is opened again when
 * it breaks. A wake-up may be missed meanwhile: it is called once after each connecting, and whoever listens polls too.
 */
export function listenForNotices(
  databaseUrl: string,
  onNotice: () => void,
  onProblem: () => void,
  reconnectMs = 2_000,
): Listening {
  let stopped = false;
  let client: pg.Client | null = null;
  let reconnecting: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    const opened = new pg.Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      application_name: 'marac notices',
    });
    client = opened;
    let lost = false;
    const lose = (): void => {
      if (lost) return;
      lost = true;
      void opened.end().catch(() => undefined);
      if (stopped) return;
      onProblem();
      reconnecting = setTimeout(() => void connect(), reconnectMs);
    };
    opened.on('error', lose);
    opened.on('end', lose);
    opened.on('notification', () => onNotice());
    try {
      await opened.connect();
      await opened.query(`LISTEN ${noticeChannel}`);
      onNotice();
    } catch {
      lose();
    }
  };

  const connecting = connect();
  return {
    async stop() {
      stopped = true;
      clearTimeout(reconnecting);
      await connecting;
      clearTimeout(reconnecting);
      await client?.end().catch(() => undefined);
    },
  };
}
