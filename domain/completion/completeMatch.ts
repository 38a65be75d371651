import type { CaseFact } from '../lifecycle/caseFact.ts';
import type { MatchAnswer } from '../lifecycle/facts/samePeople.ts';
import { refuse } from '../lifecycle/refusal.ts';
import { type AskOf, type Completion, type Found, standingOf } from './found.ts';
import { place } from './place.ts';

/** What the store found, under its lock, of two records that may be of one person; `answer`: as it was decided before. */
export interface LikelyMatchFound {
  readonly answer: MatchAnswer | null;
}

/** The decision about two records: refused where this case is about neither, or where it was decided so already. */
export function decideMatch(ask: AskOf<'decideMatch'>, facts: readonly CaseFact[], found: Found): Completion {
  const { matchId, answer, reasonId } = ask;
  const { likelyMatch, occurred } = found;
  if (!likelyMatch) return refuse('NO_LIKELY_MATCH');
  if (likelyMatch.answer === answer) return refuse('MATCH_DECIDED');
  const data = { matchId, answer, before: likelyMatch.answer, byCaseId: standingOf(found).id, reasonId };
  return { ok: true, facts: [...facts, { type: 'likelyMatchDecided', occurred, data }] };
}

/**
 * Whether the case is a repeat now: of the last accepted case of the same two people whose flag covers the incident. It is
 * listed at once; what was listed as a repeat and is none any more stays on its list until a person takes it off.
 */
export function findRepeat(ask: AskOf<'findRepeat'>, facts: readonly CaseFact[], found: Found): Completion {
  const { matchId, foundBy, repeat, mayBeListed } = ask;
  const { earlierCaseId, occurred } = found;
  if (earlierCaseId === null)
    return foundBy === matchId
      ? { ok: true, facts: [...facts, { type: 'repeatWithdrawn', occurred, data: { matchId } }] }
      : { ok: true, facts };
  if (repeat) return { ok: true, facts };
  const known: CaseFact = { type: 'repeatFound', occurred, data: { matchId, repeatOfId: earlierCaseId } };
  const all = [...facts, known];
  if (!mayBeListed) return { ok: true, facts: all };
  const placed = place({ type: 'place', because: 'repeat', meetingId: null, reasonId: null }, all, found);
  // Without a meeting to come the repeat stands among the exceptions.
  return placed.ok ? placed : { ok: true, facts: all };
}
