import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { type CaseloadFile, caseloadFiles, type FileBeside } from '../../scripts/import/caseloadFile.ts';
import { columnsOf } from '../../scripts/import/columns.ts';
import { planCaseload, type PlannedCaseload } from '../../scripts/import/planCaseload.ts';
import type { Office } from '../../scripts/import/readOffice.ts';
import type { Step } from '../../scripts/import/step.ts';

/** The London day on which caseloads of tests are looked at. */
export const lookedAtOn = '2026-11-27';

export type CaseloadCells = Readonly<Record<string, string>>;

/** The name of the template of a file, in docs. */
export const templateNames: Readonly<Record<CaseloadFile, string>> = {
  cases: 'import-template',
  children: 'import-children-template',
  actions: 'import-actions-template',
  proceedings: 'import-proceedings-template',
  hearings: 'import-hearings-template',
  dates: 'import-dates-template',
};

export const templateOf = (file: CaseloadFile) =>
  fs.readFileSync(path.resolve(import.meta.dirname, `../../docs/${templateNames[file]}.csv`), 'utf8');

/** The rows of the templates. */
export const caseloadExamples = Object.fromEntries(
  caseloadFiles.map((file) => [
    file,
    parse(templateOf(file), { columns: true }) as unknown as readonly CaseloadCells[],
  ]),
) as Record<CaseloadFile, readonly CaseloadCells[]>;

/** A table with the columns of a file, and these cells in its rows. */
export function tableOfFile(file: CaseloadFile, rows: readonly CaseloadCells[]): string {
  const names = columnsOf[file].map(({ name }) => name);
  const line = (cells: CaseloadCells) =>
    names.map((name) => `"${(cells[name] ?? '').replaceAll('"', '""')}"`).join(',');
  return [names.join(','), ...rows.map(line)].join('\n');
}

export type RowsBeside = Partial<Record<FileBeside, readonly CaseloadCells[]>>;

/** What comes of the second case of the template, heard elsewhere, with other cells in its row and beside it. */
export function plannedCaseload(
  more: CaseloadCells = {},
  beside: RowsBeside = {},
  office: Office | 'unknown' = 'unknown',
): PlannedCaseload {
  const texts = Object.fromEntries(
    Object.entries(beside).map(([file, rows]) => [file, tableOfFile(file as FileBeside, rows)]),
  );
  const heard = caseloadExamples.cases[1];
  return planCaseload({ cases: tableOfFile('cases', [{ ...heard, ...more }]), ...texts }, lookedAtOn, office);
}

/** The cells at fault, as `file row column`. */
export function badCells(...asked: Parameters<typeof plannedCaseload>): string[] {
  const outcome = plannedCaseload(...asked);
  return outcome.ok ? [] : outcome.bad.map(({ file, row, column }) => `${file} ${String(row)} ${column}`);
}

/** What would be sent; throws where a cell is at fault. */
export function stepsOf(...asked: Parameters<typeof plannedCaseload>): readonly Step[] {
  const outcome = plannedCaseload(...asked);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.bad));
  return outcome.cases.flatMap((each) => each.steps);
}
