import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Agent } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { systemClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { createLog } from '../platform/log.ts';
import { openDependencies } from '../usecases/openDependencies.ts';
import { generousLimits } from '../web/limits.ts';
import { openSite } from '../web/openSite.ts';
import { loadPage } from './loadPage.ts';
import type { Statement } from './overdueStatement.ts';

/** A page as it was sent once, and everything that was read for it. */
export interface CaughtPage {
  readonly html: string;
  readonly reads: readonly Statement[];
}

/** Shows one page in this process and catches what it asks the database for; what it writes down is left out. */
export async function caughtPage(
  env: NodeJS.ProcessEnv,
  path: string,
  cookie: string,
  agent: Agent,
): Promise<CaughtPage> {
  const config = readConfig(env, 'web');
  const { deps, close } = openDependencies(
    config,
    systemClock,
    createLog('web', { level: 'silent', development: true }),
  );
  const server = createServer(openSite(config, deps, generousLimits)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}${path}`;
  try {
    // The first time names and codes are read that are remembered from then on.
    await loadPage(url, agent, cookie);
    const { result: html, reads } = await catchingReads(() => loadPage(url, agent, cookie));
    if (reads.length === 0) throw new Error(`${path} asked the database nothing.`);
    return { html, reads };
  } finally {
    server.closeAllConnections();
    server.close();
    await close();
  }
}

type Query = (this: pg.Client, asked: unknown, ...more: unknown[]) => unknown;

/** Does something and gives every read that went to a database meanwhile, as the driver was given it. */
async function catchingReads<T>(work: () => Promise<T>): Promise<{ result: T; reads: readonly Statement[] }> {
  const reads: Statement[] = [];
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const { query } = prototype;
  prototype.query = function (asked, ...more) {
    const [values] = more;
    const { text, values: own } = (typeof asked === 'string' ? { text: asked } : asked) as Partial<Statement>;
    if (text !== undefined && /^\s*(select|with)\b/i.test(text))
      reads.push({ text, values: own ?? (Array.isArray(values) ? values : []) });
    return query.call(this, asked, ...more);
  };
  try {
    return { result: await work(), reads };
  } finally {
    prototype.query = query;
  }
}
