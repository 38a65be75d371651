import os from 'node:os';
import { inMinutes } from '../year/progress.ts';

/** What came of one row. */
export interface RanRow {
  readonly what: string;
  readonly wanted: number;
  readonly done: number;
  readonly seconds: number;
  readonly acknowledged: number;
  readonly sentAgain: number;
  readonly copies: number;
  /** Why it failed; null where everything held. */
  readonly failure: string | null;
}

/** The outcome as a table that can be pasted into a document. */
export function tableOf(rows: readonly RanRow[], seed: string): string {
  const cells = rows.map((row) => [
    row.what,
    `${String(row.done)} of ${String(row.wanted)}`,
    row.failure === null ? 'held' : `FAILED: ${row.failure}`,
    String(row.acknowledged),
    String(row.sentAgain),
    String(row.copies),
    inMinutes(row.seconds),
  ]);
  const head = ['fault', 'times', 'outcome', 'commands', 'sent again', 'copies of mail', 'took'];
  const line = (columns: readonly string[]) => `| ${columns.join(' | ')} |`;
  const machine = `${String(os.cpus().length)} cores, ${os.cpus()[0]?.model.trim() ?? 'unknown'}`;
  const total = inMinutes(rows.reduce((sum, { seconds }) => sum + seconds, 0));
  return [
    '',
    line(head),
    line(head.map(() => '---')),
    ...cells.map(line),
    '',
    `Seed ${seed}, Node ${process.versions.node}, ${machine}, ${total}.`,
  ].join('\n');
}
