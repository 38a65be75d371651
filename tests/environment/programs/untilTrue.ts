import { setTimeout as pause } from 'node:timers/promises';

const lookEveryMs = 40;

/** Waits until something holds, and says what it was where that never happens. */
export async function untilTrue(
  what: string,
  holds: () => boolean | Promise<boolean>,
  patienceMs = 60_000,
): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`After ${String(patienceMs / 1000)} s it was still not so: ${what}`);
    await pause(lookEveryMs);
  }
}
