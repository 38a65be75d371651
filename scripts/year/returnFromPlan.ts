import { addFractions, fraction, zero } from '../../domain/returns/fraction.ts';
import type { Fraction } from '../../domain/returns/fraction.ts';
import { agencyOfMeasure } from './agencies.ts';
import { yearAreas } from './areas.ts';
import { flagMeasures, measures, referredByMeasures } from './measures.ts';
import type { Measure } from './measures.ts';
import type { PlannedCase } from './plannedCase.ts';
import { columns } from './table.ts';
import type { YearFigures } from './table.ts';

/** Counts the plan as the return counts the cases heard in the year: exactly, and in the columns of the table. */
export function returnFromPlan(plan: readonly PlannedCase[]): YearFigures {
  const figures = new Map(measures.map((measure) => [measure, new Map(columns.map((column) => [column, zero]))]));
  for (const planned of plan) {
    if (planned.heardOn < '2012-04-01' || planned.heardOn > '2013-03-31') continue;
    const area = yearAreas.find(({ code }) => code === planned.areaCode);
    if (area === undefined) throw new Error(`No such area: ${planned.areaCode}.`);
    for (const [measure, value] of contributions(planned)) {
      for (const column of [area.name, 'Total']) {
        const row = figures.get(measure);
        row?.set(column, addFractions(row.get(column) ?? zero, value));
      }
    }
  }
  return figures;
}

/** What one case adds to each row. */
function contributions(planned: PlannedCase): [Measure, Fraction][] {
  const { areaCode, referringAgencies } = planned;
  const share = fraction(1, referringAgencies.length);
  return [
    ['Cases', fraction(1)],
    ['Repeat cases', fraction(planned.repeatOf === null ? 0 : 1)],
    ['Children in households', fraction(planned.children.length)],
    ...flagMeasures.map((measure): [Measure, Fraction] => [measure, fraction(planned.flags[measure] ? 1 : 0)]),
    ...referredByMeasures.map((measure): [Measure, Fraction] => [
      measure,
      referringAgencies.includes(agencyOfMeasure(measure, areaCode)) ? share : zero,
    ]),
  ];
}
