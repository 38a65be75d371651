import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import { processIdentity } from '../bootstrap/processIdentity.mjs';
import { backoff, healthyAfterMs } from './backoff.ts';
import { endProcess } from './endProcess.ts';
import type { ProcessRecord } from './processRecord.ts';

export interface SupervisedProgram {
  readonly name: string;
  readonly script: string;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
}

export interface Supervised {
  readonly name: string;
  /** How often it ended without being asked to. */
  ends(): number;
  stop(patienceMs: number): Promise<'ended' | 'killed'>;
}

/**
 * Keeps a program running: starts it again when it ends, later each time. It has a process group of its own, so that
 * Ctrl-C reaches it only through us and in order, and it writes to its log itself, so that it survives us.
 */
export function supervise(program: SupervisedProgram, record: ProcessRecord, say: (line: string) => void): Supervised {
  let child: ChildProcess;
  let stopping = false;
  let ends = 0;
  let inARow = 0;
  let waiting: NodeJS.Timeout | undefined;

  const start = (): void => {
    const startedAt = Date.now();
    child = spawnLogged(program);
    if (child.pid !== undefined) record.add(program.name, child.pid);
    child.once('exit', (code, signal) => {
      record.remove(program.name);
      if (stopping) return;
      ends += 1;
      inARow = Date.now() - startedAt > healthyAfterMs ? 1 : inARow + 1;
      const delay = backoff(inARow);
      say(`${program.name} ended (${signal ?? `code ${code}`}); starting it again in ${delay / 1000} s.`);
      waiting = setTimeout(start, delay);
    });
  };
  start();
  return {
    name: program.name,
    ends: () => ends,
    stop: async (patienceMs) => {
      stopping = true;
      clearTimeout(waiting);
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return 'ended';
      const ended = new Promise((resolve) => child.once('exit', resolve));
      const identity = processIdentity(child.pid);
      const outcome = identity === undefined ? 'ended' : await endProcess(child.pid, identity, patienceMs);
      await ended;
      return outcome;
    },
  };
}

function spawnLogged({ script, cwd, env, logFile }: SupervisedProgram): ChildProcess {
  const log = fs.openSync(logFile, 'a');
  const child = spawn(process.execPath, [script], { cwd, env, stdio: ['ignore', log, log], detached: true });
  fs.closeSync(log);
  child.once('error', () => undefined);
  return child;
}
