import { spawn } from 'node:child_process';
import path from 'node:path';

// npm run histories: lives cases of every kind on the real engine and keeps their histories under this release.
const root = path.resolve(import.meta.dirname, '..');
const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
const config = path.join(root, 'tests', 'histories', 'vitest.config.ts');
const child = spawn(process.execPath, [vitest, 'run', '--config', config], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
child.once('exit', (code) => (process.exitCode = code ?? 1));
