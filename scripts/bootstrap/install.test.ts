import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ensureInstalled } from './install.mjs';

let root: string;
let npmPid: number | undefined;
const starts: ChildProcess[] = [];

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'marac install-'));
  fs.writeFileSync(path.join(root, 'package-lock.json'), '{}');
  vi.stubEnv('PATH', `${path.join(root, 'bin')}${path.delimiter}${process.env['PATH'] ?? ''}`);
  vi.stubEnv('npm_execpath', '');
});
afterEach(() => {
  for (const start of starts.splice(0)) start.kill('SIGKILL');
  if (npmPid !== undefined && isAlive(npmPid)) process.kill(npmPid, 'SIGKILL');
  npmPid = undefined;
  vi.unstubAllEnvs();
  fs.rmSync(root, { recursive: true });
});

/** An npm that does what a script for the shell says. */
function anNpmThat(does: string): void {
  fs.mkdirSync(path.join(root, 'bin'), { recursive: true });
  fs.writeFileSync(path.join(root, 'bin', 'npm'), `#!/bin/sh\n${does}\n`, { mode: 0o755 });
}

/** A start in a process of its own whose npm takes for ever, once that is at work. */
async function aStartThatInstalls(): Promise<ChildProcess> {
  anNpmThat('mkdir -p node_modules/half && echo $$ > npm.pid && exec sleep 600');
  const module = JSON.stringify(path.join(import.meta.dirname, 'install.mjs'));
  const program = `import { ensureInstalled } from ${module}; console.log(await ensureInstalled(${JSON.stringify(root)}, () => {}));`;
  const start = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  starts.push(start);
  const pidFile = path.join(root, 'npm.pid');
  await vi.waitUntil(() => fs.existsSync(pidFile) && fs.readFileSync(pidFile, 'utf8') !== '', { timeout: 20_000 });
  npmPid = Number(fs.readFileSync(pidFile, 'utf8'));
  return start;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(process.platform === 'win32')('installing packages', () => {
  it('is done once for what is asked for', async () => {
    anNpmThat('echo once >> runs && mkdir -p node_modules');
    expect(await ensureInstalled(root, () => undefined)).toBeUndefined();
    expect(await ensureInstalled(root, () => undefined)).toBeUndefined();
    expect(fs.readFileSync(path.join(root, 'runs'), 'utf8')).toBe('once\n');
  });

  it('says what npm said where it cannot be done', async () => {
    anNpmThat('echo no way there >&2; exit 1');
    expect(await ensureInstalled(root, () => undefined)).toBe('npm could not install the packages:\nno way there');
  });

  it('ends with a start that is asked to end, and says that the next one begins anew', async () => {
    const start = await aStartThatInstalls();
    let said = '';
    start.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    start.kill('SIGTERM');
    await once(start, 'close');
    expect(said).toBe('Installing packages was cut off. The next start begins it anew.\n');
    expect(isAlive(npmPid ?? 0)).toBe(false);
  });

  it('waits for the npm of a start that was killed, and then begins anew', async () => {
    const start = await aStartThatInstalls();
    start.kill('SIGKILL');
    await once(start, 'close');
    anNpmThat('mkdir -p node_modules');
    const said: string[] = [];
    let done = false;
    const second = ensureInstalled(root, (line) => said.push(line)).finally(() => (done = true));
    await vi.waitUntil(() => said.length > 0);
    expect(said).toEqual([`Waiting for process ${String(npmPid)}, which is installing packages here.`]);
    await pause(0);
    expect(done).toBe(false);
    process.kill(npmPid ?? 0, 'SIGKILL');
    expect(await second).toBeUndefined();
  });
});
