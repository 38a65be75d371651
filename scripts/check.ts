import os from 'node:os';
import path from 'node:path';
import { checks, clientCheck } from './checking/checks.ts';
import { runChecks } from './checking/runChecks.ts';
import { closingLine, runTests } from './testing/runTests.ts';

// npm run check: what continuous integration runs. Every check is made even if an earlier one fails.
const root = path.resolve(import.meta.dirname, '..');
const say = (line: string) => console.log(line);
/** Each keeps one core busy; more than two at once would want more memory than a small machine has. */
const atOnce = Math.min(2, os.availableParallelism());

// Types and lint read the client that is made from the schema.
const failed = [...(await runChecks(root, [clientCheck(root)], 1, say))];
failed.push(...(await runChecks(root, checks(root), atOnce, say)));
const tests = await runTests(root, process.argv.slice(2));
if (tests.code !== 0) failed.push('tests');
console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}.`);
console.log(closingLine(tests.counts));
process.exitCode = failed.length === 0 ? 0 : 1;
