import * as body from '../../contracts/closing.ts';
import { caseCommand } from './caseCommand.ts';
import { disposalsIn, watchersIn } from './disposals.ts';

/** How a case ends, begins again, or is taken over. */
export const closingCommands = [
  caseCommand({
    type: 'closeCase',
    path: '/closure',
    summary: 'Close the case at MARAC; refused while something has no disposition',
    schema: body.closureSchema,
    named: ({ liveDates }) => watchersIn(liveDates),
    payload: ({ reason, liveDates }, desk) => ({
      reasonId: desk.keepIfAny('reason', reason),
      disposals: disposalsIn(liveDates),
    }),
  }),
  caseCommand({
    type: 'reopenCase',
    path: '/reopening',
    summary: 'Reopen a closed case',
    schema: body.reopeningSchema,
    payload: ({ reason }, desk) => ({ reasonId: desk.keep('reason', reason) }),
  }),
  caseCommand({
    type: 'recordDeath',
    path: '/death',
    summary: 'Record that the victim has died: contact stops and the record is frozen',
    schema: body.deathSchema,
    payload: ({ note }, desk) => ({ contentId: desk.keepIfAny('note', note) }),
  }),
  caseCommand({
    type: 'takeBackDeath',
    path: '/death-withdrawal',
    summary: 'Take back a death that was recorded by mistake, in every case of the victim; contact is owed again',
    schema: body.deathTakenBackSchema,
    payload: ({ reason }, desk) => ({ reasonId: desk.keep('reason', reason) }),
  }),
  caseCommand({
    type: 'caughtUp',
    path: '/caught-up',
    summary: 'Declare a case that was taken over caught up; reminders begin',
    schema: body.caughtUpSchema,
    payload: () => ({}),
  }),
];
