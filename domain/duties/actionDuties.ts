import type { Fact } from '../lifecycle/caseFact.ts';
import { type DutyChange, done, fallsAway, starts } from './dutyChange.ts';

const kinds = ['action', 'urgentAction'] as const;

/** An action is owed by its agency from the moment it is set; something done before the meeting is what an interim plan is. */
export function actionSet({ data }: Fact<'actionSet'>): readonly DutyChange[] {
  const { actionId, agencyId, ownerId, due, urgent } = data;
  const subject = { type: 'action', id: actionId } as const;
  return [
    starts(urgent ? 'urgentAction' : 'action', subject, { agencyId, ownerId }, { due }),
    done(['interimDecision']),
  ];
}

/** An action has come to something: it was done, cannot be done any more, or the agency did not do it. */
export function actionEnded({
  type,
  data: { actionId },
}: Fact<'actionCompleted'> | Fact<'actionNotPossible'> | Fact<'actionNotDone'>): readonly DutyChange[] {
  if (type === 'actionCompleted') return [done(kinds, actionId)];
  return [fallsAway(kinds, type === 'actionNotDone' ? 'notDone' : 'notPossible', actionId)];
}

/** An action is another’s now, and its duty with it. */
export function actionReassigned({ data }: Fact<'actionReassigned'>): readonly DutyChange[] {
  const { actionId, agencyId, ownerId } = data;
  return [{ do: 'own', kinds: null, subjectId: actionId, ownedBy: null, owner: { agencyId, ownerId } }];
}

/** An action is due on another day; an extension is measured against the date it extends, so `changeClock` has moved that clock already. */
export function actionDueMoved({ data }: Fact<'actionDueMoved'>): readonly DutyChange[] {
  const { actionId, due, extension, reasonId } = data;
  return extension ? [] : [{ do: 'move', kinds: null, subjectId: actionId, due, because: 'moved', reasonId }];
}
