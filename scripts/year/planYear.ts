import { yearAreas } from './areas.ts';
import { newIdentities } from './identities.ts';
import { planArea } from './planArea.ts';
import type { PlannedCase } from './plannedCase.ts';
import type { YearFigures } from './table.ts';

/**
 * The cases behind the published figures, invented: area after area, in each in the order of receipt, so that a repeat
 * always comes after the case it repeats. The same on every run.
 */
export function planYear(table: YearFigures): PlannedCase[] {
  const identities = newIdentities();
  return yearAreas.flatMap((area) => planArea(table, area, identities));
}
