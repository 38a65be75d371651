import type { Actor } from '../../domain/access/actor.ts';
import { agenciesHeldAs, areasHeldAs, standsFor } from '../../domain/access/actor.ts';
import { formerAreaRoles } from '../../domain/access/caseAccess.ts';
import type { Role } from '../../domain/access/role.ts';
import { haveAPart } from '../cases/isPartIn.ts';
import { Prisma } from '../generated/client.ts';
import type { Reads } from '../directReads.ts';
import { deniedTo } from './deniedTo.ts';
import { samePersonAs } from '../people/samePeople.ts';

/**
 * The condition under which an actor may see a case, for lists and counts: what `readCase` allows, said in SQL. The
 * statement it is put into calls the table `"case" c`. A test holds the two against each other.
 */
export function visibleCases(actor: Actor): Prisma.Sql {
  const me = actor.practitionerId;
  const ways = [
    Prisma.sql`c.referrer_id = ${me}::uuid`,
    ...inAreas(actor, ['coordinator', 'administrator', 'chair', 'supervisor', 'strategicCoordinator', 'governance']),
    ...asAdviser(actor),
    ...bySideOfTransfer(actor),
    ...ofAgencies(actor, ['idvaServiceManager'], (ids) => Prisma.sql`c.idva_service_id = any(${ids}::uuid[])`),
    ...ofAgencies(actor, ['agencyRepresentative', 'agencyLead'], haveAPart),
  ];
  return Prisma.sql`(${Prisma.join(ways, ' or ')}) and ${notDenied(actor)}`;
}

/**
 * The condition under which the case `c` is not to be kept from an actor altogether: whoever goes along to one of its hearings need
 * be nothing else to it, but must not stand on its deny list, nor advise the other party of the pair.
 */
export function notKeptFrom(actor: Actor): Prisma.Sql {
  return Prisma.sql`${notDenied(actor)} and ${notOpposed(actor)}`;
}

function notDenied({ practitionerId }: Actor): Prisma.Sql {
  return Prisma.sql`not exists (select 1 from denied_person denied
    where denied.practitioner_id = ${practitionerId}::uuid and ${deniedTo(Prisma.sql`denied`)})`;
}

/** Those of these cases the actor may see, by id. */
export async function visibleCaseIds(
  tx: Reads,
  actor: Actor,
  caseIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>(
    Prisma.sql`select c.id from "case" c where c.id = any(${[...caseIds]}::uuid[]) and ${visibleCases(actor)}`,
  );
  return new Set(rows.map(({ id }) => id));
}

function inAreas(actor: Actor, roles: readonly Role[]): Prisma.Sql[] {
  const areas = areasHeldAs(actor, roles);
  if (areas === 'all') return [Prisma.sql`true`];
  return areas.length === 0 ? [] : [Prisma.sql`c.area_id = any(${[...areas]}::uuid[])`];
}

/** Cases the actor's area is asked to take over, for its coordinator; and those it sent to another that took them. */
function bySideOfTransfer(actor: Actor): Prisma.Sql[] {
  const asked = areasHeldAs(actor, ['coordinator']);
  const sent = areasHeldAs(actor, formerAreaRoles);
  const some = (areas: 'all' | readonly string[], condition: (ids: string[]) => Prisma.Sql): Prisma.Sql[] =>
    areas === 'all' || areas.length === 0
      ? []
      : [Prisma.sql`exists (select 1 from transfer t where t.case_id = c.id and ${condition([...areas])})`];
  return [
    ...some(asked, (ids) => Prisma.sql`t.status in ('pending', 'refused') and t.to_area_id = any(${ids}::uuid[])`),
    ...some(
      sent,
      (ids) =>
        Prisma.sql`t.status = 'accepted' and t.from_area_id <> c.area_id and t.from_area_id = any(${ids}::uuid[])`,
    ),
  ];
}

function ofAgencies(actor: Actor, roles: readonly Role[], condition: (ids: string[]) => Prisma.Sql): Prisma.Sql[] {
  const agencies = agenciesHeldAs(actor, roles);
  return agencies.length === 0 ? [] : [condition([...agencies])];
}

/** Cases of one's own or of a colleague one stands in for, and the service's queue, but never where the other party of the pair is one's own victim elsewhere. */
function asAdviser(actor: Actor): Prisma.Sql[] {
  return ofAgencies(
    actor,
    ['idva'],
    (services) => Prisma.sql`(
      (${advisedBy(actor, Prisma.sql`c`)} or (c.adviser_id is null and c.idva_service_id = any(${services}::uuid[])))
      and ${notOpposed(actor)})`,
  );
}

function advisedBy(actor: Actor, theCase: Prisma.Sql): Prisma.Sql {
  const places = Prisma.sql`any(${[...standsFor(actor)]}::uuid[])`;
  return Prisma.sql`(${theCase}.adviser_id = ${places} or exists (
    select 1 from case_adviser place where place.case_id = ${theCase}.id and place.ended_at is null
      and place.adviser_id = ${places}))`;
}

function notOpposed(actor: Actor): Prisma.Sql {
  return Prisma.sql`not exists (select 1 from "case" opposed where opposed.victim_id = ${samePersonAs(Prisma.sql`c.perpetrator_id`)}
    and opposed.perpetrator_id = ${samePersonAs(Prisma.sql`c.victim_id`)} and ${advisedBy(actor, Prisma.sql`opposed`)})`;
}
