import { createServer } from 'node:http';
import { systemClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { listenUntilStopped } from '../platform/listenUntilStopped.ts';
import { createLog } from '../platform/log.ts';
import { openDependencies } from '../usecases/openDependencies.ts';
import { createAuthenticate } from './authenticate.ts';
import { createApp } from './createApp.ts';

const config = readConfig(process.env, 'api');
const log = createLog('api', { level: config.logLevel, development: config.development });
if (!config.development && new URL(config.oidc.issuer).protocol !== 'https:')
  throw new Error('Outside development the issuer has to be reached by https.');
const { deps, close } = openDependencies(config, systemClock, log);
const app = createApp({ deps, authenticate: createAuthenticate(config.oidc) });
await listenUntilStopped(createServer(app), { host: config.host, port: config.port, log, what: 'The interface' });
await close();
log.info('The interface has stopped');
