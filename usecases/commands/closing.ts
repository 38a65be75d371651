import * as body from '../../contracts/closing.ts';
import { caseCommand } from './caseCommand.ts';

/** How a case ends, begins again, or is taken over. */
export const closingCommands = [
  caseCommand({
    type: 'closeCase',
    path: '/closure',
    summary: 'Close the case at MARAC; refused while something has no disposition',
    schema: body.closureSchema,
    named: ({ liveDates }) => ({ practitioners: liveDates.flatMap(({ watchedBy }) => watchedBy ?? []) }),
    payload: ({ reason, liveDates }, desk) => ({
      reasonId: desk.keepIfAny('reason', reason),
      disposals: liveDates.map(({ liveDateId, disposal, watchedBy }) => ({
        liveDateId,
        disposal,
        watchedById: watchedBy ?? null,
      })),
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
    type: 'caughtUp',
    path: '/caught-up',
    summary: 'Declare a case that was taken over caught up; reminders begin',
    schema: body.caughtUpSchema,
    payload: () => ({}),
  }),
];
