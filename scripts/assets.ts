import fs from 'node:fs';
import path from 'node:path';
import { buildAssets } from './assets/buildAssets.ts';

// node scripts/assets.ts <folder>: style sheet, scripts and icons of the pages, for a site that is to start without building.
const [target] = process.argv.slice(2);
if (target) {
  fs.cpSync(await buildAssets(path.resolve(import.meta.dirname, '..')), target, { recursive: true });
} else {
  console.error('Usage: assets <folder>');
  process.exitCode = 2;
}
