import type { Express } from 'express';
import type { WebConfig } from '../platform/config.ts';
import type { Dependencies } from '../usecases/dependencies.ts';
import { openAssets } from './assets.ts';
import { createSite } from './createSite.ts';
import type { Limits } from './limits.ts';
import { pages } from './pages.ts';
import { createRender } from './render.ts';
import { createOidc } from './signIn/oidc.ts';

/** The whole site as it is configured, with what is built of it read once. */
export function openSite(config: WebConfig, deps: Dependencies, limits: Limits): Express {
  const { development, inboxUrl, publicUrl, oidc, sessionKeys, trustedProxies } = config;
  const assets = openAssets(config.assets);
  return createSite({
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
    limits,
  });
}
