import type { RetentionFacts } from '../facts/retention.ts';
import { nothing, type StandingChanges } from './standingChanges.ts';

export const retentionStanding: StandingChanges<keyof RetentionFacts> = {
  recordKept: nothing,
  recordErased: (_standing, { occurred }) => ({ erasedAt: occurred.at }),
};
