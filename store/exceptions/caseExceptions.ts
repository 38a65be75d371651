import { agenciesHeldAs, type Actor } from '../../domain/access/actor.ts';
import { asOverseer } from '../../domain/access/overseers.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { visibleCases } from '../access/visibleCases.ts';
import { beforeAMeeting, isTheSameTwo } from '../cases/sameTwoElsewhere.ts';
import { Prisma } from '../generated/client.ts';
import type { Reads } from '../directReads.ts';
import { nobodyWasTold } from './nobodyWasTold.ts';
import { toInstant } from '../time.ts';

export type CaseExceptionKind =
  | 'unallocated'
  | 'suspended'
  | 'incomplete'
  | 'parked'
  | 'nobodyToTell'
  | 'noMeeting'
  | 'twoAreas'
  | 'likelyMatch'
  | 'leaver';

/** A case in which something is stuck. */
export interface CaseException {
  readonly kind: CaseExceptionKind;
  readonly reference: string;
  readonly areaId: string;
  readonly since: IsoInstant;
}

/** The condition that a case waits for an adviser, where its columns stand alone in the statement. */
export const isWithoutAdviser = Prisma.sql`adviser_id is null and support_ended_at is null and not frozen
  and (stage in ('received', 'returned', 'accepted', 'graded', 'listed', 'heard') or (stage = 'handedOver' and with_idva))`;

/** That the clock `k` asks a service to allocate its case again, after an adviser has left: closed at MARAC or not, and whoever is beside it. */
export const isAllocationOwed = Prisma.sql`k.kind = 'allocation' and k.status = 'running'`;

/** What is stuck in the cases an actor may see, the longest first. */
export async function caseExceptions(
  tx: Reads,
  actor: Actor,
  areaId: string | null,
  limit: number,
): Promise<CaseException[]> {
  const rows = await tx.$queryRaw<(Omit<CaseException, 'since'> & { since: Date })[]>(Prisma.sql`
    select kind, reference, "areaId", since from ${stuckCases(actor, areaId)} found order by since, reference limit ${limit}`);
  return rows.map((row) => ({ ...row, since: toInstant(row.since) }));
}

/**
 * What is stuck in the cases an actor may see, as a table to read or to count; cases taken over and not caught up stay
 * out of it. A case that has ended is stuck where the review of its record is. Each kind is found by a partial index of its own (in the schema), under the very condition that stands
 * here: few are stuck at a time among the cases of years. What people who leave have is looked up one after the other: joined, every
 * clock there is was read.
 */
export function stuckCases(actor: Actor, areaId: string | null): Prisma.Sql {
  const overseer = asOverseer(actor);
  const seen = overseer ? visibleCases(overseer) : Prisma.sql`false`;
  const inArea = Prisma.sql`(${areaId}::uuid is null or c.area_id = ${areaId}::uuid)`;
  return Prisma.sql`(
    with kept as not materialized (
      select * from "case" c where (${seen}) and ${inArea}
        and (not c.silent or c.parked)),
      c as not materialized (select * from kept where ended_at is null)
      select 'unallocated' as kind, reference, area_id as "areaId", coalesce((select k.anchor_at from clock k
          where k.case_id = c.id and ${isAllocationOwed}), accepted_at, received_at) as since from c where ${isWithoutAdviser}
      union all select 'unallocated', reference, c.area_id, k.anchor_at from clock k join c on c.id = k.case_id
        where ${isAllocationOwed} and not (${isWithoutAdviser})
      union all select 'suspended', reference, area_id, coalesce(
          (select s.suspended_at from safe_contact s where s.victim_id = c.victim_id), received_at) from c
        where contact_suspended and not frozen
      union all select 'incomplete', reference, area_id, coalesce(screened_at, received_at) from c where stage = 'returned'
      union all select 'parked', reference, area_id, coalesce((select coalesce(min(p.resolved_at), min(p.staged_at))
          from command p where p.case_id = kept.id and p.status = 'parked'), received_at) from kept where parked
      union all select 'noMeeting', reference, area_id, coalesce(accepted_at, received_at) from c
        where meeting_id is null and (stage = 'graded' or (stage in ('received', 'accepted') and repeat_of_id is not null))
      union all select 'twoAreas', reference, area_id, coalesce(accepted_at, received_at) from c
        where two_areas and ${beforeAMeeting(Prisma.sql`c`)} and (
          select true from pair mine join pair p on ${isTheSameTwo}
            join "case" other on other.pair_id = p.id
          where mine.id = c.pair_id and other.area_id <> c.area_id and ${beforeAMeeting(Prisma.sql`other`)} limit 1)
      union all select 'likelyMatch', named.reference, named.area_id, m.noted_at
        from likely_match m cross join lateral (
          select c.id, c.reference, c.area_id from c where c.victim_id = any(array[m.person_id, m.known_id])
          union select c.id, c.reference, c.area_id from c where c.perpetrator_id = any(array[m.person_id, m.known_id])) named
        where m.noted_at is not null and m.answer is null
      union all select 'leaver', c.reference, c.area_id, min((p.ends_on + 1)::timestamp at time zone 'Europe/London')
        from practitioner p cross join lateral (
            select place.case_id from case_adviser place where place.adviser_id = p.id and place.ended_at is null
            union all select k.case_id from clock k where k.owner_id = p.id and k.status = any('{running,paused}')
            union all select a.case_id from action a where a.owner_id = p.id and a.status = 'open' offset 0) held
          join c on c.id = held.case_id
        where p.ends_on is not null group by c.reference, c.area_id
      ${leftInAgencies(actor, Prisma.sql`${inArea} and not (${seen})`)}
      union all select 'nobodyToTell', reference, kept.area_id, min(r.fired_at) from kept
        join clock k on k.case_id = kept.id and k.status = 'running'
        join rung r on r.clock_id = k.id and r.round = (k.data->>'round')::int and r.rung = k.rungs_fired - 1
        where ${nobodyWasTold} group by reference, kept.area_id)`;
}

/** Actions and duties of agencies an actor leads, of people who leave; `where` says of which cases `c`. */
function leftInAgencies(actor: Actor, where: Prisma.Sql): Prisma.Sql {
  const led = agenciesHeldAs(actor, ['agencyLead']);
  if (led.length === 0) return Prisma.empty;
  const theirs = Prisma.sql`agency_id = any(${[...led]}::uuid[])`;
  return Prisma.sql`union all select 'leaver', c.reference, c.area_id, min((p.ends_on + 1)::timestamp at time zone 'Europe/London')
        from practitioner p cross join lateral (
            select k.case_id from clock k where k.owner_id = p.id and k.status = any('{running,paused}') and k.${theirs}
            union all select a.case_id from action a where a.owner_id = p.id and a.status = 'open' and a.${theirs} offset 0) held
          join "case" c on c.id = held.case_id
        where p.ends_on is not null and c.ended_at is null and (not c.silent or c.parked)
          and (${visibleCases(actor)}) and ${where} group by c.reference, c.area_id`;
}
