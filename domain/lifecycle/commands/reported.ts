import { londonDate } from '../../calendar/london.ts';
import type { CaseFact } from '../caseFact.ts';
import type { CaseState } from '../caseState.ts';
import { propose, type Decider } from '../command.ts';
import { refuse } from '../refusal.ts';
import { takenOff } from './meeting.ts';
import { mergeable, standsInTheWay } from './merge.ts';
import { transferWithdrawn } from './transfer.ts';

/** Somebody reported further abuse of this pair; whether it is a repeat was decided by the date of the incident. */
export const reportFurtherAbuse: Decider<'reportFurtherAbuse'> = (_state, payload, { occurred }) =>
  propose([{ type: 'furtherAbuseReported', occurred, data: payload }]);

/** A report that this case has recorded is about other people; the store says whether it stands here. */
export const takeOutReport: Decider<'takeOutReport'> = (_state, payload) =>
  propose([], { type: 'takeOutReport', ...payload });

/**
 * The report for which this case was opened is about other people: it is no repeat, and its flag is none. Where nothing but a
 * place on a list has come of it the referral goes with it; where something has, a person decides what becomes of that.
 */
export const takeBackRepeat: Decider<'takeBackRepeat'> = (state, payload, { occurred }) => {
  const { reportId, reasonId } = payload;
  const hadFlag = state.flagEndsOn !== null;
  const taken: CaseFact = { type: 'repeatTakenBack', occurred, data: { ...payload, hadFlag } };
  if (!isOnlyListed(state)) return propose([taken]);
  const offList = state.listing ? [takenOff(state.listing, reasonId, occurred)] : [];
  const withdrawn = state.transfer ? [transferWithdrawn(state.transfer, reasonId, occurred)] : [];
  return propose([taken, ...offList, ...withdrawn, { type: 'referralTakenBack', occurred, data: { reportId } }]);
};

/** Nobody was asked for anything in it, nobody was told of a child, and no adviser has begun. */
function isOnlyListed(state: CaseState): boolean {
  if (!mergeable.includes(state.stage) || state.heard || state.frozen) return false;
  const others = [state.actions, state.handovers, state.joined ?? {}];
  return standsInTheWay(state).length === 0 && others.every((each) => Object.keys(each).length === 0);
}

/** The flag that this case had set runs on: the one of a later case, in whose favour it had ended, was taken back. */
export const setFlagAgain: Decider<'setFlagAgain'> = ({ flagEndsOn }, _payload, { now }) =>
  flagEndsOn === null || flagEndsOn < londonDate(now) ? refuse('NO_FLAG_TO_SET') : propose([], { type: 'flagAgain' });
