import { mergeSchema, mergeUndoingSchema } from '../../contracts/merge.ts';
import { caseCommand } from './caseCommand.ts';

/** Two referrals of one incident become one case, and two again. */
export const mergeCommands = [
  caseCommand({
    type: 'mergeReferral',
    path: '/merge',
    summary: 'Merge this referral into another case of the same two people, because both tell of one incident',
    schema: mergeSchema,
    named: ({ into }) => ({ cases: [into] }),
    payload: ({ into, reason }, desk) => ({ intoCaseId: desk.theCase(into), reasonId: desk.keep('reason', reason) }),
  }),
  caseCommand({
    type: 'undoMerge',
    path: '/merge-undoing',
    summary: 'Undo a merge: the referral stands for itself again, and is listed again where it was to be heard',
    schema: mergeUndoingSchema,
    payload: ({ reason }, desk) => ({ reasonId: desk.keep('reason', reason) }),
  }),
];
