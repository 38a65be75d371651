import * as body from '../../contracts/transfer.ts';
import type { TransferAnswer } from '../../domain/lifecycle/payloads/transfer.ts';
import { caseCommand, type Desk } from './caseCommand.ts';

/** Transfers to another MARAC, from both sides. */
export const transferCommands = [
  caseCommand({
    type: 'requestTransfer',
    path: '/transfers',
    summary: 'Ask another MARAC to take the case over; the sender stays responsible until it accepts',
    schema: body.transferSchema,
    creates: ({ transferId }) => ({ transferId }),
    needs: ['transferPack'],
    named: ({ area }) => (area === undefined ? {} : { areas: [area] }),
    payload: ({ area, outside, reason }, desk) => ({
      transferId: desk.id('transfer'),
      toAreaId: area === undefined ? null : desk.area(area),
      outsideId: outside === undefined ? null : desk.keep('outsideMarac', outside),
      reasonId: desk.keep('reason', reason),
      pack: desk.transferPack,
    }),
  }),
  caseCommand({
    type: 'answerTransfer',
    path: '/transfer-answer',
    summary: 'Take over a case that another area sends, or refuse it with a reason',
    schema: body.transferAnswerSchema,
    payload: answered,
  }),
  caseCommand({
    type: 'recordOutsideAnswer',
    path: '/outside-transfer-answer',
    summary: 'Record what a MARAC outside this system answered to a transfer',
    schema: body.transferAnswerSchema,
    payload: answered,
  }),
  caseCommand({
    type: 'withdrawTransfer',
    path: '/transfer-withdrawal',
    summary: 'Take a transfer back, one that was refused too; the case stays where it is',
    schema: body.transferWithdrawalSchema,
    payload: ({ reason }, desk) => ({ reasonId: desk.keep('reason', reason) }),
  }),
];

function answered(answer: body.TransferAnswerBody, desk: Desk): TransferAnswer {
  return answer.outcome === 'accept'
    ? { outcome: 'accept', noteId: desk.keepIfAny('note', answer.note) }
    : { outcome: 'refuse', reasonId: desk.keep('reason', answer.reason) };
}
