import type { IsoDate } from '../../domain/calendar/time.ts';
import { readTable, type TableRow } from '../../platform/readTable.ts';
import { type BadCell, type CaseloadFile, caseloadFiles } from './caseloadFile.ts';
import type { Cells } from './checkCells.ts';
import { actionColumns, caseColumns, childColumns, type Column, dateColumns } from './columns.ts';
import { planCase, type PlannedCase } from './planCase.ts';
import type { KnownOffice } from './readOffice.ts';

/** What whole files lead to: their cases, or every cell that is at fault. */
export type PlannedCaseload =
  | { readonly ok: true; readonly cases: readonly PlannedCase[] }
  | { readonly ok: false; readonly bad: readonly BadCell[] };

export interface CaseloadTexts {
  readonly cases: string;
  readonly children?: string | undefined;
  readonly actions?: string | undefined;
  readonly dates?: string | undefined;
}

/** Reads a caseload whole, before anything is sent: one cell at fault and none of it is taken. */
export function planCaseload(texts: CaseloadTexts, today: IsoDate, office: KnownOffice): PlannedCaseload {
  const bad: BadCell[] = [];
  const read = (file: CaseloadFile, columns: readonly Column[]): readonly TableRow[] => {
    const text = texts[file];
    if (text === undefined) return [];
    const table = readTable(text, columns);
    if (table.ok) return table.rows;
    bad.push(...table.faults.map((fault) => ({ file, ...fault })));
    return [];
  };
  const cases = read('cases', caseColumns);
  const children = read('children', childColumns);
  const actions = read('actions', actionColumns);
  const dates = read('dates', dateColumns);
  const faultIn = (file: CaseloadFile) => (row: number) => (column: string, problem: string) => {
    // What is wrong with a cell is told of once: what follows from it says nothing more.
    if (bad.some((other) => other.file === file && other.row === row && other.column === column)) return;
    bad.push({ file, row, column, problem });
  };
  if (cases.length > 0) {
    const known = new Set(cases.map(({ cells }) => cells['caseKey'] ?? ''));
    checkKeys(cases, ({ caseKey = '' }) => caseKey, 'caseKey', faultIn('cases'));
    for (const [file, rows, key] of [
      ['children', children, 'childKey'],
      ['actions', actions, 'actionKey'],
      ['dates', dates, 'dateKey'],
    ] as const) {
      checkKeys(rows, (cells) => `${cells['caseKey'] ?? ''}/${cells[key] ?? ''}`, key, faultIn(file));
      for (const { row, cells } of rows)
        if (!known.has(cells['caseKey'] ?? ''))
          faultIn(file)(row)('caseKey', 'No case of the other file has this key.');
    }
  }
  const planned = cases.map((row) => {
    const own = (rows: readonly TableRow[]) => rows.filter(({ cells }) => cells['caseKey'] === row.cells['caseKey']);
    const beside = { children: own(children), actions: own(actions), dates: own(dates) };
    return planCase(row, beside, { today, office, faultIn });
  });
  return bad.length > 0 ? { ok: false, bad: bad.toSorted(asInFiles) } : { ok: true, cases: planned };
}

function asInFiles(one: BadCell, other: BadCell): number {
  return caseloadFiles.indexOf(one.file) - caseloadFiles.indexOf(other.file) || one.row - other.row;
}

/** Keys are short and plain, because keys of requests are made of them, and each stands once. */
function checkKeys(
  rows: readonly TableRow[],
  keyOf: (cells: Cells) => string,
  column: string,
  faultAt: (row: number) => (column: string, problem: string) => void,
): void {
  const seen = new Set<string>();
  for (const { row, cells } of rows) {
    const own = cells[column] ?? '';
    if (own === '') continue;
    if (!/^[A-Za-z0-9-]{1,40}$/.test(own)) faultAt(row)(column, 'Letters, figures and hyphens, at most 40.');
    else if (seen.has(keyOf(cells))) faultAt(row)(column, 'An earlier row has this key already.');
    seen.add(keyOf(cells));
  }
}
