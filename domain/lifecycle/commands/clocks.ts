import type { CaseState } from '../caseState.ts';
import { propose, type Decider } from '../command.ts';
import { refuse, type Refusal } from '../refusal.ts';

/** Pauses a clock for a permitted reason; the store says whether the reason is permitted. */
export const pauseClock: Decider<'pauseClock'> = (state, payload) =>
  whenRunning(state, payload.clockId) ?? propose([], { type: 'pause', ...payload });

/** Lets a paused clock run on with the budget it had left. */
export const resumeClock: Decider<'resumeClock'> = (state, payload) =>
  whenRunning(state, payload.clockId) ?? propose([], { type: 'resume', ...payload });

/** Acknowledging quiets a ladder until a near date; only an outcome ends it. */
export const acknowledgeEscalation: Decider<'acknowledgeEscalation'> = (state, payload) =>
  whenRunning(state, payload.clockId) ?? propose([], { type: 'acknowledge', ...payload });

/** Clocks planned anew by a changed policy or calendar; the store knows which of them that moves. */
export const planClocksAnew: Decider<'planClocksAnew'> = (_state, payload) =>
  propose([], { type: 'planAnew', ...payload });

function whenRunning(state: CaseState, clockId: string): Refusal | null {
  return state.clocks[clockId] ? null : refuse('UNKNOWN_CLOCK', [{ type: 'clock', id: clockId }]);
}
