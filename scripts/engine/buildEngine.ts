import { execFile, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { promisify } from 'node:util';
import { moveIn, type Obtained, type Obtaining } from './downloadEngine.ts';
import { enginePrograms } from './enginePrograms.ts';
import { engineVersion } from './engineVersion.ts';

const module = 'go.temporal.io/server';
/** What each program is called in the source. */
const sources = { server: `${module}/cmd/server`, sqlTool: `${module}/cmd/tools/sql` };

/** Builds the two programs from source with the machine's Go; its checksum database vouches for the source. */
export async function buildEngine({ dir, env, say }: Obtaining): Promise<Obtained> {
  if (!(await hasGo(env))) return { ok: false, why: 'there is no Go (1.21 or later) on this machine' };
  const work = `${dir}.build-${process.pid}`;
  // Any Go from 1.21 on fetches the newer one that the source asks for.
  const goEnv = { ...env, GOTOOLCHAIN: 'auto', GOBIN: path.join(work, 'made'), CGO_ENABLED: '0' };
  try {
    fs.rmSync(work, { recursive: true, force: true });
    fs.mkdirSync(path.join(work, 'made'), { recursive: true });
    say(`Building the Temporal server ${engineVersion} with Go (about 7 minutes, once).`);
    const whole = await packageCount(work, goEnv, say);
    await compile(work, goEnv, whole, say);
    const finished = path.join(work, 'finished');
    fs.mkdirSync(finished);
    const suffix = process.platform === 'win32' ? '.exe' : '';
    const programs = enginePrograms(finished);
    fs.renameSync(path.join(work, 'made', `server${suffix}`), programs.server);
    fs.renameSync(path.join(work, 'made', `sql${suffix}`), programs.sqlTool);
    moveIn(finished, dir);
    return { ok: true };
  } catch (error) {
    return { ok: false, why: `Go could not build it (${(error as Error).message})` };
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

async function hasGo(env: NodeJS.ProcessEnv): Promise<boolean> {
  try {
    const { stdout } = await promisify(execFile)('go', ['env', 'GOVERSION'], { env: { ...env, GOTOOLCHAIN: 'local' } });
    const [, major, minor] = /^go(\d+)\.(\d+)/.exec(stdout.trim()) ?? [];
    return Number(major) > 1 || Number(minor) >= 21;
  } catch {
    return false;
  }
}

/** How many packages there are to compile, all libraries included: asked in a module made for the question. */
async function packageCount(work: string, env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<number> {
  const asking = path.join(work, 'asking');
  fs.mkdirSync(asking);
  fs.writeFileSync(path.join(asking, 'go.mod'), 'module asking\n\ngo 1.21\n');
  say('  fetching its source and libraries');
  const go = (...args: string[]) => promisify(execFile)('go', args, { cwd: asking, env, maxBuffer: 64e6 });
  await go('get', ...Object.values(sources).map((source) => `${source}@v${engineVersion}`));
  const { stdout } = await go('list', '-deps', ...Object.values(sources));
  const count = stdout.trim().split('\n').length;
  say(`  about ${count} packages to compile`);
  return count;
}

async function compile(work: string, env: NodeJS.ProcessEnv, whole: number, say: (line: string) => void) {
  const targets = Object.values(sources).map((source) => `${source}@v${engineVersion}`);
  for (const target of targets) {
    const child = spawn('go', ['install', '-v', target], { cwd: work, env, stdio: ['ignore', 'ignore', 'pipe'] });
    const lastLines: string[] = [];
    let done = 0;
    let saidAt = Date.now();
    for await (const line of readline.createInterface({ input: child.stderr })) {
      lastLines.splice(0, lastLines.length - 4);
      lastLines.push(line);
      if (/^[\w.~/-]+$/.test(line)) done += 1;
      if (Date.now() - saidAt < 10_000) continue;
      saidAt = Date.now();
      say(`  ${done} of about ${whole} packages compiled`);
    }
    const code = child.exitCode ?? (await new Promise<number>((resolve) => child.once('close', resolve)));
    if (code !== 0) throw new Error(lastLines.join(' ').slice(0, 400));
  }
}
