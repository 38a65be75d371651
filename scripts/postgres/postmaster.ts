import fs from 'node:fs';
import path from 'node:path';
import { commandLine, processIdentity } from '../bootstrap/processIdentity.mjs';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly stopping: boolean;
}

/** The server that runs on this data folder, as its pid file says; undefined when the file is missing or stale. */
export function runningPostmaster(dir: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = fs.readFileSync(path.join(dir, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!processIdentity(pid)) return undefined;
  // After a restart of the machine the pid may belong to anybody.
  const command = commandLine(pid);
  if (command !== '' && !command.includes(dir)) return undefined;
  return { pid, port: Number(lines[3]), stopping: (lines[7] ?? '').trim() === 'stopping' };
}

/** Stops the server on this folder in order (open sessions are ended) and waits until it is gone. */
export async function stopPostmaster(dir: string, patienceMs = 30_000): Promise<void> {
  const running = runningPostmaster(dir);
  if (!running) return;
  process.kill(running.pid, 'SIGINT');
  const until = Date.now() + patienceMs;
  while (processIdentity(running.pid)) {
    if (Date.now() > until) throw new Error(`Postgres (process ${running.pid}) does not stop.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
