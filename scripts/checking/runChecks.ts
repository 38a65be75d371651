import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Check } from './checks.ts';

/**
 * Makes every check in turn, so many at once, even where one before it has failed: each keeps a core busy and no more.
 * Says each as it ends, and gives the names of those that failed.
 */
export async function runChecks(
  root: string,
  checks: readonly Check[],
  atOnce: number,
  say: (line: string) => void,
): Promise<readonly string[]> {
  const waiting = [...checks];
  const failed: string[] = [];
  const lane = async (): Promise<void> => {
    for (let check = waiting.shift(); check; check = waiting.shift())
      if (!(await passes(root, check, say))) failed.push(check.name);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return failed;
}

async function passes(root: string, { name, args }: Check, say: (line: string) => void): Promise<boolean> {
  const started = Date.now();
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;
  try {
    await promisify(execFile)(process.execPath, [...args], { cwd: root, maxBuffer: 64e6 });
    say(`ok      ${name} (${seconds()})`);
    return true;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    say(`FAILED  ${name} (${seconds()})\n${`${stdout}${stderr}`.trim()}\n`);
    return false;
  }
}
