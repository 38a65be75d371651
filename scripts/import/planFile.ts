import { readCsv } from '../../platform/readCsv.ts';
import { columns } from './columns.ts';
import { type BadCell, type PlannedRow, planRow } from './planRow.ts';

/** What a whole file leads to: its rows, or every cell in it that is at fault. */
export type PlannedFile =
  | { readonly ok: true; readonly rows: readonly PlannedRow[] }
  | { readonly ok: false; readonly bad: readonly BadCell[] };

/** Reads a file whole, before anything is sent: one cell at fault and none of it is taken. Rows are counted as a spreadsheet does. */
export function planFile(text: string, today: string): PlannedFile {
  const table = readCsv(text);
  const [head, ...rows] = table ?? [];
  if (head === undefined)
    return faulty([
      { row: 1, column: 'the whole file', problem: 'This is no table of cells with commas between them.' },
    ]);
  const known = columns.map(({ name }) => name);
  const strange = head.filter((name, at) => !known.includes(name) || head.indexOf(name) !== at);
  const missing = columns.filter(({ name, needed }) => needed && !head.includes(name));
  if (strange.length + missing.length > 0)
    return faulty([
      ...head.flatMap((name, at) =>
        strange.includes(name)
          ? [
              {
                row: 1,
                column: `column ${String(at + 1)}`,
                problem: 'This is no column of the template, or it stands twice.',
              },
            ]
          : [],
      ),
      ...missing.map(({ name }) => ({ row: 1, column: name, problem: 'This column is missing.' })),
    ]);
  const planned = rows.map((cells, index) => {
    const row = index + 2;
    if (cells.length > head.length)
      return [{ row, column: 'the row as a whole', problem: 'It has more cells than there are columns.' }];
    return planRow(row, Object.fromEntries(head.map((name, at) => [name, cells[at] ?? ''])), today);
  });
  const bad = [...planned.flatMap((each) => ('steps' in each ? [] : each)), ...twice(planned)];
  return bad.length > 0 ? faulty(bad) : { ok: true, rows: planned.flatMap((each) => ('steps' in each ? [each] : [])) };
}

function faulty(bad: readonly BadCell[]): PlannedFile {
  return { ok: false, bad: bad.toSorted((one, other) => one.row - other.row) };
}

function twice(planned: readonly (PlannedRow | readonly BadCell[])[]): BadCell[] {
  const seen = new Set<string>();
  return planned.flatMap((each) => {
    if (!('steps' in each)) return [];
    if (!seen.has(each.caseKey)) return seen.add(each.caseKey) && [];
    return [{ row: each.row, column: 'caseKey', problem: 'An earlier row has this key already.' }];
  });
}
