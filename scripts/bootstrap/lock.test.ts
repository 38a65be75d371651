import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockHolder, takeLock } from './lock.mjs';

let dir: string;
let file: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'marac-lock-'));
  file = path.join(dir, 'start.lock');
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  fs.rmSync(dir, { recursive: true });
});

/** A process that takes the lock, says whether it got it, and lives until it is killed. */
async function another(): Promise<{ child: ChildProcess; got: boolean }> {
  const program = path.join(dir, 'another.mjs');
  const lockModule = JSON.stringify(path.join(import.meta.dirname, 'lock.mjs'));
  fs.writeFileSync(
    program,
    `import { takeLock } from ${lockModule}; const lock = takeLock(${JSON.stringify(file)}); process.send(lock.ok);
     process.on('message', ({ shareWith }) => { lock.shareWith(shareWith); process.send('shared'); });`,
  );
  const child = fork(program, { execArgv: [] });
  children.push(child);
  const got = await new Promise<boolean>((resolve) => child.once('message', (ok) => resolve(ok === true)));
  return { child, got };
}

describe('the lock against a second start', () => {
  it('is refused while another process holds it, naming that process', async () => {
    const { child, got } = await another();
    expect(got).toBe(true);
    expect(takeLock(file)).toEqual({ ok: false, pid: child.pid });
    expect(lockHolder(file)).toBe(child.pid);
  });

  it('is taken over from a process that was killed', async () => {
    const { child } = await another();
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    expect(lockHolder(file)).toBeUndefined();
    expect(takeLock(file).ok).toBe(true);
  });

  it('is taken over when its process id has since gone to another program', () => {
    fs.writeFileSync(file, JSON.stringify({ pid: process.pid, identity: 'of an earlier boot', token: 'x' }));
    expect(takeLock(file).ok).toBe(true);
  });

  it('is taken over when a kill left it unreadable', () => {
    fs.writeFileSync(file, '{"pid":');
    expect(takeLock(file).ok).toBe(true);
  });

  it('goes to exactly one of several that ask at once, even over an old one', async () => {
    fs.writeFileSync(file, JSON.stringify({ pid: 1, identity: 'nobody', token: 'old' }));
    const outcomes = await Promise.all(Array.from({ length: 6 }, another));
    expect(outcomes.filter(({ got }) => got)).toHaveLength(1);
  });

  it('shared with a process that outlives whoever took it, holds as long as that one lives', async () => {
    const { child: took } = await another();
    const { child: outlives } = await another();
    took.send({ shareWith: outlives.pid });
    await once(took, 'message');
    took.kill('SIGKILL');
    await once(took, 'exit');
    expect(takeLock(file)).toEqual({ ok: false, pid: outlives.pid });
    outlives.kill('SIGKILL');
    await once(outlives, 'exit');
    expect(takeLock(file).ok).toBe(true);
  });

  it('shared with a process that is gone, is held by who took it until it is given back', async () => {
    const lock = takeLock(file);
    const { child } = await another();
    if (lock.ok) lock.shareWith(child.pid ?? 0);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(lockHolder(file)).toBe(process.pid);
    if (lock.ok) lock.release();
    expect(fs.readdirSync(dir)).toEqual(['another.mjs']);
  });

  it('can be taken again after it was given back, and nothing is left beside it', () => {
    const lock = takeLock(file);
    if (lock.ok) lock.release();
    expect(takeLock(file).ok).toBe(true);
    expect(fs.readdirSync(dir)).toEqual(['start.lock']);
  });
});
