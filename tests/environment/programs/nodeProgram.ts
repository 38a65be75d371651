import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { ScratchGuard } from '../../../scripts/processes/guardScratch.ts';

/** One of the product's programs as a process of its own that a test may start, stop and kill. */
export interface NodeProgram {
  readonly name: string;
  readonly logFile: string;
  start(): void;
  isRunning(): boolean;
  pid(): number | undefined;
  /** Kills it (-9) and waits until it is gone. */
  kill(): Promise<void>;
  /** Asks it to end and waits for it. */
  stop(): Promise<void>;
}

export interface NodeProgramOptions {
  readonly name: string;
  readonly root: string;
  /** Path of the script within the checkout. */
  readonly script: string;
  readonly env: NodeJS.ProcessEnv;
  readonly folder: string;
  readonly guard: ScratchGuard;
}

/** Describes a program; it writes its log into the folder and goes with the guard. */
export function nodeProgram({ name, root, script, env, folder, guard }: NodeProgramOptions): NodeProgram {
  const logFile = path.join(folder, `${name}.log`);
  let child: ChildProcess | undefined;
  const isRunning = () => child !== undefined && child.exitCode === null && child.signalCode === null;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (!child || !isRunning()) return;
    const ended = new Promise((resolve) => child?.once('exit', resolve));
    child.kill(signal);
    await ended;
  };
  return {
    name,
    logFile,
    start() {
      if (isRunning()) throw new Error(`${name} runs already.`);
      const log = fs.openSync(logFile, 'a');
      child = spawn(process.execPath, [path.join(root, script)], { cwd: root, env, stdio: ['ignore', log, log] });
      fs.closeSync(log);
      if (child.pid !== undefined) guard.watch(child.pid, 'SIGKILL');
    },
    isRunning,
    pid: () => child?.pid,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}
