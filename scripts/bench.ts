import path from 'node:path';
import { benchmark } from '../bench/benchmark.ts';
import { ensureEngine } from './engine/ensureEngine.ts';

// npm run bench -- [names of rows] [--quick]: measures the product beside the bare engine; results go to bench/results.
const root = path.resolve(import.meta.dirname, '..');
const words = process.argv.slice(2).filter((word) => word !== '--');
const say = (line: string) => console.log(line);
const found = await ensureEngine(process.env, say);
if (!found.ok) throw new Error(found.why);

let end = (): Promise<void> => Promise.resolve();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    say('Interrupted: everything that was started is ended.');
    void end().finally(() => process.exit(130));
  });
}
process.exitCode = await benchmark({
  root,
  programs: found.programs,
  quick: words.includes('--quick'),
  names: words.filter((word) => !word.startsWith('--')),
  say,
  underWay: (toEnd) => void (end = toEnd),
});
