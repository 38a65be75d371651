import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { createCluster } from './createCluster.ts';
import type { PostgresPrograms } from './postgresPrograms.ts';
import { runningPostmaster, stopPostmaster } from './postmaster.ts';
import type { ServerAccount } from './serverAccount.ts';

export interface PostgresOptions {
  readonly dir: string;
  readonly port: number;
  readonly superuserPassword: string;
  readonly programs: PostgresPrograms;
  readonly account: ServerAccount;
  readonly logFile: string;
  /**
   * False gives up safety for speed: for tests, whose data is thrown away. `throughKills` comes through any end of its
   * own processes, but not of the machine.
   */
  readonly durable: boolean | 'throughKills';
}

export interface RunningPostgres {
  readonly pid: number;
  readonly port: number;
  readonly reused: boolean;
  /** Connection text of the superuser for one of its databases. */
  url(database: string): string;
}

const patienceMs = 60_000;

/**
 * Starts Postgres on a data folder, or takes over the one that already runs there. Comes through a kill of this
 * process, of Postgres or of both: waits for one that is still stopping or recovering, and never touches another's.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  await createCluster(options);
  const dir = fs.realpathSync(options.dir);
  const running = runningPostmaster(dir);
  if (running?.stopping || (running && running.port !== options.port)) await stopPostmaster(dir);
  for (let attempt = 1; ; attempt += 1) {
    const alreadyUp = runningPostmaster(dir);
    const pid = alreadyUp?.pid ?? (await spawnUntilItStays(options, dir));
    // One that was killed a moment ago may still have been seen as running.
    const answer = await untilItAnswers(options, dir);
    if (answer === 'answers') return describe(options, pid, alreadyUp !== undefined);
    if (attempt === 3) {
      throw new Error(`Postgres (process ${pid}) ended while starting. Its log is ${options.logFile}.`);
    }
  }
}

function describe(options: PostgresOptions, pid: number, reused: boolean): RunningPostgres {
  return { pid, port: options.port, reused, url: (database) => superuserUrl(options, database) };
}

/** A server just killed leaves helpers that hold its memory for a moment, and perhaps a pid file: try again meanwhile. */
async function spawnUntilItStays(options: PostgresOptions, dir: string): Promise<number> {
  const until = Date.now() + 20_000;
  for (;;) {
    const outcome = await spawnOnce(options, dir);
    if ('pid' in outcome) return outcome.pid;
    if (Date.now() > until || !/pre-existing shared memory|lock file/.test(outcome.lastWords)) {
      throw new Error(`Postgres does not start (its log is ${options.logFile}): ${outcome.lastWords.trim()}`);
    }
    // The pid in the file now belongs to some other program: the file is left over.
    if (/lock file/.test(outcome.lastWords) && !runningPostmaster(dir)) {
      fs.rmSync(path.join(dir, 'postmaster.pid'), { force: true });
    }
    await pause(200);
  }
}

function spawnOnce(options: PostgresOptions, dir: string): Promise<{ pid: number } | { lastWords: string }> {
  const { account, logFile } = options;
  const logStart = fs.existsSync(logFile) ? fs.statSync(logFile).size : 0;
  const log = fs.openSync(logFile, 'a');
  const server = spawn(options.programs.postgres, ['-D', dir, '-p', String(options.port), ...settings(options)], {
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
    cwd: path.parse(dir).root,
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', log, log],
    // A group of its own: Ctrl-C in the terminal must not reach it before the programs that write to it.
    detached: true,
  });
  fs.closeSync(log);
  server.unref();
  return new Promise((resolve, reject) => {
    const ended = () => {
      clearInterval(looking);
      resolve({ lastWords: fs.readFileSync(logFile).subarray(logStart).toString() });
    };
    server.once('error', reject);
    server.once('exit', ended);
    const looking = setInterval(() => {
      if (server.pid === undefined || runningPostmaster(dir)?.pid !== server.pid) return;
      clearInterval(looking);
      server.off('exit', ended);
      resolve({ pid: server.pid });
    }, 20);
  });
}

function settings(options: PostgresOptions): string[] {
  const values: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    // The engine alone may hold 4 × 30 connections.
    max_connections: '250',
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // A failing statement and the row it fails on hold what people wrote: neither is to be copied into a log.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length_on_error: '0',
    ...(options.durable === true ? {} : { fsync: 'off', full_page_writes: 'off' }),
    ...(options.durable ? {} : { synchronous_commit: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function untilItAnswers(options: PostgresOptions, dir: string): Promise<'answers' | 'gone'> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const client = new pg.Client({
      connectionString: superuserUrl(options, 'postgres'),
      connectionTimeoutMillis: 2000,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return 'answers';
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      if (code === '28P01') throw new Error(otherPassword(dir));
      if (!runningPostmaster(dir)) return 'gone';
      if (Date.now() > until) throw new Error(`Postgres does not answer: ${message}. Its log is ${options.logFile}.`);
    } finally {
      await client.end().catch(() => undefined);
    }
    await pause(25);
  }
}

function otherPassword(dir: string): string {
  return (
    `Postgres refuses the password kept for it: the data in ${dir} were made with another one. ` +
    'Put the folder .data back as it was or, if nothing in that data is needed, remove that folder and start again.'
  );
}

function superuserUrl(options: PostgresOptions, database: string): string {
  return `postgresql://postgres:${encodeURIComponent(options.superuserPassword)}@127.0.0.1:${options.port}/${database}`;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
