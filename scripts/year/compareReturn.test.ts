import { describe, expect, it } from 'vitest';
import { fraction } from '../../domain/returns/fraction.ts';
import { compareReturn, describeComparison } from './compareReturn.ts';
import type { Measure } from './measures.ts';
import { publishedYear } from './publishedYear.ts';
import type { YearFigures } from './table.ts';

const published = publishedYear();

function changed(measure: Measure, change: (row: Map<string, ReturnType<typeof fraction>>) => void): YearFigures {
  const row = new Map(published.get(measure));
  change(row);
  return new Map([...published, [measure, row]]);
}

describe('comparing a return with the published table', () => {
  it('looks at every cell and finds the table the same as itself', () => {
    expect(describeComparison(compareReturn(published, publishedYear()))).toEqual(['280 cells, 0 differences']);
  });

  it('names the one cell in which a quarter of a referral went missing', () => {
    const computed = changed('Referred by police', (row) => row.set('Medway', fraction(361, 2)));
    expect(describeComparison(compareReturn(published, computed))).toEqual([
      '280 cells, 1 difference',
      'Referred by police, Medway: published 180.75, computed 180.5',
    ]);
  });

  it('does not take a difference too small to see for the same figure', () => {
    const computed = changed('Cases', (row) => row.set('Dover', fraction(59_000_001, 1_000_000)));
    expect(compareReturn(published, computed).differences.length).toBe(1);
  });

  it('takes a cell that is missing for a difference, also where the table says zero', () => {
    const computed = changed('LGBT cases', (row) => row.delete('Swale'));
    expect(describeComparison(compareReturn(published, computed))[1]).toBe(
      'LGBT cases, Swale: published 0, computed nothing',
    );
    expect(compareReturn(published, new Map()).differences.length).toBe(280);
  });
});
