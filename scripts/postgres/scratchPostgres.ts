import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePorts } from '../processes/freePorts.ts';
import { guardScratch, type ScratchGuard } from '../processes/guardScratch.ts';
import { postgresPrograms } from './postgresPrograms.ts';
import { serverAccount } from './serverAccount.ts';
import { startPostgres, type PostgresOptions, type RunningPostgres } from './startPostgres.ts';

export interface ScratchPostgres extends RunningPostgres {
  /** The folder that holds everything of it; more may be put there, and it goes with `guard`. */
  readonly folder: string;
  readonly guard: ScratchGuard;
  discard(): Promise<void>;
}

/** A Postgres of its own in a temporary folder, fast and not durable, that is gone when its maker is. */
export async function startScratchPostgres(root: string): Promise<ScratchPostgres> {
  const account = serverAccount();
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'marac-scratch-'));
  if (account) fs.chownSync(folder, account.uid, account.gid);
  const guard = guardScratch(folder);
  try {
    const running = await startOnFreePort({
      dir: path.join(folder, 'postgres'),
      superuserPassword: randomBytes(18).toString('hex'),
      programs: postgresPrograms(root, account),
      account,
      logFile: path.join(folder, 'postgres.log'),
      durable: false,
    });
    // An immediate stop: there is nothing to save.
    guard.watch(running.pid, 'SIGQUIT');
    return { ...running, folder, guard, discard: () => guard.finish() };
  } catch (error) {
    await guard.finish();
    throw error;
  }
}

/** A free port is free until somebody else takes it: another run beside this one may be first. */
async function startOnFreePort(options: Omit<PostgresOptions, 'port'>): Promise<RunningPostgres> {
  for (let attempt = 1; ; attempt += 1) {
    const [port] = await freePorts(1);
    try {
      return await startPostgres({ ...options, port: port as number });
    } catch (error) {
      if (attempt === 3) throw error;
    }
  }
}
