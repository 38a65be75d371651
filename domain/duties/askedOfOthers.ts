import type { ClockKind } from '../clocks/clockKind.ts';

/** What is seen to its end although a referral goes no further here: what was asked of others, and a contact that is suspended. */
export const askedOfOthers: readonly ClockKind[] = [
  'action',
  'urgentAction',
  'acknowledgement',
  'urgentAcknowledgement',
  'refusedHandover',
  'contactDecision',
];
