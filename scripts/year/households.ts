import { londonDate } from '../../domain/calendar/london.ts';
import type { Arrival } from './arrivals.ts';
import type { YearArea } from './areas.ts';
import type { Identities } from './identities.ts';
import { itemAt } from './itemAt.ts';
import { flagMeasures } from './measures.ts';
import type { FlagMeasure } from './measures.ts';
import { inventHousehold } from './people.ts';
import type { Household } from './people.ts';
import type { Chance } from './random.ts';
import { choosePairs, spreadChildren } from './shares.ts';
import { wholeFigure } from './table.ts';
import type { YearFigures } from './table.ts';

/** Invents the household of every pair of an area, by the pair's number, so that counted by case they give the table. */
export function planHouseholds(
  chance: Chance,
  identities: Identities,
  table: YearFigures,
  area: YearArea,
  arrivals: readonly Arrival[],
): ReadonlyMap<number, Household> {
  const pairs = Map.groupBy(arrivals, ({ pair }) => pair);
  const casesOfPair = [...pairs.values()].map((cases) => cases.length);
  const children = spreadChildren(chance, casesOfPair, wholeFigure(table, 'Children in households', area.name));
  const flagged = new Map(
    flagMeasures.map((measure) => [measure, choosePairs(chance, casesOfPair, wholeFigure(table, measure, area.name))]),
  );
  return new Map(
    [...pairs].map(([pair, [first]], index) => {
      const isFlagged = (measure: FlagMeasure): boolean => flagged.get(measure)?.[index] === true;
      const flags = {
        'Minority ethnic cases': isFlagged('Minority ethnic cases'),
        'LGBT cases': isFlagged('LGBT cases'),
        'Cases with registered disability': isFlagged('Cases with registered disability'),
        'Male victims': isFlagged('Male victims'),
      };
      if (first === undefined) throw new Error('A pair has at least one case.');
      const firstReferredOn = londonDate(first.received.at);
      const given = { flags, children: itemAt(children, index), firstReferredOn };
      return [pair, inventHousehold(chance, identities, area, given)];
    }),
  );
}
