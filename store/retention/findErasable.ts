import type { Erasable, RetentionFound } from '../../domain/completion/retention.ts';
import { Prisma } from '../generated/client.ts';
import type { Reads } from '../directReads.ts';

/** What goes with the record of a case, and whether one of its two people is in something that is still worked. */
export type FoundErasable = Omit<RetentionFound, 'dueOn'>;

/**
 * Finds what is erased with a case that has ended, in one statement. A person goes with the last record they are in; an
 * assessment that stood alone goes with the last case of its two people, unless it was taken after that had ended; a report
 * of further abuse goes once every case it led to is erased.
 */
export async function findErasable(tx: Reads, caseId: string): Promise<FoundErasable> {
  const [found] = await tx.$queryRaw<(Erasable & { readonly stillWorkedOn: boolean })[]>(Prisma.sql`
    with k as (select * from "case" where id = ${caseId}::uuid),
      two as (select unnest(array[victim_id, perpetrator_id]) as id from k),
      -- Under another spelling too: whose record it is may have been decided since.
      alike as (select id from two union select other_id from same_person where person_id in (select id from two)),
      people as (select id from two union select person_id from child where case_id = ${caseId}::uuid and person_id is not null),
      others as (select o.* from "case" o where o.id <> ${caseId}::uuid and o.erased_at is null),
      assessments as (
        select a.* from lone_assessment a, k where a.pair_id = k.pair_id and a.taken_at <= k.ended_at
          and (a.case_id = k.id or not exists (select from others o where o.pair_id = k.pair_id))),
      reports as (
        select r.id from further_abuse_report r where ${caseId}::uuid in (r.case_id, r.new_case_id)
          and not exists (select from others o where o.id in (r.case_id, r.new_case_id)))
    select
      array(select p.id::text from people p
        where not exists (select from others o where p.id in (o.victim_id, o.perpetrator_id)
            or exists (select from child c where c.case_id = o.id and c.person_id = p.id))
          and not exists (select from lone_assessment a where p.id in (a.victim_id, a.perpetrator_id)
            and a.id not in (select id from assessments)
            and not exists (select from subject_key gone where gone.subject_id = a.id and gone.erased_at is not null))
        order by p.id) as "personIds",
      array(select id::text from assessments order by id) as "assessmentIds",
      array(select id::text from reports order by id) as "reportIds",
      exists (select from others o where o.stage <> 'ended'
          and (o.victim_id in (select id from alike) or o.perpetrator_id in (select id from alike)))
        or exists (select from command c where c.type = 'submitReferral' and c.status <> 'resolved'
          and ((c.payload->>'victimId')::uuid in (select id from two)
            or (c.payload->>'perpetratorId')::uuid in (select id from two)))
        or exists (select from further_abuse_report r, k where r.pair_id = k.pair_id and r.status in ('staged', 'afterEnd'))
        as "stillWorkedOn"`);
  if (!found) throw new Error('The database gave no answer about what is kept.');
  const { stillWorkedOn, ...erasable } = found;
  return { erasable, stillWorkedOn };
}
