import type { ActionStatus, CaseState } from '../caseState.ts';
import type { ActionFacts } from '../facts/actions.ts';
import { nothing, type StateChanges } from './stateChanges.ts';

export const actionState: StateChanges<keyof ActionFacts> = {
  actionSet: (state, { data }) => withAction(state, data.actionId, 'open'),
  actionCompleted: (state, { data }) => withAction(state, data.actionId, 'completed'),
  actionNotPossible: (state, { data }) => withAction(state, data.actionId, 'notPossible'),
  actionNotDone: (state, { data }) => withAction(state, data.actionId, 'notDone'),
  actionReassigned: nothing,
  actionDueMoved: nothing,
};

function withAction(state: CaseState, id: string, status: ActionStatus): Partial<CaseState> {
  return { actions: { ...state.actions, [id]: status } };
}
