import type { Server } from 'node:http';
import type { Log } from './log.ts';

/** How long a stop waits for requests that are under way, longer than any command takes. */
const graceMs = 15_000;

/** Serves until the process is asked to stop; then takes nothing new and finishes what is under way. */
export async function listenUntilStopped(
  server: Server,
  { host, port, log, what }: { host: string; port: number; log: Log; what: string },
): Promise<void> {
  // Slow senders hold a connection no longer than this.
  server.requestTimeout = 30_000;
  server.headersTimeout = 15_000;
  server.listen(port, host, () => log.info({ port }, `${what}: open`));
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await stopped;
  log.info('No new requests are taken; those under way are finished');
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(late);
}
