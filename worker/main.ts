import { setTimeout as wait } from 'node:timers/promises';
import { Runtime } from '@temporalio/worker';
import { englandAndWales } from '../domain/calendar/workingCalendar.ts';
import { systemClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { createEngine } from '../platform/engine.ts';
import { deriveId } from '../platform/ids.ts';
import { createLog } from '../platform/log.ts';
import { createMailTransport, mailHostOf } from '../platform/mail.ts';
import { createDataConverter } from '../platform/payloadCodec.ts';
import { createSealing } from '../platform/sealing.ts';
import { beat } from '../store/heartbeats/beat.ts';
import { noteAtWork } from '../store/outages/noteAtWork.ts';
import { createStore } from '../store/prismaClient.ts';
import { readColumns } from '../store/projection/writeSet.ts';
import { decisionsAtOnce, startWorker } from './createWorker.ts';
import { createDispatcher } from './dispatcher.ts';
import { ensureSchedules } from './ensureSchedules.ts';
import { temporalLogger } from './temporalLogger.ts';

const beatEveryMs = 5_000;
const statementTimeoutMs = 4_000;
/** Beside decisions: taking messages from the table, noting what was sent, the heartbeat, and one for recurring work. */
const connectionsBesides = 4;

const config = readConfig(process.env, 'worker');
const log = createLog('worker', { level: config.logLevel, development: config.development });
Runtime.install({ logger: temporalLogger(log), shutdownSignals: [] });

const store = createStore(config.databaseUrl, {
  max: decisionsAtOnce + connectionsBesides,
  statementTimeoutMs,
  onBrokenConnection: (error) => log.warn({ err: error }, 'A connection to the database broke'),
});
const { address, namespace, taskQueue } = config.temporal;
const dataConverter = createDataConverter(config.payloadKeys);
const engine = createEngine({
  address,
  namespace,
  taskQueue,
  dataConverter,
  onUnexpected: (error, commandId) => log.error({ err: error, commandId }, 'A command was not decided'),
});
const transport = createMailTransport({ smtpUrl: config.mail.smtpUrl, from: config.mail.from });
const dispatcher = createDispatcher({
  store,
  databaseUrl: config.databaseUrl,
  transport,
  clock: systemClock,
  log,
  publicUrl: config.publicUrl,
});
const mailHost = mailHostOf(config.mail.from);
// Before any decision can move a deadline that was crossed while nobody was at work.
await noteAtWork(store, systemClock.now());
const worker = await startWorker({
  address,
  namespace,
  taskQueue,
  dataConverter,
  bundlePath: config.workflowBundle,
  workflowsInMemory: config.workflowsInMemory,
  store,
  tools: {
    calendar: englandAndWales,
    columnsOf: await readColumns(store.prisma),
    deriveId,
    mailHost,
  },
  anchorFile: config.auditAnchorFile,
  reconciling: { store, sealing: createSealing(config), engine, clock: systemClock, log, mailHost },
});
await ensureSchedules(worker.client, taskQueue);
dispatcher.start();
log.info('The worker is at work');

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
worker.stopped.catch((error: unknown) => {
  log.fatal({ err: error }, 'The worker stopped by a fault');
  process.exitCode = 1;
  stopping.abort();
});
await beatUntilStopped();
await worker.stop().catch(() => undefined);
await dispatcher.stop();
transport.close();
await engine.close();
await store.close();
log.info('The worker has stopped');

async function beatUntilStopped(): Promise<void> {
  while (!stopping.signal.aborted) {
    await beat(store.prisma, 'worker', systemClock.now()).catch((error: unknown) =>
      log.warn({ err: error }, 'The worker could not leave word that it is at work'),
    );
    await wait(beatEveryMs, undefined, { signal: stopping.signal }).catch(() => undefined);
  }
}
