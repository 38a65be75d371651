import { addMonths, londonDate } from '../../calendar/london.ts';
import type { IsoDate } from '../../calendar/time.ts';
import { notifyingOfChildren } from '../../children/notifyingOfChildren.ts';
import type { ClockKind } from '../../clocks/clockKind.ts';
import type { CaseFact } from '../caseFact.ts';
import type { CaseState } from '../caseState.ts';
import { propose, type Decider } from '../command.ts';
import { refuse } from '../refusal.ts';
import type { Stage } from '../stage.ts';
import { type Disposals, disposalsRefused, disposedOf, notDisposedOf } from './disposals.ts';
import { transferWithdrawn } from './transfer.ts';

/** Duties that must have come to something before a case is closed at MARAC; the adviser's own exit is not one. */
const tasksBeforeClosing: readonly ClockKind[] = [
  'screen',
  'incompleteChase',
  'firstContact',
  'contactAttempts',
  'contactDecision',
  'consentDecision',
  'interimDecision',
  'deferralDecision',
  'childServices',
  'schoolTold',
  'engagement',
  'safetyPlan',
  'outcomeTold',
  'hearingTold',
  'bailOutcome',
];

/** Nor is it closed over these, unless it is put down as history. */
const notClosedOver: readonly ClockKind[] = [...notifyingOfChildren, 'likelyMatch'];

/** Stages from which a case is closed; where the victim has died nothing further can be reached, so any that is open. */
const closable: readonly Stage[] = ['heard', 'graded'];
const closableAfterDeath: readonly Stage[] = [...closable, 'received', 'returned', 'accepted'];

/** Closed at MARAC: every action and IDVA task has come to something, every live date has somebody or has ended. */
export const closeCase: Decider<'closeCase'> = (state, payload, { occurred }) => {
  if (!(state.frozen ? closableAfterDeath : closable).includes(state.stage)) return refuse('NOT_IN_THIS_STAGE');
  const { disposals } = payload;
  const refusal = disposalsRefused(state, disposals);
  if (refusal) return refusal;
  const blocking = withoutDisposition(state, disposals);
  if (blocking.length > 0) return refuse('DISPOSITIONS_MISSING', blocking);
  const closed: CaseFact = { type: 'caseClosed', occurred, data: { reasonId: payload.reasonId } };
  const caseIds = Object.keys(state.joined ?? {});
  return propose([...disposedOf(disposals, occurred), closed], { type: 'checkJoined', caseIds });
};

/** What is closed while it is put down as history has had its notifications of children, or never will; who is who is decided once it is caught up. */
function withoutDisposition(state: CaseState, disposals: Disposals) {
  const actions = Object.entries(state.actions)
    .filter(([, status]) => status === 'open')
    .map(([id]) => ({ type: 'action', id }));
  const tasks = Object.values(state.clocks)
    .filter(({ kind }) => tasksBeforeClosing.includes(kind) || (!state.silent && notClosedOver.includes(kind)))
    .map((clock) => ({ type: 'clock', id: clock.id, code: clock.kind }));
  return [...actions, ...tasks, ...notDisposedOf(state, disposals)];
}

/** A closed case is worked again: at the meeting's stage it had reached. */
export const reopenCase: Decider<'reopenCase'> = (state, payload, { occurred }) => {
  if (state.stage !== 'closed') return refuse('NOT_CLOSED');
  const reopened: CaseFact = {
    type: state.heard ? 'caseReopened' : 'caseReopenedUnheard',
    occurred,
    data: payload,
  };
  return propose([reopened], { type: 'reopen' });
};

/** Somebody looked for these people before referring them, and may not see this case: its coordinator is told. */
export const noteSearch: Decider<'noteSearch'> = (_state, payload, { occurred }) =>
  propose([{ type: 'peopleSearchedFor', occurred, data: payload }]);

/** He is the victim of another case and she its perpetrator: the coordinators are told, and advisers are kept apart. */
export const noteReversedPair: Decider<'noteReversedPair'> = (_state, data, { occurred }) =>
  propose([{ type: 'reversedPairNoted', occurred, data }]);

/** An incident may lie behind it: within the flag that is a repeat, whatever the score. */
export const noteAssessment: Decider<'noteAssessment'> = (_state, data, { occurred }) =>
  propose([{ type: 'assessedWithoutReferral', occurred, data }]);

/** The victim has died: contact stops, the record is frozen and held. */
export const recordDeath: Decider<'recordDeath'> = (state, payload, { occurred }) => {
  if (state.frozen) return refuse('ALREADY_DIED');
  // Nobody takes over a frozen record: a transfer that waits is over, for whoever was asked too.
  const withdrawn = state.transfer ? [transferWithdrawn(state.transfer, null, occurred)] : [];
  return propose([...withdrawn, { type: 'victimDied', occurred, data: payload }]);
};

/** It was recorded by mistake: the record is open again; the store says what fell away with it, and what is owed by now. */
export const takeBackDeath: Decider<'takeBackDeath'> = (state, payload) =>
  state.frozen ? propose([], { type: 'takeBackDeath', ...payload }) : refuse('NOT_DIED');

/** The case ends when its flag has run out and nothing in it is watched any more. */
export const endCase: Decider<'endCase'> = (state, _payload, { occurred, now }) =>
  isOver(state, londonDate(now)) ? propose([{ type: 'caseEnded', occurred, data: {} }]) : refuse('NOT_IN_THIS_STAGE');

/** Whether a case has nothing left to wait for on a London date: it is closed, its flag is over, no clock stands. */
export function isOver(state: CaseState, today: string): boolean {
  if (!['closed', 'declined', 'handedOver', 'transferred', 'merged'].includes(state.stage)) return false;
  if (Object.keys(state.clocks).length > 0) return false;
  const until = standsUntil(state);
  return until === null || today > until;
}

/** Months for which a merge can be undone where the referral had not set a flag of its own. */
const undoneWithinMonths = 12;

/** The last London day on which a case stands by itself: that of its flag, or of a merge that may be undone; null where none. */
export function standsUntil({ stage, flagEndsOn, receivedAt }: CaseState): IsoDate | null {
  if (flagEndsOn !== null || stage !== 'merged' || receivedAt === null) return flagEndsOn;
  return addMonths(londonDate(receivedAt), undoneWithinMonths);
}
