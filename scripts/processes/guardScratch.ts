import { spawn } from 'node:child_process';
import path from 'node:path';
import { processIdentity } from '../bootstrap/processIdentity.mjs';

export interface ScratchGuard {
  /** Has this process ended with `signal` when the folder goes. */
  watch(pid: number, signal: NodeJS.Signals): void;
  /** Ends everything watched and removes the folder. */
  finish(): Promise<void>;
}

/** Puts a guard beside this process that clears away a temporary folder and its servers even if this one is killed. */
export function guardScratch(folder: string): ScratchGuard {
  const program = path.join(import.meta.dirname, 'scratchGuard.mjs');
  const guard = spawn(process.execPath, [program, folder], { stdio: ['pipe', 'ignore', 'inherit'], detached: true });
  const ended = new Promise<void>((resolve) => guard.once('exit', () => resolve()));
  guard.unref();
  (guard.stdin as unknown as { unref(): void }).unref();
  return {
    watch: (pid, signal) => {
      guard.stdin.write(`${JSON.stringify({ pid, identity: processIdentity(pid), signal })}\n`);
    },
    finish: () => {
      guard.ref();
      guard.stdin.end();
      return ended;
    },
  };
}
