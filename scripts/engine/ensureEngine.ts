import fs from 'node:fs';
import path from 'node:path';
import { processIdentity } from '../bootstrap/processIdentity.mjs';
import { buildEngine } from './buildEngine.ts';
import { downloadEngine } from './downloadEngine.ts';
import { cachedEngine, engineCacheDir, type EnginePrograms } from './enginePrograms.ts';
import { engineVersion } from './engineVersion.ts';

export type EngineOutcome =
  { readonly ok: true; readonly programs: EnginePrograms } | { readonly ok: false; readonly why: string };

/** Finds the engine's programs: kept from before, else the official release, else built by Go; each step said aloud. */
export async function ensureEngine(env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<EngineOutcome> {
  const cached = cachedEngine(env);
  if (cached) return { ok: true, programs: cached };
  const dir = engineCacheDir(env);
  clearAbandoned(dir);
  const failures: string[] = [];
  for (const [way, obtain] of [
    ['official release', downloadEngine],
    ['built by Go', buildEngine],
  ] as const) {
    const outcome = await obtain({ dir, env, say });
    const programs = outcome.ok ? cachedEngine(env) : undefined;
    if (programs) return { ok: true, programs };
    const why = outcome.ok ? 'its programs are missing' : outcome.why;
    say(`Temporal server ${engineVersion}, ${way}: ${why}.`);
    failures.push(`  ${way}: ${why}`);
  }
  return { ok: false, why: threeWaysOut(dir, failures) };
}

/** Folders in which an earlier attempt worked (their names end with its process id) and which a kill left behind. */
function clearAbandoned(dir: string): void {
  const parent = path.dirname(dir);
  if (!fs.existsSync(parent)) return;
  for (const name of fs.readdirSync(parent)) {
    const [, pid] = /\.(?:build|download)-(\d+)$/.exec(name) ?? [];
    if (pid !== undefined && processIdentity(Number(pid)) === undefined) {
      fs.rmSync(path.join(parent, name), { recursive: true, force: true });
    }
  }
}

function threeWaysOut(dir: string, failures: readonly string[]): string {
  return [
    `The Temporal server ${engineVersion} could not be had:`,
    ...failures,
    'Any one of these helps:',
    '  1. allow this machine to reach github.com, where the official release is, and try again;',
    '  2. install Go 1.21 or later (https://go.dev/dl) and try again: it is then built here, about 7 minutes once;',
    '  3. set TEMPORAL_ADDRESS=host:port to a Temporal server that already runs',
    `     (or copy its temporal-server and temporal-sql-tool ${engineVersion} to ${dir}).`,
  ].join('\n');
}
