import { stringify } from 'csv-stringify/sync';

/** A cell of a report: words or a figure; `href` where it leads to what stands behind it. */
export interface ReportCell {
  readonly text: string;
  readonly href?: string | null;
}

/** A table of a report as its page shows it and its file has it. */
export interface ReportTable {
  readonly caption: string;
  /** The first one names the rows. What people wrote stands on the page alone, and in no file. */
  readonly columns: readonly { readonly text: string; readonly numeric?: true; readonly pageOnly?: true }[];
  readonly rows: readonly (readonly ReportCell[])[];
}

/** Figures, and what is left out where they may not be published. */
export function figureCell(figure: number | string | null): ReportCell {
  return { text: figure === null ? 'Left out' : String(figure) };
}

export function textCell(text: string, href?: string | null): ReportCell {
  return href ? { text, href } : { text };
}

/** A percentage in words; a dash of nothing. */
export function percentCell(share: number | null): ReportCell {
  return { text: share === null ? '–' : `${share}%` };
}

/** Columns with figures below them, behind the one that names the rows. */
export function columnsOf(first: string, figures: readonly string[]): ReportTable['columns'] {
  return [{ text: first }, ...figures.map((text) => ({ text, numeric: true as const }))];
}

/** A report as a table to save. What a spreadsheet would take for a formula is kept from being one; the mark at the front lets it know the letters. */
export function csvOf({ columns, rows }: ReportTable): string {
  const kept = <T>(row: readonly T[]) => row.filter((_cell, at) => columns[at]?.pageOnly !== true);
  const cells = rows.map((row) => kept(row).map(({ text }) => text));
  return `\ufeff${stringify([kept(columns).map(({ text }) => text), ...cells], { escape_formulas: true })}`;
}
