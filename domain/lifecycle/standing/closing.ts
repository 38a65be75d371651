import type { ClosingFacts } from '../facts/closing.ts';
import { nothing, type StandingChanges } from './standingChanges.ts';

/** A death that is taken back opens a case again that had ended altogether. */
const openAgain = () => ({ closedAt: null, endedAt: null });

export const closingStanding: StandingChanges<keyof ClosingFacts> = {
  caseClosed: (_standing, { occurred }) => ({ closedAt: occurred.at }),
  caseReopened: openAgain,
  caseReopenedUnheard: openAgain,
  caseReopenedUngraded: openAgain,
  caseReopenedUnscreened: openAgain,
  flagSet: (_standing, { data }) => ({ flagEndsOn: data.endsOn }),
  flagEnded: nothing,
  victimDied: () => ({ frozen: true, legalHold: true }),
  // Nothing but a death holds a record here.
  deathTakenBack: () => ({ frozen: false, legalHold: false }),
  caseEnded: (_standing, { occurred }) => ({ endedAt: occurred.at }),
};
