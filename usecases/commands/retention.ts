import * as body from '../../contracts/retention.ts';
import { caseCommand } from './caseCommand.ts';

/** How long the record of an ended case is kept, and its erasure. */
export const retentionCommands = [
  caseCommand({
    type: 'keepRecord',
    path: '/retention',
    summary: 'Keep the record of an ended case until another review',
    schema: body.keptRecordSchema,
    payload: ({ until, reason }, desk) => ({ until, reasonId: desk.keep('reason', reason) }),
  }),
  caseCommand({
    type: 'eraseRecord',
    path: '/erasure',
    summary: 'Erase the words and people of an ended case for good; dates, codes and figures stay',
    schema: body.erasureSchema,
    ifMatch: 'required',
    payload: () => ({}),
  }),
];
