import type { z } from 'zod';
import type { IsoDate } from '../../domain/calendar/time.ts';
import type { CaseloadFile } from './caseloadFile.ts';
import { dateSchema } from '../../contracts/moment.ts';

export type Cells = Readonly<Record<string, string>>;
/** Says that a cell cannot be taken: its column and why, never what stands in it. */
export type Fault = (column: string, problem: string) => void;

/** A row as it is looked at: where it is, what stands in it, today in London, and where its faults go. */
export interface Looked {
  readonly file: CaseloadFile;
  readonly row: number;
  readonly cells: Cells;
  readonly today: IsoDate;
  readonly fault: Fault;
}

/** What stands in a cell, or nothing. */
export function given(cells: Cells, name: string): string | undefined {
  return cells[name] ? cells[name] : undefined;
}

/** The parts of a cell that holds several. */
export function several(cells: Cells, name: string): readonly string[] {
  return (cells[name] ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Whether a cell says yes; what is neither yes nor no goes on as it was typed, so that the contract says so. */
export function yesNo(cells: Cells, name: string): boolean | string | undefined {
  return { yes: true, no: false }[cells[name] ?? ''] ?? given(cells, name);
}

/** Looks at a day: that it exists, is not to come, and does not lie before another one that is filled. */
export function checkDay({ cells, today, fault }: Looked, name: string, ...notBefore: readonly string[]): void {
  const day = cells[name] ?? '';
  if (day === '') return;
  if (!dateSchema.safeParse(day).success) return fault(name, 'Write a day that exists, like 2026-03-09.');
  if (day > today) fault(name, 'This day is still to come.');
  const earlier = notBefore.find((other) => cells[other] && day < cells[other]);
  if (earlier !== undefined) fault(name, `This lies before ${earlier}.`);
}

/** Cells that say something only together: where one of them is filled, so are the others. */
export function checkTogether({ cells, fault }: Looked, ...names: readonly string[]): void {
  const filled = names.find((name) => cells[name]);
  if (filled === undefined) return;
  for (const name of names) if (!cells[name]) fault(name, `This belongs with ${filled}, which is filled.`);
}

/** A cell that says something only where another is filled. */
export function checkFollows({ cells, fault }: Looked, name: string, what: string): void {
  if (cells[name] && !cells[what]) fault(name, `This belongs with ${what}, which is empty.`);
}

/** Looks at the body of a request by its contract; each fault is said at the column that fills the place. */
export function checkBody(
  { fault }: Looked,
  schema: z.ZodType,
  body: object,
  columnAt: Readonly<Record<string, string>>,
) {
  const parsed = schema.safeParse(body);
  if (parsed.success) return;
  for (const { path, message, code } of parsed.error.issues) {
    const at = path.map(String).join('.');
    // What the library says by itself is about types; what the contract says is for people.
    const problem = code === 'invalid_type' || code === 'invalid_union' ? 'This is not what belongs here.' : message;
    fault(columnFor(at, columnAt), problem);
  }
}

/** The column that fills a place in a request; the longest that fits. */
function columnFor(at: string, columnAt: Readonly<Record<string, string>>): string {
  const fits = Object.keys(columnAt)
    .filter((place) => at === place || at.startsWith(`${place}.`) || place.startsWith(`${at}.`))
    .toSorted((one, other) => other.length - one.length);
  const [place] = fits;
  return place === undefined ? 'the row as a whole' : (columnAt[place] ?? place);
}

/** A body without what is not there, so that the contract says what is missing. */
export function defined(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
