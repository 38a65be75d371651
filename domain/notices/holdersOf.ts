import { agenciesHeldAs, areasHeldAs } from '../access/actor.ts';
import { standingsOf } from '../access/caseAccess.ts';
import type { Role } from '../access/role.ts';
import type { ClockKind } from '../clocks/clockKind.ts';
import type { RecipientRole } from '../clocks/ladder.ts';
import type { CaseParts } from './caseParts.ts';
import { needsContact } from './contactDuties.ts';
import type { NoticeRole } from './directory.ts';
import type { Colleague } from './whoIsThere.ts';

/** Some people, and as what they are told. */
export interface Holders {
  readonly as: NoticeRole;
  readonly ids: readonly string[];
}

export interface Question {
  readonly parts: CaseParts;
  /** The kind of duty; null where it is news and no duty. */
  readonly kind: ClockKind | null;
  readonly people: ReadonlyMap<string, Colleague>;
}

/**
 * Who holds a role towards a case, in the order in which they are to be asked: later holders are told only where
 * none of the earlier can be. `cover` is answered by `resolveRecipients`, which knows who is away.
 */
export function holdersOf(role: Exclude<RecipientRole, 'cover'>, question: Question): readonly Holders[] {
  const { parts } = question;
  switch (role) {
    case 'owner':
      return owners(question);
    case 'agencyLead':
      return [{ as: role, ids: leadsOf(parts.agencyId, question) }];
    case 'coordinator':
    case 'administrator':
    case 'supervisor':
    case 'chair':
    case 'governance':
    case 'strategicCoordinator':
      return [{ as: role, ids: inArea(role, question) }];
    case 'adviser':
      return advisers(question);
    case 'serviceManager':
      return [managers(question)];
    case 'dutyContact':
      return dutyContacts(question);
    case 'referrer':
      return [{ as: role, ids: [parts.referrerId] }];
    case 'receivingService':
      if (parts.otherAreaId !== null) return [{ as: role, ids: inAreas('coordinator', [parts.otherAreaId], question) }];
      return [receivers(role, question)];
    case 'childrensServices':
      return [receivers(role, question)];
    case 'namedPost':
      return [watchers(question)];
    case 'reviewDeciders':
      // The community safety partnership decides; here it is reached through those who sit on its groups.
      return [{ as: role, ids: [...inArea('strategicCoordinator', question), ...inArea('governance', question)] }];
  }
}

/**
 * The person who owns it while they hold a post there, else their agency's people in the area, else its lead; a coordinator's duty is
 * the area's.
 */
function owners(question: Question): readonly Holders[] {
  const { ownerId, agencyId, idvaServiceId } = question.parts;
  if (agencyId === null)
    return [
      { as: 'owner', ids: named(ownerId) },
      { as: 'owner', ids: inArea('coordinator', question) },
    ];
  const owner: Holders = { as: 'owner', ids: named(ownerId).filter((id) => answersFor(id, agencyId, question)) };
  if (agencyId === idvaServiceId) return [owner, ...dutyQueue(question)];
  return [
    owner,
    { as: 'owner', ids: representativesOf(agencyId, question) },
    { as: 'agencyLead', ids: leadsOf(agencyId, question) },
  ];
}

/**
 * Whether somebody still answers for what an agency has to do: by a post in it, by one in the area of the case, or as the adviser of the
 * case. Whoever has gone to another agency may not open the case any more, and can do nothing about it.
 */
function answersFor(id: string, agencyId: string, question: Question): boolean {
  const { parts, people } = question;
  const held = people.get(id)?.appointments ?? [];
  if (id === parts.adviserId || held.some((each) => each.agencyId === agencyId)) return true;
  return areaRoles.some((role) => inAreas(role, [parts.areaId], question).includes(id));
}

/** Posts of an area, by which its cases are seen whatever agency has a duty. */
const areaRoles: readonly Role[] = [
  'coordinator',
  'administrator',
  'chair',
  'supervisor',
  'strategicCoordinator',
  'governance',
];

/**
 * The post that watches a date; where whoever was named has left, or may not open the case any more, the coordinators of the area as
 * well: some reminders have nobody above them.
 */
function watchers(question: Question): Holders {
  const { watchedById, access = null } = question.parts;
  if (watchedById === null) return { as: 'namedPost', ids: [] };
  const watcher = question.people.get(watchedById);
  const sees = watcher && (access === null || standingsOf({ ...watcher, name: '' }, access).length > 0);
  return { as: 'namedPost', ids: sees ? [watchedById] : [watchedById, ...inArea('coordinator', question)] };
}

/**
 * The adviser, else the service's duty queue. While contact is suspended a duty of contact is the service manager's
 * alone, and once a named post watches a date, what would go to the adviser is that post's.
 */
function advisers(question: Question): readonly Holders[] {
  const { adviserId, contactSuspended, watchedById } = question.parts;
  if (watchedById !== null) return [watchers(question)];
  if (contactSuspended && question.kind !== null && needsContact(question.kind)) return [managers(question)];
  // To a hearing somebody goes along, who need not be the adviser of the case: they are the one to be reminded of it.
  const goesAlong = question.kind === 'hearing' || question.kind === 'hearingOutcome' ? question.parts.ownerId : null;
  return [{ as: 'adviser', ids: named(goesAlong) }, { as: 'adviser', ids: named(adviserId) }, ...dutyQueue(question)];
}

function dutyQueue(question: Question): readonly Holders[] {
  return [managers(question), { as: 'dutyContact', ids: inAgency('idva', question.parts.idvaServiceId, question) }];
}

function managers(question: Question): Holders {
  return { as: 'serviceManager', ids: inAgency('idvaServiceManager', question.parts.idvaServiceId, question) };
}

/** No duty rota is kept yet: the lead of the agency answers for it, then its people, then the area's coordinator. */
function dutyContacts(question: Question): readonly Holders[] {
  const { agencyId } = question.parts;
  return [leadsOf(agencyId, question), representativesOf(agencyId, question), inArea('coordinator', question)].map(
    (ids) => ({ as: 'dutyContact', ids }),
  );
}

function leadsOf(agencyId: string | null, question: Question): readonly string[] {
  if (agencyId === null) return [];
  return [...inAgency('agencyLead', agencyId, question), ...inAgency('idvaServiceManager', agencyId, question)];
}

/** An agency's representatives for the area; an appointment that names no area is for every one. */
function representativesOf(agencyId: string | null, { parts, people }: Question): readonly string[] {
  if (agencyId === null) return [];
  return [...people.values()]
    .filter(({ appointments }) =>
      appointments.some(
        (held) =>
          held.role === 'agencyRepresentative' &&
          held.agencyId === agencyId &&
          (held.areaId === null || held.areaId === parts.areaId),
      ),
    )
    .map(({ practitionerId }) => practitionerId);
}

/** Those who hold a post in the area of the case; where it is about a transfer, in both areas. */
function inArea(role: Role, question: Question): readonly string[] {
  const { areaId, otherAreaId } = question.parts;
  return inAreas(role, otherAreaId === null ? [areaId] : [areaId, otherAreaId], question);
}

function inAreas(role: Role, areaIds: readonly string[], { people }: Question): readonly string[] {
  const holds = (colleague: Colleague): boolean => {
    const areas = areasHeldAs({ ...colleague, name: '' }, [role]);
    return areas === 'all' || areaIds.some((areaId) => areas.includes(areaId));
  };
  return idsWhere(people, holds);
}

/** Whoever represents the agency that has to acknowledge, and its lead. */
function receivers(as: Holders['as'], question: Question): Holders {
  const { agencyId } = question.parts;
  return { as, ids: [...representativesOf(agencyId, question), ...leadsOf(agencyId, question)] };
}

function inAgency(role: Role, agencyId: string, { people }: Question): readonly string[] {
  return idsWhere(people, (colleague) => agenciesHeldAs({ ...colleague, name: '' }, [role]).includes(agencyId));
}

function idsWhere(people: ReadonlyMap<string, Colleague>, holds: (colleague: Colleague) => boolean): readonly string[] {
  return [...people.values()].filter(holds).map(({ practitionerId }) => practitionerId);
}

function named(id: string | null): readonly string[] {
  return id === null ? [] : [id];
}
