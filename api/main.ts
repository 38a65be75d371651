import { createServer } from 'node:http';
import { systemClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { createLog } from '../platform/log.ts';
import { openDependencies } from '../usecases/openDependencies.ts';
import { createAuthenticate } from './authenticate.ts';
import { createApp } from './createApp.ts';

/** How long a stop waits for requests that are under way, longer than any command takes. */
const graceMs = 15_000;

const config = readConfig(process.env, 'api');
const log = createLog('api', { level: config.logLevel, development: config.development });
if (!config.development && new URL(config.oidc.issuer).protocol !== 'https:')
  throw new Error('Outside development the issuer has to be reached by https.');
const { deps, close } = openDependencies(config, systemClock, log);
const app = createApp({ deps, authenticate: createAuthenticate(config.oidc) });
const server = createServer(app);
// Slow senders hold a connection no longer than this.
server.requestTimeout = 30_000;
server.headersTimeout = 15_000;
server.listen(config.port, config.host, () => log.info({ port: config.port }, 'The interface is open'));

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
await close();
log.info('The interface has stopped');
