import { processIdentity } from '../bootstrap/processIdentity.mjs';

/** Asks a process to end and waits for it; one that does not listen is killed. Never touches a later one of the same pid. */
export async function endProcess(
  pid: number,
  identity: string,
  patienceMs: number,
  request: NodeJS.Signals = 'SIGTERM',
): Promise<'ended' | 'killed'> {
  const isRunning = () => processIdentity(pid) === identity;
  if (!isRunning()) return 'ended';
  signal(pid, request);
  if (await goneWithin(isRunning, patienceMs)) return 'ended';
  signal(pid, 'SIGKILL');
  await goneWithin(isRunning, 5000);
  return 'killed';
}

async function goneWithin(isRunning: () => boolean, patienceMs: number): Promise<boolean> {
  const until = Date.now() + patienceMs;
  while (isRunning()) {
    if (Date.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself meanwhile.
  }
}
