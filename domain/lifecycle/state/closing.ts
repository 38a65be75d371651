import type { ClosingFacts } from '../facts/closing.ts';
import { nothing, type StateChanges } from './stateChanges.ts';

export const closingState: StateChanges<keyof ClosingFacts> = {
  caseClosed: nothing,
  caseReopened: nothing,
  caseReopenedUnheard: nothing,
  caseReopenedUngraded: nothing,
  caseReopenedUnscreened: nothing,
  flagSet: (_state, { data }) => ({ flagEndsOn: data.endsOn }),
  flagEnded: nothing,
  victimDied: () => ({ frozen: true }),
  deathTakenBack: () => ({ frozen: false }),
  caseEnded: nothing,
};
