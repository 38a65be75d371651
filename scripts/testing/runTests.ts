import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestCounts } from '../../tests/environment/countReporter.ts';

export interface TestOutcome {
  readonly counts: TestCounts;
  /** 0 only when tests ran and all of them passed. */
  readonly code: number;
}

/** Runs vitest and counts what it ran. */
export async function runTests(root: string, args: readonly string[]): Promise<TestOutcome> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'marac-counts-'));
  const countsFile = path.join(dir, 'counts.json');
  try {
    const code = await vitest(root, args, countsFile);
    const counts = readCounts(countsFile);
    return { counts, code: verdict(counts, code) };
  } finally {
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

/** The closing line of a run, such as `12 passed, 0 failed, 1 skipped`. */
export function closingLine({ passed, failed, skipped, errors }: TestCounts): string {
  // An error outside any test is a failure of the run, and the line must not read as a success.
  const skippedToo = skipped > 0 ? `, ${skipped} skipped` : '';
  return `${passed} passed, ${failed + errors} failed${skippedToo}`;
}

/** Success needs vitest's word, no failure of any kind and at least one test that ran. */
export function verdict({ passed, failed, errors }: TestCounts, code: number): number {
  if (code !== 0) return code;
  return passed > 0 && failed === 0 && errors === 0 ? 0 : 1;
}

function vitest(root: string, args: readonly string[], countsFile: string): Promise<number> {
  const program = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const child = spawn(process.execPath, [program, 'run', ...args], {
    cwd: root,
    env: { ...process.env, MARAC_TEST_COUNTS: countsFile, TZ: 'UTC' },
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

function readCounts(file: string): TestCounts {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as TestCounts;
  } catch {
    return { passed: 0, failed: 0, skipped: 0, errors: 0 };
  }
}
