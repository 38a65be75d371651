import type { AnyFact, MatterStanding } from '../../domain/matters/matter.ts';
import type { MatterKind } from '../decisions/matterKind.ts';
import { projectClockFact } from './projectClockFact.ts';
import { isClockFact, type RecordedFact } from './recordedFact.ts';
import type { WriteSet } from './writeSet.ts';

/** What of the read model stands before facts are laid over it. */
export interface ProjectedMatter<S extends MatterStanding, F extends AnyFact> {
  readonly id: string;
  readonly kind: MatterKind<S, F, unknown>;
  readonly standing: S | null;
  /** Ids of clocks that run, so that declaring a matter caught up reaches them. */
  readonly runningClockIds: readonly string[];
}

/** Lays recorded facts over the read model of one matter; a pure function of what it is given, used again by a rebuild. */
export function project<S extends MatterStanding, F extends AnyFact>(
  before: ProjectedMatter<S, F>,
  facts: readonly RecordedFact<F>[],
  writes: WriteSet,
): S {
  const { id, kind } = before;
  let { standing } = before;
  const running = new Set(before.runningClockIds);
  for (const recorded of facts) {
    const { fact } = recorded;
    if (isClockFact(fact)) {
      if (!standing) throw new Error('A clock needs a matter.');
      if (fact.data.clock.end) running.delete(fact.data.clock.id);
      else running.add(fact.data.clock.id);
      projectClockFact(recorded, fact, { ...standing, about: kind.about }, writes);
      continue;
    }
    standing = kind.standingAfter(standing, id, fact);
    kind.project(recorded, fact, standing, writes);
    // What is still owed goes with a case to the area that took it over; what has ended stays where it was done.
    if (fact.type === 'transferAccepted')
      for (const clockId of running) writes.add('clock', { id: clockId, areaId: standing.areaId });
    if (kind.isCaughtUp(fact)) for (const clockId of running) writes.add('clock', { id: clockId, silent: false });
  }
  if (!standing) throw new Error('There has to be a fact with which a matter begins.');
  return standing;
}
