import { CsvError, parse } from 'csv-parse/sync';

/** A column by its name in the first row; `needed`: it has to be there. */
export interface NamedColumn<N extends string = string> {
  readonly name: N;
  readonly needed: boolean;
}

/** A cell at fault: by row and column, never by what stands in it. Rows are counted as a spreadsheet does, the names are row 1. */
export interface CellFault {
  readonly row: number;
  readonly column: string;
  readonly problem: string;
}

export interface TableRow<N extends string = string> {
  readonly row: number;
  /** Every column there is, also where the table has none such: then its cell is empty. */
  readonly cells: Readonly<Record<N, string>>;
}

export type Table<N extends string> =
  | { readonly ok: true; readonly rows: readonly TableRow<N>[] }
  | { readonly ok: false; readonly faults: readonly CellFault[] };

/** Reads a table with commas by the names in its first row, cells trimmed; or says what is wrong with it as a whole. */
export function readTable<N extends string>(text: string, columns: readonly NamedColumn<N>[]): Table<N> {
  const lines = readLines(text);
  if (lines === null)
    return faulty([
      { row: 1, column: wholeTable, problem: 'A quotation mark is not closed, or stands where it cannot.' },
    ]);
  const [head, ...rest] = lines;
  if (head === undefined) return faulty([{ row: 1, column: wholeTable, problem: 'There is nothing in it.' }]);
  const faults = [...faultsOfHead(head.cells, columns), ...rest.flatMap((line) => unevenRow(line, head.cells.length))];
  if (faults.length > 0) return faulty(faults);
  const rows = rest.map(({ row, cells }) => {
    const named = columns.map(({ name }) => [name, cells[head.cells.indexOf(name)] ?? ''] as const);
    return { row, cells: Object.fromEntries(named) as Record<N, string> };
  });
  return { ok: true, rows };
}

const wholeTable = 'the whole table';

interface Line {
  readonly row: number;
  readonly cells: readonly string[];
}

/** The rows in which something stands; null where a quotation mark is never closed, or stands where it cannot. */
function readLines(text: string): readonly Line[] | null {
  try {
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: false })
      .map((cells, index) => ({ row: index + 1, cells: cells.map((cell) => cell.trim()) }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''));
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

function faultsOfHead(head: readonly string[], columns: readonly NamedColumn[]): readonly CellFault[] {
  const known = columns.map(({ name }) => name);
  const strange = head.flatMap((name, at) =>
    known.includes(name) && head.indexOf(name) === at
      ? []
      : [{ row: 1, column: `column ${at + 1}`, problem: 'No column has this name, or it stands here twice.' }],
  );
  const missing = columns
    .filter(({ name, needed }) => needed && !head.includes(name))
    .map(({ name }) => ({ row: 1, column: name, problem: 'This column is missing.' }));
  return [...strange, ...missing];
}

function unevenRow({ row, cells }: Line, names: number): readonly CellFault[] {
  if (cells.length === names) return [];
  return [
    { row, column: 'the row as a whole', problem: `It has ${cells.length} cells, and the first row ${names} names.` },
  ];
}

function faulty(faults: readonly CellFault[]): { readonly ok: false; readonly faults: readonly CellFault[] } {
  return { ok: false, faults };
}
