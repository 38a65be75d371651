import type { ClosingFacts } from '../../../domain/lifecycle/facts/closing.ts';
import type { RetentionFacts } from '../../../domain/lifecycle/facts/retention.ts';
import { type CaseProjection, nothing } from './caseProjection.ts';

export const closingProjection: CaseProjection<keyof ClosingFacts | keyof RetentionFacts> = {
  caseClosed: nothing,
  caseReopened: nothing,
  caseReopenedUnheard: nothing,
  caseReopenedUngraded: nothing,
  caseReopenedUnscreened: nothing,
  flagSet: ({ data }, { standing, writes }) => {
    writes.add('flag', { pairId: data.pairId, caseId: standing.id, endsOn: data.endsOn, endedAt: null });
  },
  flagEnded: ({ data, occurred }, { writes }) => {
    writes.add('flag', { pairId: data.pairId, endedAt: occurred.at });
  },
  victimDied: nothing,
  deathTakenBack: nothing,
  caseEnded: nothing,
  recordKept: nothing,
  recordErased: nothing,
};
