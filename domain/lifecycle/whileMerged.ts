import type { CommandType } from './command.ts';

/** What may still be recorded of a referral that goes on in another case: what was going on comes to an end, and what others report. */
export const whileMerged: readonly CommandType[] = [
  'caughtUp',
  'completeAction',
  'recordActionNotPossible',
  'recordActionNotDone',
  'reassignAction',
  'moveActionDue',
  'recordAcknowledgement',
  'refuseHandover',
  'referOn',
  'settleRefusal',
  'pauseClock',
  'resumeClock',
  'acknowledgeEscalation',
  'planClocksAnew',
  'changeSafeContact',
  'decideContact',
  'tellReferrer',
  'reportFurtherAbuse',
  'noteSearch',
  'noteTwoAreas',
  'recordDeath',
  'undoMerge',
  'endCase',
];
