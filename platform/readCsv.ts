import { CsvError, parse } from 'csv-parse/sync';

/** A table as rows of trimmed cells, rows without any left out; null where a quotation mark is never closed, or stands where it cannot. */
export function readCsv(text: string): readonly (readonly string[])[] | null {
  try {
    const rows = parse(text, { bom: true, relax_column_count: true });
    return rows.map((row) => row.map((cell) => cell.trim())).filter((row) => row.some((cell) => cell !== ''));
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}
