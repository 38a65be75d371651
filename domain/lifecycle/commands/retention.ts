import type { CaseState } from '../caseState.ts';
import { propose, type CommandType, type Decider } from '../command.ts';
import { refuse } from '../refusal.ts';

/** What may still be decided of a case that has ended, while its record waits to be reviewed. */
const whileKept: readonly CommandType[] = [
  'keepRecord',
  'eraseRecord',
  'acknowledgeEscalation',
  'planClocksAnew',
  'caughtUp',
  // A death that is heard of years later holds the record all the same.
  'recordDeath',
  // So is that a report which it has recorded is about others: they are looked for again.
  'takeOutReport',
];

/** Whether a command may be decided once a case has ended: while its record is reviewed these, and of one that a death holds that it is taken back. */
export function isForEnded(
  type: CommandType,
  { underReview, frozen }: { readonly underReview: boolean; readonly frozen: boolean },
): boolean {
  return underReview ? whileKept.includes(type) : frozen && type === 'takeBackDeath';
}

/** The record is kept, for a reason and until another review; the store says how far ahead that may be. */
export const keepRecord: Decider<'keepRecord'> = (state, payload) =>
  isUnderReview(state) ? propose([], { type: 'keepRecord', ...payload }) : refuse('NO_RETENTION_REVIEW');

/** Words and people of the case are erased; the store says whether its day has come and who is still needed elsewhere. */
export const eraseRecord: Decider<'eraseRecord'> = (state) =>
  isUnderReview(state) ? propose([], { type: 'eraseRecord' }) : refuse('NO_RETENTION_REVIEW');

/** Whether the case has ended and somebody is still asked to review what is kept of it. */
export function isUnderReview({ stage, clocks }: Pick<CaseState, 'stage' | 'clocks'>): boolean {
  return stage === 'ended' && Object.values(clocks).some(({ kind }) => kind === 'retentionReview');
}

/** Whether nothing is left to wait for: the case has ended, and what is kept of it is not reviewed any more. */
export function isFinished({ stage, clocks }: Pick<CaseState, 'stage' | 'clocks'>): boolean {
  return stage === 'ended' && Object.keys(clocks).length === 0;
}
