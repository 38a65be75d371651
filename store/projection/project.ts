import type { CaseStanding } from '../../domain/lifecycle/caseStanding.ts';
import { standingAfter } from '../../domain/lifecycle/caseStanding.ts';
import { projectClockFact } from './projectClockFact.ts';
import { projectCaseFact } from './projectCaseFact.ts';
import { isClockFact, type RecordedFact } from './recordedFact.ts';
import type { WriteSet } from './writeSet.ts';

/** What of the read model stands before facts are laid over it. */
export interface ProjectedCase {
  readonly caseId: string;
  readonly epoch: number;
  readonly standing: CaseStanding | null;
  /** Ids of clocks that run, so that declaring a case caught up reaches them. */
  readonly runningClockIds: readonly string[];
}

/** Lays recorded facts over the read model of one case; a pure function of what it is given, used again by a rebuild. */
export function project(before: ProjectedCase, facts: readonly RecordedFact[], writes: WriteSet): CaseStanding {
  let standing = before.standing;
  const running = new Set(before.runningClockIds);
  for (const recorded of facts) {
    const { fact } = recorded;
    if (isClockFact(fact)) {
      if (!standing) throw new Error('A clock needs a case.');
      if (fact.data.clock.end) running.delete(fact.data.clock.id);
      else running.add(fact.data.clock.id);
      projectClockFact(recorded, fact, standing, writes);
      continue;
    }
    standing = standingAfter(standing, before.caseId, fact);
    projectCaseFact(recorded, fact, standing, writes);
    if (fact.type === 'caughtUp') for (const id of running) writes.add('clock', { id, silent: false });
  }
  if (!standing) throw new Error('Facts about a case begin with its referral.');
  return standing;
}
