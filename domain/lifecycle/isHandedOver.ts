import type { CaseStanding } from './caseStanding.ts';

/** Whether this is the hand-over of the case itself, and not one of something in it. */
export function isHandedOver({ handedOverId }: CaseStanding, handoverId: string | null): boolean {
  return handedOverId !== null && handedOverId === handoverId;
}

/** Whether another service has said that it takes the case on, and has not given it back. */
export function isTakenOn({ handedOverId, withIdva }: CaseStanding): boolean {
  return handedOverId !== null && !withIdva;
}
