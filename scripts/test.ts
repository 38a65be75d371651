import path from 'node:path';
import { closingLine, runTests } from './testing/runTests.ts';

// npm test -- [words in file names] [vitest's own options]
const outcome = await runTests(path.resolve(import.meta.dirname, '..'), process.argv.slice(2));
console.log(closingLine(outcome.counts));
process.exitCode = outcome.code;
