import type { RetentionFacts } from '../facts/retention.ts';
import { nothing, type StateChanges } from './stateChanges.ts';

export const retentionState: StateChanges<keyof RetentionFacts> = {
  recordKept: nothing,
  recordErased: nothing,
};
