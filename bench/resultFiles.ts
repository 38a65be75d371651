import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { type Figure, rounded, type Target } from './figures.ts';
import { format, resolveConfig } from 'prettier';
import type { Machine } from './machine.ts';
import type { BenchRow } from './row.ts';

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
  /** Where the row was not measured to its end: what it had come to by then, beside the result of the last that was. */
  readonly cutOff?: true;
}

/** What the table asks of a row. */
type TableRow = Pick<BenchRow, 'name' | 'whyMissed'>;

const folderOf = (root: string) => path.join(root, 'bench', 'results');

/** Where a row that was cut off stands: it never takes the place of one that was measured to its end. */
const cutOffName = (row: string) => `${row}.cut-off`;

/** Writes the result of a row as the checks of this repository want its form, then the table of all rows again. */
export async function keepResult(root: string, result: RowResult, rows: readonly TableRow[]): Promise<void> {
  const folder = folderOf(root);
  fs.mkdirSync(folder, { recursive: true });
  const name = result.cutOff ? cutOffName(result.row) : result.row;
  await writeFormatted(path.join(folder, `${name}.json`), JSON.stringify(result));
  if (!result.cutOff) fs.rmSync(path.join(folder, `${cutOffName(name)}.json`), { force: true });
  await writeTable(root, rows);
}

/** Writes the table anew from the results that are kept. */
export async function writeTable(root: string, rows: readonly TableRow[]): Promise<void> {
  const results = rows.flatMap(({ name }) => keptResult(root, name) ?? keptResult(root, cutOffName(name)) ?? []);
  const whyMissed = new Map(rows.map(({ name, whyMissed: why }) => [name, why]));
  await writeFormatted(path.join(folderOf(root), 'README.md'), tableOf(results, whyMissed));
}

async function writeFormatted(file: string, text: string): Promise<void> {
  fs.writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
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

/** All results as people read them, with what is known of those that miss their target. */
export function tableOf(
  results: readonly RowResult[],
  whyMissed: ReadonlyMap<string, string | undefined> = new Map(),
): string {
  const rows = results.flatMap(({ what, beside, figures, cutOff }) =>
    figures.map((figure, index) => [
      index === 0 ? what : '',
      index === 0 ? beside : '',
      figure.name,
      `${rounded(figure.ours)} ${figure.unit}`,
      figure.beside === null ? '' : `${rounded(figure.beside)} ${figure.unit}`,
      figure.beside === null ? rounded(figure.value) : `${rounded(figure.value)} ×`,
      aimOf(figure),
      `${figure.met ? 'met' : '**missed**'}${cutOff ? `, of ${String(figure.pairs.length)} only: cut off` : ''}`,
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
    ...missedOf(results, whyMissed),
    ...machinesOf(results),
  ].join('\n');
}

function missedOf(
  results: readonly RowResult[],
  whyMissed: ReadonlyMap<string, string | undefined>,
): readonly string[] {
  const missed = results.filter(({ figures }) => figures.some(({ met }) => !met));
  const said = missed.map(({ row }) => `- \`${row}\`: ${whyMissed.get(row) ?? 'not looked into yet.'}`);
  return said.length === 0 ? [] : ['## Where a target is missed', '', ...said, '', '## Where it was measured', ''];
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
