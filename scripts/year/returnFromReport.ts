import type { QuarterlyReturnView } from '../../contracts/views/reportView.ts';
import { parseFraction, type Fraction } from '../../domain/returns/fraction.ts';
import type { ReturnMeasure } from '../../domain/returns/returnMeasures.ts';
import { yearAreas } from './areas.ts';
import { measures, type Measure } from './measures.ts';
import type { YearFigures } from './table.ts';

/** The lines of the return behind the rows of the published table, which has the spelling of its year. */
const lineOf: Readonly<Record<Measure, ReturnMeasure>> = {
  Cases: 'cases',
  'Repeat cases': 'repeats',
  'Children in households': 'children',
  'Minority ethnic cases': 'minorityEthnic',
  'LGBT cases': 'lgbt',
  'Cases with registered disability': 'disabled',
  'Male victims': 'maleVictims',
  'Referred by police': 'police',
  'Referred by IDVA': 'idva',
  "Referred by children's social services": 'childrensServices',
  'Referred by primary care trust': 'primaryCare',
  'Referred by secondary care or acute trust': 'secondaryCare',
  'Referred by education': 'education',
  'Referred by housing': 'housing',
  'Referred by mental health': 'mentalHealth',
  'Referred by probation': 'probation',
  'Referred by voluntary sector': 'voluntary',
  'Referred by substance misuse': 'substanceMisuse',
  'Referred by adult social services': 'adultSocialCare',
  'Referred by other': 'other',
};

/** The return that the product gives, in rows and columns of the published table; what it does not say is left out. */
export function returnFromReport({ areas, total }: Pick<QuarterlyReturnView, 'areas' | 'total'>): YearFigures {
  const columns = new Map(
    areas.flatMap(({ area, figures }) => {
      const name = yearAreas.find(({ code }) => code === area)?.name;
      return name === undefined ? [] : [[name, figures] as const];
    }),
  );
  columns.set('Total', total.figures);
  return new Map(
    measures.map((measure) => {
      const cells = [...columns].flatMap(([column, figures]): [string, Fraction][] => {
        const parsed = parseFraction(figures[lineOf[measure]] ?? '');
        return parsed.ok ? [[column, parsed.value]] : [];
      });
      return [measure, new Map(cells)];
    }),
  );
}
