import type { CaseStanding } from './caseStanding.ts';

/** Whether a case is on a list, or was heard and is still worked on: until then two areas may still agree which of them leads. */
export function isBeforeAMeeting({ stage, closedAt, frozen }: CaseStanding): boolean {
  return (stage === 'listed' || stage === 'heard') && closedAt === null && !frozen;
}
