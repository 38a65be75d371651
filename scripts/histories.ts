import { spawn } from 'node:child_process';
import path from 'node:path';

// npm run histories: lives cases and meetings of every kind on the real engine and keeps their histories under this release;
// -- -t <words>: those whose name has these words.
const root = path.resolve(import.meta.dirname, '..');
const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
const wanted = process.argv.slice(2).filter((word) => word !== '--');
const config = path.join(root, 'tests', 'histories', 'vitest.config.ts');
const child = spawn(process.execPath, [vitest, 'run', '--config', config, ...wanted], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
child.once('exit', (code) => (process.exitCode = code ?? 1));
