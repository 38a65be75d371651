import type { CourtFacts } from '../facts/court.ts';
import type { LiveDateFacts } from '../facts/liveDates.ts';
import { nothing, type StandingChanges } from './standingChanges.ts';

/** Proceedings and live dates have rows of their own. */
export const courtStanding: StandingChanges<keyof CourtFacts | keyof LiveDateFacts> = {
  proceedingOpened: nothing,
  milestoneReached: nothing,
  proceedingEnded: nothing,
  hearingAdjourned: nothing,
  hearingCompanySet: nothing,
  resultTold: nothing,
  liveDateAdded: nothing,
  liveDateOutcome: nothing,
  liveDateMoved: nothing,
  liveDateReviewed: nothing,
  orderBreached: nothing,
  liveDateDisposed: nothing,
};
