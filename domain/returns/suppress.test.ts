import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseHidden, type TableCell } from './chooseHidden.ts';
import { fraction, type Fraction } from './fraction.ts';
import { figuresOf, type ReturnFigures } from './returnFigures.ts';
import { countedMeasures, returnMeasures, type CountedMeasure } from './returnMeasures.ts';
import { suppress } from './suppress.ts';

/** A small table with totals both ways: lines r, columns c, and the grand total. */
function tableOf(values: readonly (readonly number[])[]): TableCell[] {
  const cells: TableCell[] = [];
  const add = (id: string, from: string, to: string, value: number, isTotal: boolean) =>
    cells.push({ id, from, to, value, isTotal });
  values.forEach((row, r) => {
    row.forEach((value, c) => add(`${r}/${c}`, `r${r}`, `c${c}`, value, false));
    add(`${r}/total`, 'rows', `r${r}`, sum(row), true);
  });
  (values[0] ?? []).forEach((_, c) =>
    add(`total/${c}`, `c${c}`, 'columns', sum(values.map((row) => row[c] ?? 0)), true),
  );
  add('total/total', 'columns', 'rows', sum(values.flat()), true);
  return cells;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Every value each inner figure can have for a reader who tries all tables that agree with what is printed. */
function possibleValues(values: readonly (readonly number[])[], hidden: ReadonlySet<string>, most: number) {
  const width = values[0]?.length ?? 0;
  const seen = new Map<string, Set<number>>();
  const table = values.map((row) => [...row]);
  const shown = new Map(tableOf(values).flatMap(({ id, value }) => (hidden.has(id) ? [] : [[id, value] as const])));
  const agrees = (id: string, value: number) => (shown.get(id) ?? value) === value;
  const tryFrom = (index: number): void => {
    const [r, c] = [Math.floor(index / width), index % width];
    const row = table[r];
    if (!row) {
      const cells = tableOf(table);
      if (!cells.every(({ id, value }) => agrees(id, value))) return;
      for (const { id, value } of cells) seen.set(id, (seen.get(id) ?? new Set()).add(value));
      return;
    }
    const id = `${r}/${c}`;
    const known = shown.get(id);
    for (const value of known === undefined ? Array.from({ length: most + 1 }, (_, each) => each) : [known]) {
      row[c] = value;
      if (c < width - 1 || agrees(`${r}/total`, sum(row))) tryFrom(index + 1);
    }
  };
  tryFrom(0);
  return seen;
}

describe('a published table', () => {
  const tables = fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 2 }), {
    minLength: 2,
    maxLength: 3,
  });

  it('leaves open a span wider than the threshold about every small count, to a reader who tries every table', () => {
    const threshold = 1;
    fc.assert(
      fc.property(tables, (values) => {
        const cells = tableOf(values);
        const hidden = chooseHidden(cells, threshold);
        const possible = possibleValues(values, hidden, 6);
        for (const { id, value } of cells.filter((cell) => cell.value <= threshold)) {
          const seen = [...(possible.get(id) ?? [])];
          expect(hidden.has(id)).toBe(true);
          expect(seen).toContain(value);
          expect(Math.max(...seen) - Math.min(...seen)).toBeGreaterThan(threshold);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('hides nothing where no count is small', () => {
    expect(
      chooseHidden(
        tableOf([
          [6, 7],
          [8, 9],
        ]),
        5,
      ),
    ).toEqual(new Set());
  });

  it('hides a second figure of the line and of the column, so that a lone small count does not follow from the totals', () => {
    const hidden = chooseHidden(
      tableOf([
        [3, 20, 30],
        [40, 50, 60],
        [70, 80, 90],
      ]),
      5,
    );
    expect(hidden).toEqual(new Set(['0/0', '0/1', '1/0', '1/1']));
  });

  it('hides a further figure where two hidden ones add up to so little that both are given away', () => {
    const hidden = chooseHidden(
      tableOf([
        [0, 0, 30],
        [40, 50, 60],
      ]),
      5,
    );
    expect(hidden.has('0/2')).toBe(true);
  });
});

describe('a published return', () => {
  const areaWith = (
    counts: Partial<Record<CountedMeasure, number>>,
    police: number,
    others: readonly [string, number][] = [],
  ) =>
    figuresOf({
      counts: {
        ...(Object.fromEntries(countedMeasures.map((each) => [each, 0])) as Record<CountedMeasure, number>),
        ...counts,
      },
      referrals: [
        { agencyCode: 'police', sharedBy: 1, cases: police },
        ...others.map(([agencyCode, cases]) => ({ agencyCode, sharedBy: 1, cases })),
      ],
    });

  it('shows what is large and leaves out every count of five and under, the zeros too', () => {
    const { areas, total } = suppress(
      new Map([
        ['thanet', areaWith({ cases: 215, repeats: 63, maleVictims: 3 }, 200, [['housing', 15]])],
        ['dover', areaWith({ cases: 59, repeats: 13, maleVictims: 6 }, 50, [['housing', 9]])],
        ['swale', areaWith({ cases: 102, repeats: 17, maleVictims: 8 }, 90, [['housing', 12]])],
      ]),
    );
    expect(areas.get('thanet')).toMatchObject({
      cases: fraction(215),
      repeats: fraction(63),
      maleVictims: null,
      lgbt: null,
    });
    // Male victims of Thanet would follow from the total and the other two areas.
    expect(areas.get('dover')?.maleVictims).toBeNull();
    expect(areas.get('swale')?.maleVictims).toEqual(fraction(8));
    expect(total.maleVictims).toEqual(fraction(17));
  });

  it('never shows a count of five and under, whatever the figures', () => {
    const figures = fc.record({ police: fc.nat(40), housing: fc.nat(12), repeats: fc.nat(20), shared: fc.nat(4) });
    fc.assert(
      fc.property(fc.array(figures, { minLength: 1, maxLength: 5 }), (areas) => {
        const published = suppress(new Map(areas.map((each, index) => [`area-${index}`, asFigures(each)])));
        for (const column of [...published.areas.values(), published.total]) {
          for (const measure of returnMeasures) expect(isSmall(column[measure])).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  function asFigures(given: { police: number; housing: number; repeats: number; shared: number }): ReturnFigures {
    const { police, housing, repeats, shared } = given;
    const counts = Object.fromEntries(countedMeasures.map((each) => [each, 0])) as Record<CountedMeasure, number>;
    return figuresOf({
      counts: { ...counts, cases: police + housing + shared, repeats },
      referrals: [
        { agencyCode: 'police', sharedBy: 1, cases: police },
        { agencyCode: 'housing', sharedBy: 1, cases: housing },
        ...['police', 'housing', 'probation', 'other'].map((agencyCode) => ({
          agencyCode,
          sharedBy: 4,
          cases: shared,
        })),
      ],
    });
  }

  function isSmall(value: Fraction | null): boolean {
    return value !== null && value.n <= 5 * value.d;
  }
});
