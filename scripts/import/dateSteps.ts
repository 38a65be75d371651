import { liveDateSchema } from '../../contracts/liveDate.ts';
import { checkBody, checkDay, defined, given, type Looked, several } from './checkCells.ts';
import { tellsVictim } from './courtOutlook.ts';
import { momentIn } from './momentIn.ts';
import { resultToldStep } from './resultToldStep.ts';
import type { RowStep } from './step.ts';

/** The column that fills each place of the request. */
const columnAt = {
  occurredAt: 'knownOn',
  at: 'at',
  where: 'where',
  kind: 'kind',
  from: 'from',
  conditions: 'conditions',
  agency: 'agency',
  authorisedBy: 'authorisedBy',
} as const;

/** An order, bail or another date outside that still stands. */
export function dateSteps(looked: Looked): readonly RowStep[] {
  const { cells, fault } = looked;
  checkDay(looked, 'knownOn');
  if (cells['kind'] === 'hearing') fault('kind', 'Hearings have a file of their own.');
  const body = defined({
    occurredAt: given(cells, 'knownOn'),
    at: momentIn(looked, 'at'),
    where: given(cells, 'where'),
    kind: given(cells, 'kind'),
    from: momentIn(looked, 'from'),
    conditions: several(cells, 'conditions'),
    agency: given(cells, 'agency'),
    authorisedBy: given(cells, 'authorisedBy'),
  });
  checkBody(looked, liveDateSchema, body, columnAt);
  if (cells['toldOn'] && !tellsVictim.includes(cells['kind'] ?? ''))
    fault('toldOn', 'Of bail and of a release under investigation the victim is told: leave this empty.');
  const name = `date/${cells['dateKey'] ?? ''}`;
  const step = { name, by: 'marac', path: '/live-dates', body, makes: [name] } as const;
  return [{ looked, column: 'knownOn', step }, ...resultToldStep(looked, name, 'knownOn')];
}
