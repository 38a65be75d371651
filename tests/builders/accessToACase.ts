import type { Actor, HeldAppointment } from '../../domain/access/actor.ts';
import type { CaseAccess, Standing } from '../../domain/access/caseAccess.ts';
import { mayDo, type About } from '../../domain/access/mayDo.ts';
import type { Permission } from '../../domain/access/permission.ts';

/** A case in Medway about which access is asked, with somebody in every part one can have in it. */
export const caseAsked: CaseAccess = {
  areaId: 'medway',
  stage: 'graded',
  victimId: 'victim',
  perpetratorId: 'perpetrator',
  referrerId: 'the-referrer',
  adviserId: 'the-adviser',
  otherAdviserIds: ['the-court-adviser'],
  idvaServiceId: 'medway-idva',
  agencyIds: ['police', 'housing'],
  deniedPractitionerIds: ['the-neighbour'],
  opposingAdviserIds: ['the-other-adviser'],
  askedAreaId: 'swale',
  formerAreaIds: ['dover'],
};
/** The same case in the duty queue of the IDVA service. */
export const caseUnallocated: CaseAccess = { ...caseAsked, adviserId: null, otherAdviserIds: [] };

/** Somebody who holds these posts; what is left out of one is a referrer’s, of no area and no agency. */
export function actor(practitionerId: string, ...appointments: Partial<HeldAppointment>[]): Actor {
  const held = appointments.map((one) => ({ role: 'referrer' as const, areaId: null, agencyId: null, ...one }));
  return { practitionerId, name: 'Someone', appointments: held };
}

/** Somebody who is exactly one thing to the case. */
export const whoIs: Record<Standing, [Actor, CaseAccess]> = {
  coordinator: [actor('a', { role: 'coordinator', areaId: 'medway' }), caseAsked],
  administrator: [actor('a', { role: 'administrator', areaId: 'medway' }), caseAsked],
  chair: [actor('a', { role: 'chair', areaId: 'medway', agencyId: 'police' }), caseAsked],
  supervisor: [actor('a', { role: 'supervisor', areaId: 'medway' }), caseAsked],
  strategicCoordinator: [actor('a', { role: 'strategicCoordinator' }), caseAsked],
  adviser: [actor('the-adviser', { role: 'idva', agencyId: 'medway-idva' }), caseAsked],
  dutyQueue: [actor('a', { role: 'idva', agencyId: 'medway-idva' }), caseUnallocated],
  serviceManager: [actor('a', { role: 'idvaServiceManager', agencyId: 'medway-idva' }), caseAsked],
  agencyRepresentative: [actor('a', { role: 'agencyRepresentative', agencyId: 'housing' }), caseAsked],
  agencyLead: [actor('a', { role: 'agencyLead', agencyId: 'housing' }), caseAsked],
  ownReferral: [actor('the-referrer', { role: 'referrer', agencyId: 'education' }), caseAsked],
  governance: [actor('a', { role: 'governance' }), caseAsked],
  receivingCoordinator: [actor('a', { role: 'coordinator', areaId: 'swale' }), caseAsked],
  formerArea: [actor('a', { role: 'chair', areaId: 'dover' }), caseAsked],
};

/** Asks with or without saying whose the thing is, whatever the permission's type would ask for. */
export const ask = mayDo as (actor: Actor, permission: Permission, facts: CaseAccess | null, about?: About) => boolean;
