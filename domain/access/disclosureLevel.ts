import type { Actor } from './actor.ts';
import { standingsOf, type CaseAccess, type Standing } from './caseAccess.ts';

/**
 * How much of a case somebody is shown:
 *   full       everything;
 *   agency     what an agency needs for its part: who it is about, its own actions, what was decided;
 *   outcome    the own referral as it was sent, and what became of it;
 *   reference  the opaque reference, codes and dates: no name, no free text, in the history neither;
 *   none       not even that it exists.
 */
export const disclosureLevels = ['none', 'reference', 'outcome', 'agency', 'full'] as const;
export type DisclosureLevel = (typeof disclosureLevels)[number];

const levelOf: Record<Standing, DisclosureLevel> = {
  coordinator: 'full',
  administrator: 'full',
  chair: 'full',
  supervisor: 'full',
  strategicCoordinator: 'full',
  adviser: 'full',
  dutyQueue: 'full',
  serviceManager: 'full',
  agencyRepresentative: 'agency',
  agencyLead: 'agency',
  ownReferral: 'outcome',
  governance: 'reference',
  // What is needed to decide is in the pack; what became of the case afterwards is the other area's.
  receivingCoordinator: 'reference',
  formerArea: 'reference',
};

/** The most an actor may be shown of a case, by everything they are to it; `none` where they may not see it. */
export function disclosureLevel(actor: Actor, facts: CaseAccess): DisclosureLevel {
  const levels = standingsOf(actor, facts).map((standing) => disclosureLevels.indexOf(levelOf[standing]));
  return disclosureLevels[Math.max(0, ...levels)] ?? 'none';
}
