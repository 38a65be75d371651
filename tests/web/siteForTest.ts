import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import express, { type Express } from 'express';
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { inject } from 'vitest';
import { createIdentityProvider } from '../../dev/identity/createIdentityProvider.ts';
import { developmentPeople, type DevelopmentPerson } from '../../dev/identity/people.ts';
import { signingKeys } from '../../dev/identity/signingKeys.ts';
import type { KeyRing } from '../../platform/configValues.ts';
import { buildAssets } from '../../scripts/assets/buildAssets.ts';
import { openBrowser } from '../../scripts/browser/openBrowser.ts';
import { openAssets } from '../../web/assets.ts';
import { createSite } from '../../web/createSite.ts';
import type { Limits } from '../../web/limits.ts';
import type { Site } from '../../web/site.ts';
import { pages } from '../../web/pages.ts';
import { createRender } from '../../web/render.ts';
import { createOidc } from '../../web/signIn/oidc.ts';
import type { TestProduct } from '../environment/startWorkerForTest.ts';
import { Visitor, type LookMore } from './visitor.ts';

const root = path.resolve(import.meta.dirname, '..', '..');

/** Somebody the issuer vouches for and nobody has registered here. */
const stranger: DevelopmentPerson = {
  subject: 'a.stranger',
  name: 'Arvid Stranger',
  email: 'a.stranger@elsewhere.example',
  appointments: [],
};

/** The pages in this process, with a real sign-in beside them and a real browser to walk through them. */
export interface TestSite {
  readonly url: string;
  readonly app: Express;
  readonly browser: Browser;
  /** With which sessions are sealed, for a test that begins some itself. */
  readonly sessionKeys: KeyRing;
  /** Somebody with a browser of their own, signed in by the sign-in page. */
  signInAs(subject: string, options?: BrowserContextOptions): Promise<Visitor>;
  /** Somebody with a browser of their own who is not signed in. */
  visitor(options?: BrowserContextOptions): Promise<Visitor>;
  stop(): Promise<void>;
}

const noLimits: Limits = { perAddress: 100_000, perPerson: 100_000, signIns: 100_000 };

/** The pages in this process without a browser or a sign-in: for tests that begin their sessions themselves. */
export async function siteWithoutBrowser(
  product: TestProduct,
  sessionKeys: KeyRing,
  {
    publicUrl = 'http://127.0.0.1:1',
    limits = noLimits,
    ...other
  }: Partial<Pick<Site, 'publicUrl' | 'limits' | 'pages'>> = {},
): Promise<Express> {
  const oidc = createOidc({
    issuer: publicUrl,
    clientId: 'marac-web',
    clientSecret: 'none',
    publicUrl,
    development: true,
  });
  const site = await siteOf(product, { sessionKeys, oidc, publicUrl, issuerOrigin: publicUrl, limits });
  return createSite({ ...site, ...other });
}

type Varying = Pick<Site, 'oidc' | 'publicUrl' | 'issuerOrigin' | 'limits'> & { readonly sessionKeys: KeyRing };

async function siteOf(product: TestProduct, { sessionKeys, ...varying }: Varying): Promise<Site> {
  const assets = openAssets(await buildAssets(root));
  const sessions = { ...product, sessionKeys };
  return {
    deps: product,
    sessions,
    pages,
    assets,
    render: createRender(assets),
    trustedProxies: 0,
    development: true,
    inboxUrl: 'http://127.0.0.1:2',
    ...varying,
  };
}

/** Starts the pages, the sign-in and the browser for one test file. */
export async function startSiteForTest(
  product: TestProduct,
  limits: Limits = noLimits,
  lookMore?: LookMore,
): Promise<TestSite> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'marac-pages-'));
  const pagesServer = await listen(express());
  const identityServer = await listen(express());
  const [url, issuer] = [addressOf(pagesServer), addressOf(identityServer)];
  const clientSecret = randomBytes(18).toString('hex');
  const keys = await signingKeys(folder);
  const people = [...developmentPeople, stranger];
  answerWith(identityServer, createIdentityProvider({ issuer, people, keys, publicUrl: url, clientSecret }));
  const oidc = createOidc({ issuer, clientId: 'marac-web', clientSecret, publicUrl: url, development: true });
  const sessionKeys: KeyRing = [{ id: 'test', key: new Uint8Array(randomBytes(32)) }];
  const app = createSite(await siteOf(product, { sessionKeys, oidc, publicUrl: url, issuerOrigin: issuer, limits }));
  answerWith(pagesServer, app);
  const browser = await startBrowser();
  const contexts: BrowserContext[] = [];
  const visitor = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London', ...options });
    contexts.push(context);
    return new Visitor(url, await context.newPage(), { lookMore, scripts: options.javaScriptEnabled });
  };
  return {
    url,
    app,
    browser,
    sessionKeys,
    visitor,
    signInAs: async (subject, options) => {
      const somebody = await visitor(options);
      await somebody.signIn(subject);
      return somebody;
    },
    stop: async () => {
      await Promise.all(contexts.map((context) => context.close()));
      await browser.close();
      for (const server of [pagesServer, identityServer]) {
        server.closeAllConnections();
        server.close();
      }
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startBrowser(): Promise<Browser> {
  const found = inject('browser');
  if (!found.ok) throw new Error(found.why);
  return openBrowser(found.path);
}

/** A server has to listen before its address can be told to what it is to serve. */
async function listen(empty: Express): Promise<Server> {
  const server = empty.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function answerWith(server: Server, app: Express): void {
  server.removeAllListeners('request');
  server.on('request', app);
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
