import { resultToldSchema } from '../../contracts/court.ts';
import { checkBody, checkDay, checkFollows, given, type Looked } from './checkCells.ts';
import type { RowStep } from './step.ts';

/** That the victim was told what a court or the police decided, or that there is no safe way; of the date under this name, decided on the day in a column. */
export function resultToldStep(looked: Looked, of: string, decidedIn: string): readonly RowStep[] {
  checkDay(looked, 'toldOn', decidedIn);
  checkFollows(looked, 'toldOn', decidedIn);
  checkFollows(looked, 'noSafeWay', 'toldOn');
  const occurredAt = given(looked.cells, 'toldOn');
  if (occurredAt === undefined) return [];
  const reason = given(looked.cells, 'noSafeWay');
  const body = reason === undefined ? { occurredAt, result: 'told' } : { occurredAt, result: 'noSafeWay', reason };
  checkBody(looked, resultToldSchema, body, { occurredAt: 'toldOn', reason: 'noSafeWay' });
  const step = { name: `${of}/told`, by: 'marac', path: '/live-dates/:made/result-told', of, body } as const;
  return [{ looked, column: 'toldOn', step }];
}
