import type { IsoDate } from '../../domain/calendar/time.ts';
import { readTable, type TableRow } from '../../platform/readTable.ts';
import { type BadCell, type CaseloadFile, caseloadFiles, type FileBeside } from './caseloadFile.ts';
import { columnsOf } from './columns.ts';
import { type FaultIn, planCase, type PlannedCase } from './planCase.ts';
import type { KnownOffice } from './readOffice.ts';

/** What whole files lead to: their cases, or every cell that is at fault. */
export type PlannedCaseload =
  | { readonly ok: true; readonly cases: readonly PlannedCase[] }
  | { readonly ok: false; readonly bad: readonly BadCell[] };

/** What stands in each file; only cases have to be there. */
export type CaseloadTexts = Partial<Readonly<Record<CaseloadFile, string | undefined>>>;

type Tables = Readonly<Record<CaseloadFile, readonly TableRow[]>>;

/** The column by which the rows of each file are told apart. */
const keys: Readonly<Record<CaseloadFile, string>> = {
  cases: 'caseKey',
  children: 'childKey',
  actions: 'actionKey',
  proceedings: 'proceedingKey',
  hearings: 'hearingKey',
  dates: 'dateKey',
};

/** Reads a caseload whole, before anything is sent: one cell at fault and none of it is taken. */
export function planCaseload(texts: CaseloadTexts, today: IsoDate, office: KnownOffice): PlannedCaseload {
  const bad: BadCell[] = [];
  const faultIn: FaultIn = (file) => (row) => (column, problem) => {
    // What is wrong with a cell is told of once: what follows from it says nothing more.
    if (bad.some((other) => other.file === file && other.row === row && other.column === column)) return;
    bad.push({ file, row, column, problem });
  };
  const tables = readTables(texts, faultIn);
  if (tables.cases.length > 0) checkKeys(tables, faultIn);
  const cases = tables.cases.map((row) => {
    const own = (file: FileBeside) => tables[file].filter(({ cells }) => cells['caseKey'] === row.cells['caseKey']);
    return planCase(row, own, { today, office, faultIn });
  });
  return bad.length > 0 ? { ok: false, bad: bad.toSorted(asInFiles) } : { ok: true, cases };
}

function readTables(texts: CaseloadTexts, faultIn: FaultIn): Tables {
  const read = (file: CaseloadFile): readonly TableRow[] => {
    const text = texts[file];
    if (text === undefined) return [];
    const table = readTable(text, columnsOf[file]);
    if (table.ok) return table.rows;
    for (const { row, column, problem } of table.faults) faultIn(file)(row)(column, problem);
    return [];
  };
  return Object.fromEntries(caseloadFiles.map((file) => [file, read(file)] as const)) as Tables;
}

function asInFiles(one: BadCell, other: BadCell): number {
  return caseloadFiles.indexOf(one.file) - caseloadFiles.indexOf(other.file) || one.row - other.row;
}

/** Keys are short and plain, because keys of requests are made of them; each stands once, and belongs to a case there is. */
function checkKeys(tables: Tables, faultIn: FaultIn): void {
  const known = new Set(tables.cases.map(({ cells }) => cells['caseKey']));
  for (const file of caseloadFiles) {
    const key = keys[file];
    const seen = new Set<string>();
    for (const { row, cells } of tables[file]) {
      const fault = faultIn(file)(row);
      if (!known.has(cells['caseKey'])) fault('caseKey', 'No case of the other file has this key.');
      const own = cells[key] ?? '';
      const whole = `${cells['caseKey'] ?? ''}/${own}`;
      if (own !== '' && !/^[A-Za-z0-9-]{1,40}$/.test(own)) fault(key, 'Letters, figures and hyphens, at most 40.');
      else if (own !== '' && seen.has(whole)) fault(key, 'An earlier row has this key already.');
      seen.add(whole);
    }
  }
}
