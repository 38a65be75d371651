import type { CaseStanding } from './caseStanding.ts';

/** Whether this is the hand-over of the case itself, and not one of something in it. */
export function isHandedOver({ handedOverId }: CaseStanding, handoverId: string | null): boolean {
  return handedOverId !== null && handedOverId === handoverId;
}
