import fs from 'node:fs';
import path from 'node:path';
import { bundleWorkflows } from './bundling/bundleWorkflows.ts';

// node scripts/bundle.ts <file>: the workflow code in one file, for a worker that is to start without bundling.
const [target] = process.argv.slice(2);
if (target) {
  const file = await bundleWorkflows(path.resolve(import.meta.dirname, '..'));
  fs.mkdirSync(path.dirname(path.resolve(target)), { recursive: true });
  fs.copyFileSync(file, target);
} else {
  console.error('Usage: bundle <file>');
  process.exitCode = 2;
}
