import type { Fact } from '../lifecycle/caseFact.ts';
import type { CaseStanding } from '../lifecycle/caseStanding.ts';
import { contactDuties } from './contactDuties.ts';
import { done, type DutyChange, idvaOf, serviceOf, starts, theCaseOf } from './dutyChange.ts';
import { engagementNeverRecorded } from './engagementDuties.ts';
import { isTheServices } from './isTheServices.ts';
import { liveDateClocks } from './liveDateDuties.ts';

/** What an adviser takes over with a case; how to go on where contact is suspended stays the service's to decide. */
const adviserDuties = [...contactDuties, ...liveDateClocks].filter((kind) => kind !== 'contactDecision');

/** Whoever leads has the duties towards the victim; beside an adviser who leads, another takes over none of them. */
export function adviserAllocated({ data }: Fact<'adviserAllocated'>, standing: CaseStanding): readonly DutyChange[] {
  if (standing.adviserId !== data.adviserId) return [];
  const owner = idvaOf(standing);
  const takenOver: DutyChange = {
    ...{ do: 'own', kinds: adviserDuties, subjectId: null },
    ...{ ownedBy: standing.idvaServiceId, owner },
  };
  return [done(['allocation']), takenOver, ...engagementNeverRecorded(standing)];
}

/**
 * What an adviser who is gone had to do is their service's until somebody allocates the case again, which it is asked to. Only
 * what an adviser beside the community's had is the affair of whoever still leads.
 */
export function allocationEnded({ data }: Fact<'allocationEnded'>, standing: CaseStanding): readonly DutyChange[] {
  const nobodyLeads = data.kind === 'community' || standing.adviserId === null;
  const owner = nobodyLeads ? serviceOf(standing) : idvaOf(standing);
  const passedOn: DutyChange = {
    ...{ do: 'own', kinds: adviserDuties, subjectId: null },
    ...{ ownedBy: null, from: data.adviserId, owner },
  };
  if (!nobodyLeads || !isTheServices(standing)) return [passedOn];
  return [passedOn, starts('allocation', theCaseOf(standing), serviceOf(standing))];
}

/**
 * A case that was with others, and comes to MARAC, is given back or stands for itself again, is the IDVA service’s once more. An adviser
 * it had may have left meanwhile: where nobody leads, the service is asked to allocate it.
 */
export function allocationOwedAgain(standing: CaseStanding): readonly DutyChange[] {
  if (standing.adviserId !== null || !isTheServices(standing)) return [];
  return [starts('allocation', theCaseOf(standing), serviceOf(standing))];
}
