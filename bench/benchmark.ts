import os from 'node:os';
import type { EnginePrograms } from '../scripts/engine/enginePrograms.ts';
import { type Figure, regressions, rounded } from './figures.ts';
import type { Machine } from './machine.ts';
import { committedResult, keepResult, type RowResult } from './resultFiles.ts';
import { benchRows } from './rows.ts';
import { runRow, type RowOptions } from './runRow.ts';
import type { BenchRow } from './row.ts';

export interface BenchmarkOptions extends Pick<RowOptions, 'root' | 'quick' | 'say' | 'underWay'> {
  readonly programs: EnginePrograms;
  /** Names of rows; all of them where none are named. */
  readonly names: readonly string[];
}

/** Measures rows one after the other; gives 1 where one of them failed or became worse than the committed result. */
export async function benchmark(options: BenchmarkOptions): Promise<number> {
  const { names, say } = options;
  const unknown = names.filter((name) => !benchRows.some((row) => row.name === name));
  if (unknown.length > 0) {
    say(`There is no row ${unknown.join(', ')}. There are: ${benchRows.map(({ name }) => name).join(', ')}.`);
    return 2;
  }
  const rows = benchRows.filter(({ name }) => names.length === 0 || names.includes(name));
  const troubles: string[] = [];
  for (const row of rows) troubles.push(...(await measured(row, options)));
  for (const trouble of troubles) say(`WORSE: ${trouble}`);
  return troubles.length > 0 ? 1 : 0;
}

/** Measures one row and keeps what it came to; gives what became worse, in words. */
async function measured(row: BenchRow, options: BenchmarkOptions): Promise<readonly string[]> {
  const { root, quick, say } = options;
  say(`${row.name}: ${row.what}`);
  const began = performance.now();
  const [loadBefore = 0] = os.loadavg();
  const before = committedResult(root, row.name);
  const { name, what, beside } = row;
  const resultOf = (figures: readonly Figure[], machine: Machine): RowResult => {
    const minutes = (performance.now() - began) / 60_000;
    const measuredAt = new Date().toISOString();
    return { row: name, what, beside, measuredAt, minutes, loadBefore, machine, figures };
  };
  let kept = Promise.resolve();
  const soFar: RowOptions['soFar'] = (figures, machine) => {
    const result = { ...resultOf(figures, machine), cutOff: true } as const;
    if (!quick) kept = kept.then(() => keepResult(root, result, benchRows));
  };
  const outcome = await runRow(row, { ...options, soFar }).catch((error: unknown) => error as Error);
  await kept;
  if (outcome instanceof Error) {
    say(`  not measured to its end: ${outcome.message}`);
    return [`${name} could not be measured to its end: ${outcome.message}`];
  }
  const { figures, machine } = outcome;
  for (const figure of figures) say(`  ${inWords(figure)}`);
  if (quick) return [];
  await keepResult(root, resultOf(figures, machine), benchRows);
  return regressions(name, before?.figures ?? [], figures);
}

function inWords({ name, unit, ours, beside, value, target, met }: Figure): string {
  const both = beside === null ? `${rounded(ours)} ${unit}` : `${rounded(ours)} beside ${rounded(beside)} ${unit}`;
  const ratio = beside === null ? '' : `, ${rounded(value)} ×`;
  const aim = `${target.is === 'atMost' ? 'at most' : 'at least'} ${rounded(target.value)}`;
  return `${name}: ${both}${ratio} (${aim}: ${met ? 'met' : 'MISSED'})`;
}
