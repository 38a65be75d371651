import { equalFractions, formatFraction, parseFraction, sumFractions } from '../../domain/returns/fraction.ts';
import type { Fraction } from '../../domain/returns/fraction.ts';
import { yearAreas } from './areas.ts';
import { measures, referredByMeasures } from './measures.ts';
import type { Measure } from './measures.ts';

/** The figures of a year: measure → column (an area's name, or `Total`) → exact figure. */
export type YearFigures = ReadonlyMap<Measure, ReadonlyMap<string, Fraction>>;

/** The columns of the table in their order: the thirteen areas and `Total`. */
export const columns: readonly string[] = [...yearAreas.map((area) => area.name), 'Total'];

/**
 * Reads the published table from its text. Throws, saying where, when a row or column is missing or out of place, a
 * figure cannot be read, a row does not add up to its total, or the referrals of a column do not add up to its cases.
 */
export function parseTable(csv: string): YearFigures {
  const [header, ...rows] = csv
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  expectSame('the columns', header ?? [], ['Measure', ...columns]);
  expectSame(
    'the rows',
    rows.map((row) => row[0] ?? ''),
    measures,
  );
  const figures = new Map(measures.map((measure, index) => [measure, parseRow(measure, rows[index]?.slice(1) ?? [])]));
  for (const measure of measures) checkRow(figures, measure);
  for (const column of columns) checkReferrals(figures, column);
  return figures;
}

/** One figure of the table; throws when there is none. */
export function figure(figures: YearFigures, measure: Measure, column: string): Fraction {
  const value = figures.get(measure)?.get(column);
  if (value === undefined) throw new Error(`No figure for ${measure}, ${column}.`);
  return value;
}

/** One figure that must be a whole number, such as a count of cases; throws when it is not. */
export function wholeFigure(figures: YearFigures, measure: Measure, column: string): number {
  const value = figure(figures, measure, column);
  if (value.d !== 1) throw new Error(`${measure}, ${column} is ${formatFraction(value)}, not a whole number.`);
  return value.n;
}

function parseRow(measure: Measure, cells: readonly string[]): Map<string, Fraction> {
  if (cells.length !== columns.length) throw new Error(`${measure} has ${String(cells.length)} figures.`);
  return new Map(
    columns.map((column, index) => {
      const parsed = parseFraction(cells[index] ?? '');
      if (!parsed.ok) throw new Error(`${measure}, ${column} is not a figure.`);
      return [column, parsed.value];
    }),
  );
}

function checkRow(figures: YearFigures, measure: Measure): void {
  const sum = sumFractions(yearAreas.map((area) => figure(figures, measure, area.name)));
  const total = figure(figures, measure, 'Total');
  if (equalFractions(sum, total)) return;
  throw new Error(`${measure} adds up to ${formatFraction(sum)}, not to the total ${formatFraction(total)}.`);
}

function checkReferrals(figures: YearFigures, column: string): void {
  const sum = sumFractions(referredByMeasures.map((measure) => figure(figures, measure, column)));
  const cases = figure(figures, 'Cases', column);
  if (equalFractions(sum, cases)) return;
  throw new Error(
    `Referrals of ${column} add up to ${formatFraction(sum)}, not to its ${formatFraction(cases)} cases.`,
  );
}

function expectSame(what: string, found: readonly string[], expected: readonly string[]): void {
  if (found.length === expected.length && found.every((name, index) => name === expected[index])) return;
  throw new Error(`The table does not have ${what} of the published year: ${expected.join(', ')}.`);
}
