import { processIdentity } from '../bootstrap/processIdentity.mjs';
import { backoff, healthyAfterMs } from './backoff.ts';
import type { ProcessRecord } from './processRecord.ts';

export interface KeptServer {
  /** No longer starts it again, and has finished doing so; the server itself is left as it is. */
  release(): Promise<void>;
}

const lookEveryMs = 500;

/**
 * Watches a server that may be somebody else's child (one left by a killed start) and starts it again when it is gone.
 * `start` returns the new process; if it fails it is tried again, later each time.
 */
export function keepServer(
  name: string,
  firstPid: number,
  record: ProcessRecord,
  say: (line: string) => void,
  start: () => Promise<number>,
): KeptServer {
  let pid = firstPid;
  let identity = processIdentity(pid);
  let released = false;
  let since = Date.now();
  let inARow = 0;
  let starting: Promise<unknown> = Promise.resolve();
  record.add(name, pid);

  const look = async (): Promise<void> => {
    if (released) return;
    if (identity !== undefined && processIdentity(pid) === identity) return again(lookEveryMs);
    inARow = Date.now() - since > healthyAfterMs ? 1 : inARow + 1;
    say(`${name} is gone; starting it again.`);
    try {
      pid = await (starting = start());
      identity = processIdentity(pid);
      since = Date.now();
      record.add(name, pid);
      say(`${name} is back.`);
    } catch (error) {
      say((error as Error).message);
    }
    again(backoff(inARow));
  };
  const again = (delayMs: number): void => {
    setTimeout(() => void look(), delayMs).unref();
  };
  again(lookEveryMs);
  return {
    release: async () => {
      released = true;
      await starting.catch(() => undefined);
    },
  };
}
