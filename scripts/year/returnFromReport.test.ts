import { describe, expect, it } from 'vitest';
import { formatFraction, type Fraction } from '../../domain/returns/fraction.ts';
import { compareReturn } from './compareReturn.ts';
import { publishedYear } from './publishedYear.ts';
import { returnFromReport } from './returnFromReport.ts';
import type { Measure } from './measures.ts';

/** The published table as the product would report it. */
function report(
  change: (line: string, area: string, figure: string) => string | null = (_line, _area, figure) => figure,
) {
  const table = publishedYear();
  const lines: readonly (readonly [Measure, string])[] = [
    ['Cases', 'cases'],
    ['Referred by police', 'police'],
    ["Referred by children's social services", 'childrensServices'],
  ];
  const figures = (area: string, column: string) =>
    Object.fromEntries(
      lines.map(([measure, line]) => {
        const figure = table.get(measure)?.get(column) as Fraction;
        return [line, change(line, area, formatFraction(figure))];
      }),
    );
  const indicators = { repeatRate: null, policeShare: null };
  const medway = { area: 'medway', name: 'Medway', figures: figures('medway', 'Medway'), indicators };
  return {
    areas: [{ ...medway, heardElsewhere: 0, meetings: [] }],
    total: { figures: figures('total', 'Total'), indicators },
  };
}

describe('the return the product gives, beside the published table', () => {
  it('has its figures in the rows and columns of that table', () => {
    const computed = returnFromReport(report());
    const different = compareReturn(publishedYear(), computed, new Set(['medway'])).differences;
    expect(different.map(({ measure }) => measure)).not.toContain('Referred by police');
    expect(different.map(({ measure }) => measure)).toContain('Referred by IDVA');
  });

  it('differs where a figure is off by the smallest part, and where it is left out', () => {
    const off = returnFromReport(
      report((line, area, figure) => (line === 'police' && area === 'medway' ? '180.5' : figure)),
    );
    const left = returnFromReport(report((line, _area, figure) => (line === 'cases' ? null : figure)));
    const of = (computed: typeof off) =>
      compareReturn(publishedYear(), computed, new Set(['medway'])).differences.map(({ measure }) => measure);
    expect(of(off)).toContain('Referred by police');
    expect(of(left)).toContain('Cases');
  });
});
