import * as body from '../../contracts/clock.ts';
import { caseCommand } from './caseCommand.ts';

const aClock = '/clocks/:clockId';

/** Clocks: pauses and acknowledgements, both in the ledger. */
export const clockCommands = [
  caseCommand({
    type: 'pauseClock',
    path: `${aClock}/pause`,
    summary: 'Pause a clock for a permitted reason',
    schema: body.pauseSchema,
    payload: ({ reason, note }, desk) => ({
      clockId: desk.subjectId,
      reason,
      reasonId: desk.keepIfAny('note', note),
    }),
  }),
  caseCommand({
    type: 'resumeClock',
    path: `${aClock}/resumption`,
    summary: 'Let a paused clock run on',
    schema: body.resumptionSchema,
    payload: (_body, desk) => ({ clockId: desk.subjectId }),
  }),
  caseCommand({
    type: 'acknowledgeEscalation',
    path: `${aClock}/acknowledgement`,
    summary: 'Acknowledge an escalation until a near date; only an outcome ends it',
    schema: body.escalationAcknowledgementSchema,
    whose: 'clock',
    payload: ({ until, reason }, desk) => ({
      clockId: desk.subjectId,
      until,
      reasonId: desk.keep('reason', reason),
    }),
  }),
];
