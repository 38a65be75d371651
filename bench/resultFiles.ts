import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { type Figure, rounded, type Target } from './figures.ts';
import type { Machine } from './machine.ts';

/** What one row came to, as its file has it. */
export interface RowResult {
  readonly row: string;
  readonly what: string;
  readonly beside: string;
  readonly measuredAt: string;
  readonly minutes: number;
  /** How many processes wanted a core in the minute before it began: with more than one or two, others were at work. */
  readonly loadBefore: number;
  readonly machine: Machine;
  readonly figures: readonly Figure[];
}

const folderOf = (root: string) => path.join(root, 'bench', 'results');

/** Writes the result of a row, then the table of all rows again. */
export function keepResult(root: string, result: RowResult, order: readonly string[]): void {
  const folder = folderOf(root);
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, `${result.row}.json`), `${JSON.stringify(result, undefined, 2)}\n`);
  const results = order.flatMap((row) => keptResult(root, row) ?? []);
  fs.writeFileSync(path.join(folder, 'README.md'), tableOf(results));
}

/** The result that was committed last; the one on disk where there is no version control, null where there is none. */
export function committedResult(root: string, row: string): RowResult | null {
  const file = `bench/results/${row}.json`;
  const shown = spawnSync('git', ['show', `HEAD:${file}`], { cwd: root, encoding: 'utf8' });
  if (shown.error) return keptResult(root, row);
  return shown.status === 0 ? (JSON.parse(shown.stdout) as RowResult) : null;
}

function keptResult(root: string, row: string): RowResult | null {
  const file = path.join(folderOf(root), `${row}.json`);
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as RowResult) : null;
}

/** All results as people read them. */
export function tableOf(results: readonly RowResult[]): string {
  const rows = results.flatMap(({ what, beside, figures }) =>
    figures.map((figure, index) => [
      index === 0 ? what : '',
      index === 0 ? beside : '',
      figure.name,
      `${rounded(figure.ours)} ${figure.unit}`,
      figure.beside === null ? '' : `${rounded(figure.beside)} ${figure.unit}`,
      figure.beside === null ? rounded(figure.value) : `${rounded(figure.value)} ×`,
      aimOf(figure),
      figure.met ? 'met' : '**missed**',
    ]),
  );
  const head = ['What', 'Beside, in the same run', 'Figure', 'Ours', 'Beside', 'Came to', 'Target', ''];
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return [
    '# What it costs',
    '',
    'Written by `npm run bench`. Both sides take turns in one run; what a pair came to is their ratio, what stands here the median of the',
    'pairs. Ratios travel from machine to machine, milliseconds do not; and where the load was more than one or two when a row began,',
    'others were at work on the same cores, which makes the slower side slower still.',
    '',
    ...lines,
    '',
    ...machinesOf(results),
  ].join('\n');
}

function aimOf({ target, beside }: { target: Target; beside: number | null }): string {
  return `${target.is === 'atMost' ? 'at most' : 'at least'} ${rounded(target.value)}${beside === null ? '' : ' ×'}`;
}

function machinesOf(results: readonly RowResult[]): readonly string[] {
  return results.map(({ row, measuredAt, minutes, loadBefore, machine }) => {
    const { processor, cores, memoryGiB, system, node, postgres, engine } = machine;
    const on = `${processor}, ${String(cores)} cores, ${String(memoryGiB)} GiB, ${system}`;
    return `- \`${row}\`: ${measuredAt.slice(0, 10)}, ${rounded(minutes)} min, load ${rounded(loadBefore)} when it began; ${on}; Node ${node}, Postgres ${postgres}, ${engine}\n`;
  });
}
