import { readFileSync } from 'node:fs';
import { parseTable } from './table.ts';
import type { YearFigures } from './table.ts';

/** The published table of the thirteen areas for 2012–13. */
export function publishedYear(): YearFigures {
  return parseTable(readFileSync(new URL('data/marac-2012-13.csv', import.meta.url), 'utf8'));
}
