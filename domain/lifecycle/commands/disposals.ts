import type { CaseFact } from '../caseFact.ts';
import type { CaseState } from '../caseState.ts';
import type { CommandPayloads } from '../command.ts';
import { refuse, type Refusal } from '../refusal.ts';

/** What becomes of each order, hearing or bail date where a case goes no further at MARAC. */
export type Disposals = CommandPayloads['closeCase']['disposals'];

/** Why dates cannot be disposed of so: one is not known, or is over already; null where they can. */
export function disposalsRefused(state: CaseState, disposals: Disposals): Refusal | null {
  const ids = [...new Set(disposals.map(({ liveDateId }) => liveDateId))];
  const about = (some: readonly string[]) => some.map((id) => ({ type: 'liveDate', id }));
  const unknown = ids.filter((id) => !state.liveDates[id]);
  if (unknown.length > 0) return refuse('UNKNOWN_LIVE_DATE', about(unknown));
  const over = ids.filter((id) => state.liveDates[id]?.standing === 'ended');
  return over.length > 0 ? refuse('LIVE_DATE_ENDED', about(over)) : null;
}

/** Dates that stand, that no post watches, and of which nobody says what becomes of them. */
export function notDisposedOf(state: CaseState, disposals: Disposals) {
  const disposed = new Set(disposals.map(({ liveDateId }) => liveDateId));
  return Object.entries(state.liveDates)
    .filter(([id, { standing }]) => standing === 'live' && !disposed.has(id))
    .map(([id, { kind }]) => ({ type: 'liveDate', id, code: kind }));
}

/** The facts that each date ended, was transferred, or is watched by a named post. */
export function disposedOf(disposals: Disposals, occurred: CaseFact['occurred']): readonly CaseFact[] {
  return disposals.map((data) => ({ type: 'liveDateDisposed', occurred, data }));
}
