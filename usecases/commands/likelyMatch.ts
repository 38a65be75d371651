import { matchDecisionSchema } from '../../contracts/likelyMatch.ts';
import { caseCommand } from './caseCommand.ts';

/** Whether somebody in the case is on record already under another spelling or date of birth. */
export const likelyMatchCommands = [
  caseCommand({
    type: 'decideLikelyMatch',
    path: '/likely-matches/:matchId/decision',
    summary: 'Decide whether two records are of the same person, or decide it otherwise than before',
    schema: matchDecisionSchema,
    payload: ({ answer, reason }, desk) => ({
      matchId: desk.subjectId,
      answer,
      reasonId: desk.keep('reason', reason),
    }),
  }),
];
