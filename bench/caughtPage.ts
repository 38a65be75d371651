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

/** A page as it was sent once, and all the SQL that was sent for it: what was read, and what was entered into the access log. */
export interface CaughtPage {
  readonly html: string;
  readonly reads: readonly Statement[];
  /** All entries in one statement, however many it took here. */
  readonly noted: Statement & { readonly placeOfIds: number };
}

/** Shows one page in this process and catches what it asks the database. */
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
    const { result: html, sent } = await catching(() => loadPage(url, agent, cookie));
    const reads = sent.filter(({ text }) => /^\s*(select|with)\b/i.test(text));
    if (reads.length === 0) throw new Error(`${path} asked the database nothing.`);
    const noted = inOne(sent.filter(({ text }) => /^\s*insert into access_log\b/i.test(text)));
    if (!noted) throw new Error(`It was not entered into the access log that somebody looked at ${path}.`);
    return { html, reads, noted };
  } finally {
    server.closeAllConnections();
    server.close();
    await close();
  }
}

/** Which value of the statement that enters looks into the access log are the ids of the entries. Before it stand roles and address. */
const placeOfIds = 2;

/** Several statements that enter looks of one person as one: whoever writes a page by hand sends no more. */
function inOne([first, ...others]: readonly Statement[]): CaughtPage['noted'] | null {
  if (!first) return null;
  if (others.some(({ text }) => text !== first.text))
    throw new Error('Not all entries are made by the same statement.');
  const values = first.values.map((value, place) =>
    place < placeOfIds ? value : [value, ...others.map((each) => each.values[place])].flat(),
  );
  return { text: first.text, values, placeOfIds };
}

type Query = (this: pg.Client, asked: unknown, ...more: unknown[]) => unknown;

/** Does something and gives every statement that went to a database meanwhile, as the driver was given it. */
async function catching<T>(work: () => Promise<T>): Promise<{ result: T; sent: readonly Statement[] }> {
  const sent: Statement[] = [];
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const { query } = prototype;
  prototype.query = function (asked, ...more) {
    const [values] = more;
    const { text, values: own } = (typeof asked === 'string' ? { text: asked } : asked) as Partial<Statement>;
    if (text !== undefined) sent.push({ text, values: own ?? (Array.isArray(values) ? values : []) });
    return query.call(this, asked, ...more);
  };
  try {
    return { result: await work(), sent };
  } finally {
    prototype.query = query;
  }
}
