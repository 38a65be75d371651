import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { processIdentity } from '../../../scripts/bootstrap/processIdentity.mjs';
import { stopPostmaster } from '../../../scripts/postgres/postmaster.ts';
import { postgresPrograms } from '../../../scripts/postgres/postgresPrograms.ts';
import { serverAccount } from '../../../scripts/postgres/serverAccount.ts';
import { startPostgres, type PostgresOptions } from '../../../scripts/postgres/startPostgres.ts';
import { freePorts } from '../../../scripts/processes/freePorts.ts';
import type { ScratchGuard } from '../../../scripts/processes/guardScratch.ts';
import { untilTrue } from './untilTrue.ts';

/** A Postgres server with a data folder of its own, from which nothing committed is lost by a kill. */
export interface OwnCluster {
  readonly port: number;
  /** Its data; may be copied and put back while the server is stopped. */
  readonly dir: string;
  /** Connection text of the superuser for one of its databases. */
  url(database: string): string;
  start(): Promise<void>;
  /** The `immediate` shutdown: like a crash, nothing is saved but what was committed. */
  stopAtOnce(): Promise<void>;
  stop(): Promise<void>;
}

/** Creates a server in the folder and starts it. */
export async function startOwnCluster(
  name: string,
  root: string,
  folder: string,
  guard: ScratchGuard,
  durable: PostgresOptions['durable'] = 'throughKills',
): Promise<OwnCluster> {
  const account = serverAccount();
  const [port = 0] = await freePorts(1);
  const options: PostgresOptions = {
    dir: path.join(folder, name),
    port,
    superuserPassword: randomBytes(18).toString('hex'),
    programs: postgresPrograms(root, account),
    account,
    logFile: path.join(folder, `${name}.log`),
    durable,
  };
  let pid = 0;
  const start = async (): Promise<void> => {
    const running = await startPostgres(options);
    pid = running.pid;
    guard.watch(pid, 'SIGQUIT');
  };
  await start();
  return {
    port,
    dir: fs.realpathSync(options.dir),
    url: (database) => `postgresql://postgres:${options.superuserPassword}@127.0.0.1:${String(port)}/${database}`,
    start,
    async stopAtOnce() {
      const identity = processIdentity(pid);
      process.kill(pid, 'SIGQUIT');
      await untilTrue(`${name} is gone`, () => processIdentity(pid) !== identity);
    },
    stop: () => stopPostmaster(fs.realpathSync(options.dir)),
  };
}
