import { createServer } from 'node:http';
import { systemClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { listenUntilStopped } from '../platform/listenUntilStopped.ts';
import { createLog } from '../platform/log.ts';
import { openDependencies } from '../usecases/openDependencies.ts';
import { generousLimits } from './limits.ts';
import { openSite } from './openSite.ts';

const config = readConfig(process.env, 'web');
const { development, publicUrl, oidc } = config;
const log = createLog('web', { level: config.logLevel, development });
for (const address of [oidc.issuer, publicUrl])
  if (!development && new URL(address).protocol !== 'https:')
    throw new Error('Outside development the issuer and the product itself have to be reached by https.');
const { deps, close } = openDependencies(config, systemClock, log);
const site = openSite(config, deps, generousLimits);
await listenUntilStopped(createServer(site), { host: config.host, port: config.port, log, what: 'The pages' });
await close();
log.info('The pages have stopped');
