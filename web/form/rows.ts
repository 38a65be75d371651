import type { Fields } from './fields.ts';

/** The rows of a list in a form in which something was typed, by their number on the page, with what stands in each. */
export function rowsTyped(fields: Fields, list: string): [number: number, row: Fields][] {
  const rows = new Map<number, Record<string, string | readonly string[]>>();
  for (const [name, value] of Object.entries(fields)) {
    const [, number, part] = new RegExp(`^${list}\\.(\\d{1,3})\\.(\\w+)$`).exec(name) ?? [];
    if (number === undefined || part === undefined) continue;
    rows.set(Number(number), { ...rows.get(Number(number)), [part]: value });
  }
  return [...rows].sort(([a], [b]) => a - b);
}

/**
 * The field that a fault in a list is about. Rows that were left out of the body leave no gap in it, so the second of the
 * list may be the fifth on the page; `kept` are the numbers on the page of those that were sent on. A fault of a whole
 * row is said at `whole`.
 */
export function rowOnPage(at: string, list: string, kept: readonly number[], whole: string): string {
  const [, index, rest] = new RegExp(`^${list}\\.(\\d+)(?:\\.(.+))?$`).exec(at) ?? [];
  const number = index === undefined ? undefined : kept[Number(index)];
  return number === undefined ? at : `${list}.${number}.${rest ?? whole}`;
}

/** The numbers of so many rows, for a template to go through. */
export function rowNumbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}
