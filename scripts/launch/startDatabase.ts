import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ensureDatabase, ensureRole, withClient } from '../postgres/prepareDatabases.ts';
import { postgresPrograms, scratchFolder } from '../postgres/postgresPrograms.ts';
import { runningPostmaster, stopPostmaster } from '../postgres/postmaster.ts';
import { serverAccount, type ServerAccount } from '../postgres/serverAccount.ts';
import { startPostgres, type PostgresOptions, type RunningPostgres } from '../postgres/startPostgres.ts';
import { keepServer } from '../processes/keepServer.ts';
import { logFile, step, type Launch } from './launch.ts';
import { requireFreePort } from './requireFreePort.ts';

/** Starts the Postgres that npm brought and keeps it running; its databases are still to be prepared. */
export async function startEmbeddedPostgres(launch: Launch): Promise<RunningPostgres> {
  const account = serverAccount();
  const options: PostgresOptions = {
    dir: postgresFolder(launch, account),
    port: launch.ports.postgres,
    superuserPassword: launch.secrets.superuserPassword,
    programs: postgresPrograms(launch.root, account),
    account,
    logFile: logFile(launch, 'postgres'),
    durable: true,
  };
  const ours = fs.existsSync(options.dir) && runningPostmaster(fs.realpathSync(options.dir));
  if (!ours) await requireFreePort('Postgres', 'MARAC_POSTGRES_PORT', options.port);
  const running = await step(
    launch,
    'Postgres',
    () => startPostgres(options),
    ({ reused }) => `${reused ? 'was still running' : 'started'} on 127.0.0.1:${options.port}, data in ${options.dir}`,
  );
  const kept = keepServer('postgres', running.pid, launch.record, launch.say, async () => {
    const again = await startPostgres(options);
    return again.pid;
  });
  launch.stops.push(async () => {
    await kept.release();
    await stopPostmaster(fs.realpathSync(options.dir));
    launch.record.remove('postgres');
  });
  return running;
}

/** The product's own database, with a role that owns it and a lesser one the product runs as. */
export async function prepareProductDatabase(
  launch: Launch,
  postgres: RunningPostgres,
): Promise<{ databaseUrl: string; databaseOwnerUrl: string }> {
  const { ownerPassword, appPassword } = launch.secrets;
  await withClient(postgres.url('postgres'), async (admin) => {
    await ensureRole(admin, { name: 'marac_owner', password: ownerPassword });
    await ensureRole(admin, { name: 'marac_app', password: appPassword });
    await ensureDatabase(admin, { name: 'marac', owner: 'marac_owner', mayConnect: ['marac_app'] });
  });
  const at = `127.0.0.1:${postgres.port}/marac`;
  return {
    databaseUrl: `postgresql://marac_app:${appPassword}@${at}`,
    databaseOwnerUrl: `postgresql://marac_owner:${ownerPassword}@${at}`,
  };
}

/** A database of the developer's own: migrations grant rights to the role `marac_app`, which has to exist there. */
export async function requireAppRole(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    const found = await client.query("select 1 from pg_roles where rolname = 'marac_app'");
    if (found.rowCount) return;
    await client.query('create role marac_app nologin').catch((error: Error) => {
      throw new Error(`The database has no role marac_app, and it could not be created (${error.message}).`);
    });
  });
}

/** Below the checkout; where the account that runs Postgres may not go there, in a scratch folder, said aloud. */
function postgresFolder(launch: Launch, account: ServerAccount): string {
  const usual = path.join(launch.dataDir, 'postgres');
  if (!account) return usual;
  const reachable = spawnSync('test', ['-x', launch.dataDir], {
    uid: account.uid,
    gid: account.gid,
    cwd: '/',
    stdio: 'ignore',
  });
  if (reachable.status === 0) return usual;
  const scratch = path.join(scratchFolder(launch.root, account), 'postgres');
  launch.say(`Postgres runs as ${account.name}, who may not enter ${launch.dataDir}: its data lies in ${scratch}.`);
  return scratch;
}
