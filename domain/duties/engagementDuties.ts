import type { CaseStanding } from '../lifecycle/caseStanding.ts';
import { type DutyChange, idvaOf, starts, theCaseOf } from './dutyChange.ts';
import { isTheServices } from './isTheServices.ts';

/**
 * Once somebody has spoken to the victim, whether they engage with support is to be recorded: also where it was that nobody could
 * contact her, which was true until then. The plan and the reviews of the risk begin with that, and without it with nothing.
 */
export function engagementOwed(standing: CaseStanding): readonly DutyChange[] {
  const { firstSpokeAt, engagement } = standing;
  const isOpen = engagement === 'none' || engagement === 'unableToContact';
  if (firstSpokeAt === null || !isOpen || !isTheServices(standing)) return [];
  return [starts('engagement', theCaseOf(standing), idvaOf(standing))];
}

/**
 * The same where nobody has ever recorded it and contact may be made: it fell away while somebody else had the case, or somebody had
 * spoken to the victim before anybody was asked for it.
 */
export function engagementNeverRecorded(standing: CaseStanding): readonly DutyChange[] {
  return standing.engagement === 'none' && !standing.contactSuspended ? engagementOwed(standing) : [];
}
