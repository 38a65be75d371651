import type { SeenCase } from './decisionInput.ts';
import type { OpenCase } from './openCase.ts';

/**
 * Whether a workflow may no longer write: a rebuilt one of a newer epoch has taken over, or it has seen facts that
 * Postgres does not hold, because the database was restored to an earlier moment. It ends, and the case is started
 * again from what Postgres remembers.
 */
export function isSuperseded(open: Pick<OpenCase, 'epoch' | 'seq'>, seen: SeenCase): boolean {
  return open.epoch > seen.epoch || open.seq < seen.version;
}
