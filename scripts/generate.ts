import path from 'node:path';
import { ensureClient } from './bootstrap/client.mjs';

// npm run generate: the database client alone, which every other program sees to before it begins.
const why = ensureClient(path.resolve(import.meta.dirname, '..'), process.execPath, (line) => console.log(line));
console.log(why ?? 'The database client is up to date.');
process.exitCode = why === undefined ? 0 : 1;
