import type { ClosingFacts } from '../facts/closing.ts';
import { nothing, type StandingChanges } from './standingChanges.ts';

export const closingStanding: StandingChanges<keyof ClosingFacts> = {
  caseClosed: (_standing, { occurred }) => ({ closedAt: occurred.at }),
  caseReopened: () => ({ closedAt: null }),
  caseReopenedUnheard: () => ({ closedAt: null }),
  caseReopenedUngraded: () => ({ closedAt: null }),
  caseReopenedUnscreened: () => ({ closedAt: null }),
  flagSet: (_standing, { data }) => ({ flagEndsOn: data.endsOn }),
  flagEnded: nothing,
  victimDied: () => ({ frozen: true, legalHold: true }),
  // Nothing but a death holds a record here.
  deathTakenBack: () => ({ frozen: false, legalHold: false }),
  caseEnded: (_standing, { occurred }) => ({ endedAt: occurred.at }),
};
