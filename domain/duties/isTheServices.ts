import type { CaseStanding } from '../lifecycle/caseStanding.ts';
import type { Stage } from '../lifecycle/stage.ts';

const gone: readonly Stage[] = ['declined', 'transferred', 'merged', 'ended'];

/** Whether the IDVA service supports the victim of the case, or is to: closed at MARAC or not. */
export function isTheServices({ stage, withIdva, supportEndedAt, frozen }: CaseStanding): boolean {
  if (supportEndedAt !== null || frozen || gone.includes(stage)) return false;
  return stage !== 'handedOver' || withIdva;
}
