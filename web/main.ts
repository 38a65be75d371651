import { createServer } from 'node:http';
import { systemClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { listenUntilStopped } from '../platform/listenUntilStopped.ts';
import { createLog } from '../platform/log.ts';
import { openDependencies } from '../usecases/openDependencies.ts';
import { openAssets } from './assets.ts';
import { createSite } from './createSite.ts';
import { generousLimits } from './limits.ts';
import { pages } from './pages.ts';
import { createRender } from './render.ts';
import { createOidc } from './signIn/oidc.ts';

const config = readConfig(process.env, 'web');
const { development, inboxUrl, publicUrl, oidc, sessionKeys, trustedProxies } = config;
const log = createLog('web', { level: config.logLevel, development });
for (const address of [oidc.issuer, publicUrl])
  if (!development && new URL(address).protocol !== 'https:')
    throw new Error('Outside development the issuer and the product itself have to be reached by https.');
const { deps, close } = openDependencies(config, systemClock, log);
const assets = openAssets(config.assets);
const site = createSite({
  deps,
  sessions: { store: deps.store, clock: deps.clock, sessionKeys },
  oidc: createOidc({ ...oidc, publicUrl, development }),
  pages,
  assets,
  render: createRender(assets),
  publicUrl,
  issuerOrigin: new URL(oidc.issuer).origin,
  trustedProxies,
  development,
  inboxUrl,
  limits: generousLimits,
});
await listenUntilStopped(createServer(site), { host: config.host, port: config.port, log, what: 'The pages' });
await close();
log.info('The pages have stopped');
