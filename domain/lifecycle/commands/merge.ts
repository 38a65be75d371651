import { notifyingOfChildren } from '../../children/notifyingOfChildren.ts';
import type { ClockKind } from '../../clocks/clockKind.ts';
import type { CaseFact } from '../caseFact.ts';
import type { CaseState } from '../caseState.ts';
import type { Ask } from '../ask.ts';
import { propose, type Decider } from '../command.ts';
import { refuse } from '../refusal.ts';
import type { Stage } from '../stage.ts';
import { takenOff } from './meeting.ts';
import { transferWithdrawn } from './transfer.ts';

/** Stages from which a referral may be merged into another case. What a meeting has heard stands for itself. */
export const mergeable: readonly Stage[] = ['received', 'returned', 'accepted', 'graded', 'listed'];

/** Stages of a case that another referral may be merged into: MARAC has taken it on, so that nothing can be declined any more. */
export const keepable: readonly Stage[] = ['graded', 'listed', 'heard'];

/** Decisions somebody else owes; a merge would take them away unmade. */
const owedDecisions: readonly ClockKind[] = ['consentDecision'];

/**
 * Two referrals tell of one incident: this one goes on in the other case, which is kept. It leaves its list; what was asked of
 * others is still chased here. Which case may be kept the store says, under the lock of the pair.
 */
export const mergeReferral: Decider<'mergeReferral'> = (state, payload, { occurred }) => {
  if (!mergeable.includes(state.stage) || state.heard) return refuse('NOT_IN_THIS_STAGE');
  if (Object.keys(state.joined ?? {}).length > 0) return refuse('HOLDS_OTHERS');
  const blocking = standsInTheWay(state);
  if (blocking.length > 0) return refuse('GONE_FURTHER', blocking);
  const { reasonId } = payload;
  const offList = state.listing ? [takenOff(state.listing, reasonId, occurred)] : [];
  const withdrawn = state.transfer ? [transferWithdrawn(state.transfer, reasonId, occurred)] : [];
  const owed = clocksOf(state, notifyingOfChildren);
  const notificationsOwed = owed.length > 0 ? { notificationsOwed: owed } : {};
  return propose([...offList, ...withdrawn], { type: 'merge', ...payload, ...notificationsOwed });
};

/** Courts, orders and the adviser’s work belong to the case in which they stand; with them it is the one to keep. */
export function standsInTheWay(state: CaseState) {
  const dates = Object.entries(state.liveDates)
    .filter(([, { standing }]) => standing !== 'ended')
    .map(([id, { kind }]) => ({ type: 'liveDate', id, code: kind }));
  const proceedings = Object.entries(state.proceedings)
    .filter(([, { ended }]) => !ended)
    .map(([id, { kind }]) => ({ type: 'proceeding', id, code: kind }));
  const decisions = clocksOf(state, owedDecisions);
  const begun = !state.supportEnded && (state.attempts > 0 || state.engagement !== 'none');
  const code = state.engagement === 'none' ? 'attempting' : state.engagement;
  const support = begun ? [{ type: 'support', id: 'support', code }] : [];
  return [...dates, ...proceedings, ...decisions, ...support];
}

function clocksOf({ clocks }: CaseState, kinds: readonly ClockKind[]) {
  return Object.values(clocks)
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ id, kind }) => ({ type: 'clock', id, code: kind }));
}

/** They were two incidents after all: the referral stands where it stood, and is listed again where it was to be heard. */
export const undoMerge: Decider<'undoMerge'> = (state, { reasonId }, { occurred }) => {
  const { merged } = state;
  if (state.stage !== 'merged' || !merged) return refuse('NOT_MERGED');
  const { intoCaseId, had } = merged;
  const data = { intoCaseId, reasonId };
  const asks: Ask[] = [{ type: 'checkMerge', intoCaseId }];
  if (had === 'beenGraded' || state.repeat)
    asks.push({ type: 'place', because: 'mergeUndone', meetingId: null, reasonId });
  return propose([{ type: undoneAs[had], occurred, data }], ...asks);
};

const undoneAs = {
  notBeenAccepted: 'mergeUndoneUnscreened',
  notBeenGraded: 'mergeUndoneUngraded',
  beenGraded: 'mergeUndone',
} as const;

/** Another referral goes on here. */
export const joinReferral: Decider<'joinReferral'> = (state, data, { occurred }) =>
  state.joined?.[data.fromCaseId] ? refuse('MERGE_UNDER_WAY') : propose([{ type: 'referralJoined', occurred, data }]);

/** It goes its own way again, and the children it had told of with it. */
export const partReferral: Decider<'partReferral'> = (state, { fromCaseId }, { occurred }) => {
  const children = state.joined?.[fromCaseId];
  if (!children) return refuse('NOT_MERGED');
  const childIds = children.map(({ childId }) => childId);
  const minorIds = children.filter(({ minor }) => minor).map(({ childId }) => childId);
  const parted: CaseFact = { type: 'referralParted', occurred, data: { fromCaseId, childIds, minorIds } };
  return propose([parted]);
};
