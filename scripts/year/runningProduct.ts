import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { processRecord } from '../launch/launch.ts';

/** The product as it runs for this program; `stop` ends it only where this program started it. */
export interface RunningProduct {
  readonly startedHere: boolean;
  stop(): Promise<void>;
}

/** Uses the product that answers at an address, or starts it as `npm start` does. */
export async function runningProduct(root: string, api: string, say: (line: string) => void): Promise<RunningProduct> {
  if (await isReady(api)) {
    say(`The product runs already at ${api}.`);
    return { startedHere: false, stop: async () => undefined };
  }
  say(`Nothing answers at ${api}: starting the product.`);
  const script = path.join(root, 'scripts', 'start.ts');
  const product = spawn(process.execPath, [script, '--empty'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const stop = () => endGently(product);
  try {
    await untilReady(product, api);
  } catch (error) {
    await stop();
    throw error;
  }
  return { startedHere: true, stop };
}

/** The memory that the worker holds now and has held at most, in MiB; undefined where the machine does not tell. */
export function workerMemory(root: string): { readonly now: number; readonly most: number } | undefined {
  const worker = processRecord(root).find('worker');
  if (!worker) return undefined;
  try {
    const status = fs.readFileSync(`/proc/${String(worker.pid)}/status`, 'utf8');
    const mebibytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024;
    const [now, most] = [mebibytes('VmRSS'), mebibytes('VmHWM')];
    return Number.isFinite(now) && Number.isFinite(most) ? { now, most } : undefined;
  } catch {
    return undefined;
  }
}

async function isReady(api: string): Promise<boolean> {
  try {
    const response = await fetch(`${api}/readyz`, { signal: AbortSignal.timeout(5_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** A first start may fetch or build the engine, which takes minutes; it says so itself. */
async function untilReady(product: ChildProcess, api: string): Promise<void> {
  while (!(await isReady(api))) {
    if (product.exitCode !== null || product.signalCode !== null) throw new Error('The product did not start.');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function endGently(product: ChildProcess): Promise<void> {
  if (product.exitCode !== null || product.signalCode !== null) return;
  const ended = new Promise((resolve) => product.once('exit', resolve));
  product.kill('SIGTERM');
  await ended;
}
