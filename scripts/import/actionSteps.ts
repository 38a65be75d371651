import { actionCompletionSchema, actionReasonSchema, newActionSchema } from '../../contracts/action.ts';
import { checkBody, checkDay, checkTogether, defined, given, type Looked, yesNo } from './checkCells.ts';
import type { RowStep } from './step.ts';

/** How an action ends: where that is sent, and what its contract is. */
const outcomes = {
  completed: { path: 'completion', schema: actionCompletionSchema, words: 'note' },
  notPossible: { path: 'not-possible', schema: actionReasonSchema, words: 'reason' },
  notDone: { path: 'not-done', schema: actionReasonSchema, words: 'reason' },
} as const;

/** An action as it was set, and what came of it where it is over. */
export function actionSteps(looked: Looked): readonly RowStep[] {
  const { cells } = looked;
  checkDay(looked, 'setOn');
  const body = defined({
    occurredAt: given(cells, 'setOn'),
    agency: given(cells, 'agency'),
    risk: given(cells, 'risk'),
    description: given(cells, 'description'),
    urgent: given(cells, 'urgent') === undefined ? false : yesNo(cells, 'urgent'),
    due: dueOf(looked),
  });
  const columnAt = { occurredAt: 'setOn', due: 'dueOn' };
  const itself = { agency: 'agency', risk: 'risk', description: 'description', urgent: 'urgent' };
  checkBody(looked, newActionSchema, body, { ...columnAt, ...itself });
  const name = `action/${cells['actionKey'] ?? ''}`;
  const step = { name, by: 'marac', path: '/actions', body, makes: [name] } as const;
  return [{ looked, column: 'setOn', step }, ...ended(looked, name)];
}

/** An urgent action has its hour and no day; what is due before it was set has been mistyped. */
function dueOf({ cells, fault }: Looked): string | undefined {
  const due = given(cells, 'dueOn');
  if (due === undefined) return undefined;
  if (cells['urgent'] === 'yes') fault('dueOn', 'An urgent action is due 24 hours after it was set: leave this empty.');
  if (cells['setOn'] && due < cells['setOn']) fault('dueOn', 'This lies before setOn.');
  return due;
}

function ended(looked: Looked, of: string): readonly RowStep[] {
  const { cells, fault } = looked;
  checkTogether(looked, 'outcome', 'endedOn');
  checkDay(looked, 'endedOn', 'setOn');
  const outcome = given(cells, 'outcome');
  if (outcome === undefined) {
    if (cells['note']) fault('note', 'This belongs with outcome, which is empty.');
    return [];
  }
  if (!isOutcome(outcome)) {
    fault('outcome', 'Write completed, notPossible or notDone.');
    return [];
  }
  const { path, schema, words } = outcomes[outcome];
  const body = defined({ occurredAt: given(cells, 'endedOn'), [words]: given(cells, 'note') });
  checkBody(looked, schema, body, { occurredAt: 'endedOn', [words]: 'note' });
  const step = { name: `${of}/end`, by: 'marac', path: `/actions/:made/${path}`, of, body } as const;
  return [{ looked, column: 'endedOn', step }];
}

function isOutcome(text: string): text is keyof typeof outcomes {
  return Object.hasOwn(outcomes, text);
}
