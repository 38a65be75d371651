import type { CaseState } from '../caseState.ts';
import type { Ask } from '../ask.ts';
import { propose, type Decider } from '../command.ts';
import type { Stage } from '../stage.ts';

/** A repeat is put on a list from these stages; what was handed over or declined is graded or referred anew by a person. */
const listedFrom: readonly Stage[] = ['received', 'returned', 'accepted', 'graded'];

/** A record that came with a referral elsewhere may be of one of this case’s people. */
export const noteLikelyMatch: Decider<'noteLikelyMatch'> = (_state, data, { occurred }) =>
  propose([{ type: 'likelyMatchNoted', occurred, data }]);

/**
 * Somebody has decided whether two records are of the same person; deciding otherwise takes it back. From this moment on
 * the deny list, a suspended contact, the flag and deaths count for both.
 */
export const decideLikelyMatch: Decider<'decideLikelyMatch'> = (state, payload) =>
  propose([], { type: 'decideMatch', ...payload }, repeatSought(state, payload.matchId));

/** It was decided in another case of these people. */
export const noteMatchDecision: Decider<'noteMatchDecision'> = (state, data, { occurred }) =>
  propose([{ type: 'likelyMatchDecided', occurred, data }], repeatSought(state, data.matchId));

/** What a decision does to whether this case is a repeat. */
function repeatSought(state: CaseState, matchId: string): Ask {
  const { repeat, repeatBy = null, listing, stage, frozen } = state;
  const mayBeListed = listing === null && !frozen && listedFrom.includes(stage);
  return { type: 'findRepeat', matchId, foundBy: repeatBy, repeat, mayBeListed };
}
