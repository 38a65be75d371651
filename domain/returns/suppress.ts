import { chooseHidden, type TableCell } from './chooseHidden.ts';
import type { Fraction } from './fraction.ts';
import { sumFigures, type ReturnFigures } from './returnFigures.ts';
import { countedMeasures, referrerCategories, returnMeasures, type ReturnMeasure } from './returnMeasures.ts';

/** Counts of this many and under are never published. */
export const publicationThreshold = 5;

/** One column of a return as it may be published: null where a figure is left out. */
export type PublishedFigures = Readonly<Record<ReturnMeasure, Fraction | null>>;

export interface PublishedReturn {
  readonly areas: ReadonlyMap<string, PublishedFigures>;
  readonly total: PublishedFigures;
}

const totalColumn = 'total';

/**
 * The return of several areas and their total as it may be published: counts of 5 and under are left out, and so many
 * others that neither the totals over areas nor the sum of referrals to the cases gives them away. What a reader
 * could learn by comparing several publications is not looked at here.
 */
export function suppress(areas: ReadonlyMap<string, ReturnFigures>): PublishedReturn {
  const columns = new Map([...areas].map(([area, figures]) => [`area/${area}`, figures]));
  columns.set(totalColumn, sumFigures(areas.values()));
  const scale = commonDenominator(
    [...columns.values()].flatMap((column) => returnMeasures.map((line) => column[line])),
  );
  const cells = [...columns].flatMap(([column, figures]) =>
    returnMeasures.map((measure) => cellOf(measure, column, (figures[measure].n * scale) / figures[measure].d)),
  );
  const hidden = chooseHidden(cells, publicationThreshold * scale);
  const publish = (column: string): PublishedFigures => {
    const shown = returnMeasures.map((measure) => [
      measure,
      hidden.has(cellId(measure, column)) ? null : (columns.get(column)?.[measure] ?? null),
    ]);
    return Object.fromEntries(shown) as PublishedFigures;
  };
  return {
    areas: new Map([...areas.keys()].map((area) => [area, publish(`area/${area}`)])),
    total: publish(totalColumn),
  };
}

const referredBy: ReadonlySet<ReturnMeasure> = new Set(referrerCategories);
const others: ReadonlySet<ReturnMeasure> = new Set(countedMeasures.filter((measure) => measure !== 'cases'));

/** Referrals add up to the cases of each column and to the total of each line; the other lines to their totals alone. */
function cellOf(measure: ReturnMeasure, column: string, value: number): TableCell {
  const id = cellId(measure, column);
  const isTotal = column === totalColumn;
  const line = `line/${measure}`;
  if (referredBy.has(measure))
    return isTotal
      ? { id, from: 'allLines', to: line, value, isTotal }
      : { id, from: line, to: column, value, isTotal };
  if (others.has(measure)) {
    const end = `${line}/end`;
    return isTotal ? { id, from: end, to: line, value, isTotal } : { id, from: line, to: end, value, isTotal };
  }
  // The cases of a column take up all its referrals; those of all columns are all referrals there are.
  return isTotal
    ? { id, from: 'allColumns', to: 'allLines', value, isTotal }
    : { id, from: column, to: 'allColumns', value, isTotal: true };
}

function cellId(measure: ReturnMeasure, column: string): string {
  return `${measure}/${column}`;
}

/** The smallest number by which every figure becomes whole. */
function commonDenominator(figures: readonly Fraction[]): number {
  return figures.reduce((common, { d }) => (common / greatestCommonDivisor(common, d)) * d, 1);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
