import { equalFractions, formatFraction } from '../../domain/returns/fraction.ts';
import type { Fraction } from '../../domain/returns/fraction.ts';
import { yearAreas } from './areas.ts';
import { columns } from './table.ts';
import type { YearFigures } from './table.ts';
import { measures } from './measures.ts';
import type { Measure } from './measures.ts';

/** A cell in which the computed return says something else than the published table; null where it says nothing. */
export interface CellDifference {
  readonly measure: Measure;
  readonly column: string;
  readonly published: Fraction | null;
  readonly computed: Fraction | null;
}

export interface ReturnComparison {
  readonly cells: number;
  readonly differences: readonly CellDifference[];
}

/**
 * Compares every cell of the published table with a computed return, exactly; a missing cell is a difference. Where
 * only some areas are named, the columns of these are compared and the total is not.
 */
export function compareReturn(
  published: YearFigures,
  computed: YearFigures,
  areaCodes?: ReadonlySet<string>,
): ReturnComparison {
  const cells = measures.flatMap((measure) =>
    comparedColumns(areaCodes).map((column): CellDifference => ({
      measure,
      column,
      published: published.get(measure)?.get(column) ?? null,
      computed: computed.get(measure)?.get(column) ?? null,
    })),
  );
  return { cells: cells.length, differences: cells.filter((cell) => !isSame(cell.published, cell.computed)) };
}

function comparedColumns(areaCodes: ReadonlySet<string> | undefined): readonly string[] {
  if (areaCodes === undefined || yearAreas.every(({ code }) => areaCodes.has(code))) return columns;
  return yearAreas.filter(({ code }) => areaCodes.has(code)).map(({ name }) => name);
}

/** The comparison in lines for a person: `280 cells, 0 differences`, then one line a difference. */
export function describeComparison(comparison: ReturnComparison): string[] {
  const { cells, differences } = comparison;
  const summary = `${String(cells)} cells, ${String(differences.length)} ${differences.length === 1 ? 'difference' : 'differences'}`;
  return [
    summary,
    ...differences.map(
      ({ measure, column, published, computed }) =>
        `${measure}, ${column}: published ${written(published)}, computed ${written(computed)}`,
    ),
  ];
}

function isSame(a: Fraction | null, b: Fraction | null): boolean {
  return a !== null && b !== null && equalFractions(a, b);
}

function written(value: Fraction | null): string {
  return value === null ? 'nothing' : formatFraction(value);
}
