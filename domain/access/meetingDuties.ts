import { agenciesHeldAs, areasHeldAs, type Actor } from './actor.ts';
import type { DisclosureLevel } from './disclosureLevel.ts';

/** Which duties of meetings somebody may see: all of some areas, and everywhere what is asked of some agencies. */
export interface MeetingDutiesSeen {
  readonly areas: 'all' | readonly string[];
  readonly agencyIds: readonly string[];
}

const running = ['coordinator', 'administrator', 'chair', 'supervisor', 'strategicCoordinator'] as const;

/** What an actor sees of the duties of meetings: those who run or oversee an area all of it, an agency what it owes itself. */
export function meetingDutiesSeen(actor: Actor): MeetingDutiesSeen {
  return {
    areas: areasHeldAs(actor, [...running, 'governance']),
    agencyIds: agenciesHeldAs(actor, ['agencyRepresentative', 'agencyLead', 'idva', 'idvaServiceManager']),
  };
}

/** How much an actor is shown of one duty of a meeting of an area; `agencyId` is null where the duty is the MARAC's own. */
export function meetingDutyLevel(
  actor: Actor,
  { areaId, agencyId }: { readonly areaId: string; readonly agencyId: string | null },
): Extract<DisclosureLevel, 'none' | 'reference' | 'agency' | 'full'> {
  const holds = (areas: 'all' | readonly string[]) => areas === 'all' || areas.includes(areaId);
  const { areas, agencyIds } = meetingDutiesSeen(actor);
  if (holds(areasHeldAs(actor, running))) return 'full';
  if (agencyId !== null && agencyIds.includes(agencyId)) return 'agency';
  return holds(areas) ? 'reference' : 'none';
}
