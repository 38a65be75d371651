import path from 'node:path';
import { closingLine, runTests } from './testing/runTests.ts';

// npm test -- [words in file names] [vitest's own options]
// npm takes the `--` away, `node scripts/run.mjs test -- domain` does not; vitest reads no word after it and would run everything.
const args = process.argv.slice(2);
const outcome = await runTests(path.resolve(import.meta.dirname, '..'), args[0] === '--' ? args.slice(1) : args);
console.log(closingLine(outcome.counts));
process.exitCode = outcome.code;
