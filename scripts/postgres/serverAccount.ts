import { execFileSync } from 'node:child_process';

/** The account Postgres runs under; empty when it is simply the one who started us. */
export type ServerAccount = { readonly name: string; readonly uid: number; readonly gid: number } | undefined;

/**
 * Postgres refuses to run as root. Root therefore hands it to the account `postgres` where the machine has one, and
 * to `nobody`, which every Unix has, where it does not: no account is ever created on somebody's machine.
 */
export function serverAccount(): ServerAccount {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid !== undefined && gid !== undefined) return { name, uid, gid };
  }
  throw new Error('Running as root, and there is neither an account "postgres" nor "nobody" to run Postgres under.');
}

function idOf(flag: '-u' | '-g', name: string): number | undefined {
  try {
    return Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return undefined;
  }
}
