import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { engineVersion } from './engineVersion.ts';

export interface EnginePrograms {
  readonly server: string;
  readonly sqlTool: string;
}

/** Where the engine's programs are kept: outside the checkout, by version and platform, so that a second clone has them. */
export function engineCacheDir(env: NodeJS.ProcessEnv): string {
  const base =
    env['MARAC_CACHE_DIR'] || path.join(env['XDG_CACHE_HOME'] || path.join(os.homedir(), '.cache'), 'marac-casework');
  return path.join(base, `temporal-${engineVersion}-${enginePlatform()}`);
}

/** The platform in the words of the engine's releases, such as linux-amd64. */
export function enginePlatform(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return `${system}-${process.arch === 'x64' ? 'amd64' : process.arch}`;
}

export function enginePrograms(dir: string): EnginePrograms {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    server: path.join(dir, `temporal-server${suffix}`),
    sqlTool: path.join(dir, `temporal-sql-tool${suffix}`),
  };
}

/** The programs if they are there already. They are moved in complete, so a file that exists is whole. */
export function cachedEngine(env: NodeJS.ProcessEnv): EnginePrograms | undefined {
  const programs = enginePrograms(engineCacheDir(env));
  return fs.existsSync(programs.server) && fs.existsSync(programs.sqlTool) ? programs : undefined;
}
