import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { processIdentity } from '../bootstrap/processIdentity.mjs';
import { backoff } from './backoff.ts';
import { ProcessRecord } from './processRecord.ts';
import { supervise, type Supervised } from './supervise.ts';

let dir: string;
let record: ProcessRecord;
let supervised: Supervised | undefined;

beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'marac-supervise-'));
  record = new ProcessRecord(path.join(dir, 'processes.json'));
});
afterEach(async () => {
  await supervised?.stop(5000);
  fs.rmSync(dir, { recursive: true });
});

function start(program: string, say: (line: string) => void = () => undefined): Supervised {
  const script = path.join(dir, 'program.mjs');
  fs.writeFileSync(script, program);
  const options = { name: 'worker', script, cwd: dir, env: {}, logFile: path.join(dir, 'worker.log') };
  return (supervised = supervise(options, record, say));
}

/** Waits until the program has written a word to its log so many times. */
async function logHas(word: string, times: number): Promise<void> {
  const log = () => fs.readFileSync(path.join(dir, 'worker.log'), 'utf8');
  await vi.waitUntil(() => log().split(word).length > times, { timeout: 10_000 });
}

const isStarted = () => vi.waitUntil(() => record.find('worker'), { timeout: 10_000 });

describe('a supervised program', { timeout: 30_000 }, () => {
  it('is started again when it ends, and what it wrote is in its log', async () => {
    const said: string[] = [];
    start("console.log('here'); setInterval(() => {}, 1000);", (line) => said.push(line));
    await logHas('here', 1);
    const first = await isStarted();
    process.kill(first.pid, 'SIGKILL');
    const second = await vi.waitUntil(() => record.living().find(({ pid }) => pid !== first.pid), { timeout: 10_000 });
    expect(processIdentity(second.pid)).toBe(second.identity);
    expect(said).toEqual(['worker ended (SIGKILL); starting it again in 0.5 s.']);
    await logHas('here', 2);
  });

  it('is asked to end before it is killed, and is not started again then', async () => {
    const marker = path.join(dir, 'ended-well');
    start(
      `import fs from 'node:fs'; setInterval(() => {}, 1000);
       process.on('SIGTERM', () => { fs.writeFileSync(${JSON.stringify(marker)}, ''); process.exit(0); });
       console.log('up');`,
    );
    await logHas('up', 1);
    expect(await supervised?.stop(5000)).toBe('ended');
    expect(fs.existsSync(marker)).toBe(true);
    expect(record.living()).toEqual([]);
    expect(supervised?.ends()).toBe(0);
  });

  it('is killed when it does not listen', async () => {
    start("process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1000);");
    await logHas('up', 1);
    expect(await supervised?.stop(100)).toBe('killed');
    expect(record.living()).toEqual([]);
  });
});

describe('the wait before another start', () => {
  it('doubles from half a second and never exceeds half a minute', () => {
    expect([1, 2, 3, 4].map(backoff)).toEqual([500, 1000, 2000, 4000]);
    expect(backoff(50)).toBe(30_000);
  });
});

describe('the record of running processes', () => {
  it('forgets a process that ended and one whose id went to another', () => {
    const file = path.join(dir, 'processes.json');
    const others = [
      { name: 'worker', pid: process.pid, identity: 'of an earlier boot' },
      { name: 'api', pid: process.pid, identity: processIdentity(process.pid) },
    ];
    fs.writeFileSync(file, JSON.stringify(others));
    expect(record.living().map(({ name }) => name)).toEqual(['api']);
  });
});
