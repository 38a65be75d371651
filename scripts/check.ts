import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { checks, type Check } from './checking/checks.ts';
import { closingLine, runTests } from './testing/runTests.ts';

// npm run check: what continuous integration runs. Every check is made even if an earlier one fails.
const root = path.resolve(import.meta.dirname, '..');

async function run({ name, args }: Check): Promise<boolean> {
  const started = Date.now();
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;
  try {
    await promisify(execFile)(process.execPath, [...args], { cwd: root, maxBuffer: 64e6 });
    console.log(`ok      ${name} (${seconds()})`);
    return true;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    console.log(`FAILED  ${name} (${seconds()})\n${`${stdout}${stderr}`.trim()}\n`);
    return false;
  }
}

const failed: string[] = [];
for (const check of checks(root)) if (!(await run(check))) failed.push(check.name);
const tests = await runTests(root, process.argv.slice(2));
if (tests.code !== 0) failed.push('tests');
console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}.`);
console.log(closingLine(tests.counts));
process.exitCode = failed.length === 0 ? 0 : 1;
