import type { IsoInstant } from '../../domain/calendar/time.ts';
import { toInstant } from '../time.ts';

/** A row as Postgres writes it as JSON: columns by their own names, days and moments as text. */
export type RowAsJson = Readonly<Record<string, unknown>>;

/** A row of the generated client with every `Date` as text: a day as a calendar date, a moment as an instant. */
export type AsText<Row> = { readonly [K in keyof Row]: TextOf<Row[K]> };
type TextOf<V> = V extends Date ? IsoInstant : V;

/** How Postgres writes a moment as JSON in a session that speaks UTC; no column of text holds anything like it. */
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?\+00:00$/;

/** A row that came as JSON under the names and in the spellings of the house; what is JSON in it already stays as it is. */
export function asRow<Row>(json: RowAsJson): AsText<Row> {
  const row: Record<string, unknown> = {};
  for (const column in json) {
    const value = json[column];
    row[nameOf(column)] = typeof value === 'string' && moment.test(value) ? toInstant(new Date(value)) : value;
  }
  return row as AsText<Row>;
}

/** The rows that `json_agg` has put together; it gives null where there is none. */
export function asRows<Row>(rows: readonly RowAsJson[] | null): AsText<Row>[] {
  return (rows ?? []).map((row) => asRow<Row>(row));
}

const names = new Map<string, string>();

/** `case_id` is `caseId`: as every field of the schema is called beside its column. */
function nameOf(column: string): string {
  const known = names.get(column);
  if (known !== undefined) return known;
  const name = column.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  names.set(column, name);
  return name;
}
