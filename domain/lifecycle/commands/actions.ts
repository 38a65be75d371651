import { londonDate } from '../../calendar/london.ts';
import type { IsoInstant } from '../../calendar/time.ts';
import type { Due } from '../../clocks/clock.ts';
import type { CaseFact } from '../caseFact.ts';
import type { CaseState } from '../caseState.ts';
import { propose, type Decider } from '../command.ts';
import type { NewAction } from '../payloads/actions.ts';
import { refuse, type Refusal } from '../refusal.ts';

/** An action may be set at any stage of a case that has not ended, before the meeting too. */
export const setAction: Decider<'setAction'> = (state, payload, { occurred, now }) => {
  if (payload.due && !state.silent && isPast(payload.due, now)) return refuse('DUE_IN_THE_PAST');
  return propose([actionSet(payload, occurred, null)]);
};

/** The fact that an action was set, at a meeting or outside one. */
export function actionSet(action: NewAction, occurred: CaseFact['occurred'], meetingId: string | null): CaseFact {
  return { type: 'actionSet', occurred, data: { ...action, meetingId } };
}

/** Late completion is always allowed, after "not done" and "no longer possible" too. */
export const completeAction: Decider<'completeAction'> = (state, payload, { occurred }) => {
  const status = state.actions[payload.actionId];
  if (!status) return unknownAction(payload.actionId);
  if (status === 'completed') return refuse('ACTION_ENDED');
  return propose([{ type: 'actionCompleted', occurred, data: payload }]);
};

/** Circumstances changed: nobody failed, and nothing is owed any more. */
export const recordActionNotPossible: Decider<'recordActionNotPossible'> = (state, payload, { occurred }) =>
  whenOpen(state, payload.actionId) ?? propose([{ type: 'actionNotPossible', occurred, data: payload }]);

/** The agency did not do it: an outcome of its own, because governance asks for it. */
export const recordActionNotDone: Decider<'recordActionNotDone'> = (state, payload, { occurred }) =>
  whenOpen(state, payload.actionId) ?? propose([{ type: 'actionNotDone', occurred, data: payload }]);

/** The action goes to another agency or owner, with its due date. */
export const reassignAction: Decider<'reassignAction'> = (state, payload, { occurred }) =>
  whenOpen(state, payload.actionId) ?? propose([{ type: 'actionReassigned', occurred, data: payload }]);

/**
 * A new due date arms every rung again; the old date, who and why stay in the record. An extension has to be later
 * than the date it extends, which only the clock knows.
 */
export const moveActionDue: Decider<'moveActionDue'> = (state, payload, { occurred, now }) => {
  const refusal = whenOpen(state, payload.actionId);
  if (refusal) return refusal;
  if (!state.silent && isPast(payload.due, now)) return refuse('DUE_IN_THE_PAST');
  const { actionId, due, extension, reasonId } = payload;
  const facts: CaseFact[] = [{ type: 'actionDueMoved', occurred, data: payload }];
  return extension ? propose(facts, { type: 'extend', actionId, due, reasonId }) : propose(facts);
};

function whenOpen(state: CaseState, actionId: string): Refusal | null {
  const status = state.actions[actionId];
  if (!status) return unknownAction(actionId);
  return status === 'open' ? null : refuse('ACTION_ENDED');
}

function unknownAction(id: string): Refusal {
  return refuse('UNKNOWN_ACTION', [{ type: 'action', id }]);
}

function isPast(due: Due, now: IsoInstant): boolean {
  return due.type === 'day' ? due.date < londonDate(now) : due.at <= now;
}
