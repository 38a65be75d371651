import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { processIdentity } from '../bootstrap/processIdentity.mjs';
import { freePorts } from '../processes/freePorts.ts';
import { postgresPrograms } from './postgresPrograms.ts';
import { stopPostmaster } from './postmaster.ts';
import { withClient } from './prepareDatabases.ts';
import { serverAccount } from './serverAccount.ts';
import { startPostgres, type PostgresOptions, type RunningPostgres } from './startPostgres.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
let folder: string;
let options: PostgresOptions;

beforeEach(async () => {
  const account = serverAccount();
  folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'marac with spaces-'));
  if (account) fs.chownSync(folder, account.uid, account.gid);
  const [port] = await freePorts(1);
  options = {
    dir: path.join(folder, 'postgres'),
    port: port as number,
    superuserPassword: 'for-this-test',
    programs: postgresPrograms(root, account),
    account,
    logFile: path.join(folder, 'postgres.log'),
    durable: true,
  };
});
afterEach(async () => {
  await stopPostmaster(options.dir);
  fs.rmSync(folder, { recursive: true, force: true });
});

async function write(postgres: RunningPostgres, value: number): Promise<void> {
  await withClient(postgres.url('postgres'), async (client) => {
    await client.query('create table if not exists kept (value int)');
    await client.query('insert into kept values ($1)', [value]);
  });
}

async function read(postgres: RunningPostgres): Promise<number[]> {
  const result = await withClient(postgres.url('postgres'), (client) =>
    client.query<{ value: number }>('select value from kept order by value'),
  );
  return result.rows.map(({ value }) => value);
}

describe('the Postgres of development', () => {
  it('comes back with its data after it was killed', async () => {
    const first = await startPostgres(options);
    await write(first, 1);
    process.kill(first.pid, 'SIGKILL');
    const second = await startPostgres(options);
    expect(second.reused).toBe(false);
    expect(await read(second)).toEqual([1]);
  });

  it('is taken over by a second start while it still runs', async () => {
    const first = await startPostgres(options);
    const second = await startPostgres(options);
    expect(second).toMatchObject({ pid: first.pid, reused: true });
  });

  it('is waited for while it is stopping, and then started anew', async () => {
    const first = await startPostgres(options);
    await write(first, 2);
    process.kill(first.pid, 'SIGINT');
    const second = await startPostgres(options);
    expect(await read(second)).toEqual([2]);
  });

  it('starts over a pid file whose process id now belongs to another program', async () => {
    const first = await startPostgres(options);
    await write(first, 3);
    const pidFile = path.join(options.dir, 'postmaster.pid');
    const lines = fs.readFileSync(pidFile, 'utf8').split('\n');
    await stopPostmaster(options.dir);
    fs.writeFileSync(pidFile, [process.ppid, ...lines.slice(1)].join('\n'));
    expect(await read(await startPostgres(options))).toEqual([3]);
    expect(processIdentity(process.ppid)).toBeDefined();
  });

  it('sweeps away what a kill during its creation left', async () => {
    fs.mkdirSync(`${options.dir}.new`);
    fs.writeFileSync(path.join(`${options.dir}.new`, 'half'), '');
    const postgres = await startPostgres(options);
    await write(postgres, 4);
    expect(fs.readdirSync(folder).sort()).toEqual(['postgres', 'postgres.log']);
  });

  it('never writes what a failing statement was about into its log', async () => {
    const postgres = await startPostgres(options);
    const told = 'told in confidence';
    const failing = withClient(postgres.url('postgres'), async (client) => {
      await client.query('create table note (words text unique)');
      await client.query('insert into note values ($1)', [told]);
      await client.query('insert into note values ($1)', [told]);
    });
    await expect(failing).rejects.toMatchObject({ code: '23505' });
    const log = fs.readFileSync(options.logFile, 'utf8');
    expect(log).toContain('duplicate key');
    expect(log).not.toContain(told);
  });
});
