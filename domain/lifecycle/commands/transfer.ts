import type { CaseFact } from '../caseFact.ts';
import type { CaseState } from '../caseState.ts';
import { propose, type CommandPayloads, type Decider } from '../command.ts';
import { refuse } from '../refusal.ts';
import type { Stage } from '../stage.ts';
import { takenOff } from './meeting.ts';

/**
 * Stages from which a case may go to another MARAC; a closed one too, and one that was handed over, because its victim may move while
 * the flag runs.
 */
const transferable: readonly Stage[] = [
  ...(['received', 'returned', 'accepted', 'graded', 'listed', 'heard', 'closed', 'handedOver'] as const),
];

/** Asks another MARAC to take the case over. The sender stays responsible, and every clock runs on, until it accepts. */
export const requestTransfer: Decider<'requestTransfer'> = (state, payload, { occurred }) => {
  if (!transferable.includes(state.stage)) return refuse('NOT_IN_THIS_STAGE');
  if (state.transfer?.status === 'pending') return refuse('TRANSFER_PENDING');
  const withdrawn = state.transfer ? [transferWithdrawn(state.transfer, payload.reasonId, occurred)] : [];
  const requested: CaseFact = { type: 'transferRequested', occurred, data: { ...payload, fromAreaId: '' } };
  return propose([...withdrawn, requested], { type: 'requestTransfer' });
};

/** The area that was asked takes the case over or refuses. It may still accept what it had refused. */
export const answerTransfer: Decider<'answerTransfer'> = (state, payload, { occurred }) => {
  const { transfer } = state;
  if (!transfer || transfer.toAreaId === null || !isAnswerable(transfer, payload)) return refuse('NO_TRANSFER');
  if (payload.outcome === 'refuse') return propose([refused(transfer, payload.reasonId, occurred)]);
  const { transferId, toAreaId, reasonId } = transfer;
  const waiting = ['received', 'returned', 'accepted'].includes(state.stage);
  const listed = ['graded', 'listed', 'heard', 'closed'].includes(state.stage) || (state.repeat && waiting);
  const { noteId } = payload;
  const ask = { type: 'acceptTransfer', transferId, toAreaId, noteId, listed } as const;
  return propose(offList(state, reasonId, occurred), ask);
};

/** A MARAC outside has answered, and the sender writes it down. */
export const recordOutsideAnswer: Decider<'recordOutsideAnswer'> = (state, payload, { occurred }) => {
  const { transfer } = state;
  if (!transfer || transfer.toAreaId !== null || !isAnswerable(transfer, payload)) return refuse('NO_TRANSFER');
  if (payload.outcome === 'refuse') return propose([refused(transfer, payload.reasonId, occurred)]);
  const { transferId, reasonId } = transfer;
  const accepted: CaseFact = { type: 'transferredOutside', occurred, data: { transferId, noteId: payload.noteId } };
  return propose([...offList(state, reasonId, occurred), accepted]);
};

/** The sender takes a transfer back, also one that was refused: the case stays where it is. */
export const withdrawTransfer: Decider<'withdrawTransfer'> = (state, { reasonId }, { occurred }) =>
  state.transfer ? propose([transferWithdrawn(state.transfer, reasonId, occurred)]) : refuse('NO_TRANSFER');

type Transfer = NonNullable<CaseState['transfer']>;

/** The fact that a transfer is over without anybody having taken the case; without a reason where the victim has died. */
export function transferWithdrawn(
  { transferId, toAreaId }: Transfer,
  reasonId: string | null,
  occurred: CaseFact['occurred'],
): CaseFact {
  return { type: 'transferWithdrawn', occurred, data: { transferId, toAreaId, reasonId } };
}

function refused({ transferId, toAreaId }: Transfer, reasonId: string, occurred: CaseFact['occurred']): CaseFact {
  return { type: 'transferRefused', occurred, data: { transferId, toAreaId, reasonId } };
}

/** What was refused once is not refused again. */
function isAnswerable({ status }: Transfer, { outcome }: CommandPayloads['answerTransfer']): boolean {
  return status === 'pending' || outcome === 'accept';
}

/** The sender's meeting does not hear it any more, for the reason for which it was sent. */
function offList(state: CaseState, reasonId: string, occurred: CaseFact['occurred']): CaseFact[] {
  return state.listing ? [takenOff(state.listing, reasonId, occurred)] : [];
}
