import fs from 'node:fs';
import path from 'node:path';
import { lifecyclePage } from './diagram/lifecyclePage.ts';

// node scripts/run.mjs diagram: writes the page about the stages of a case anew, after the transition table changed.
const file = path.resolve(import.meta.dirname, '..', 'docs', 'case-lifecycle.md');
fs.writeFileSync(file, lifecyclePage());
console.log(`Written: ${path.relative(process.cwd(), file)}`);
