import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { PostgresPrograms } from './postgresPrograms.ts';
import type { ServerAccount } from './serverAccount.ts';

export interface NewCluster {
  readonly dir: string;
  readonly superuserPassword: string;
  readonly programs: PostgresPrograms;
  readonly account: ServerAccount;
  /** False for data that need not survive the machine's loss of power. */
  readonly durable: boolean | 'throughKills';
}

/**
 * Creates an empty Postgres data folder. It is made beside and renamed when complete, so that the folder's existence
 * means it is whole: one left behind by a kill is swept away next time.
 */
export async function createCluster(cluster: NewCluster): Promise<void> {
  const { dir, account } = cluster;
  if (fs.existsSync(dir)) return;
  const parent = path.dirname(dir);
  fs.mkdirSync(parent, { recursive: true });
  for (const name of fs.readdirSync(parent)) {
    if (name.startsWith(`${path.basename(dir)}.new`)) {
      fs.rmSync(path.join(parent, name), { recursive: true, force: true });
    }
  }
  const work = `${dir}.new`;
  fs.mkdirSync(work, { mode: 0o700 });
  const passwordFile = path.join(work, 'password');
  fs.writeFileSync(passwordFile, `${cluster.superuserPassword}\n`, { mode: 0o600 });
  if (account) for (const file of [work, passwordFile]) fs.chownSync(file, account.uid, account.gid);
  const data = path.join(work, 'data');
  const flags = [
    `--pgdata=${data}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
  ];
  if (cluster.durable !== true) flags.push('--no-sync');
  await promisify(execFile)(cluster.programs.initdb, flags, {
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
    cwd: path.parse(dir).root,
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
  });
  fs.renameSync(data, dir);
  fs.rmSync(work, { recursive: true, force: true });
}
