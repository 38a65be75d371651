import type { RetentionFound } from '../../domain/completion/retention.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import { dueDate } from '../../domain/clocks/dueFor.ts';
import { Prisma } from '../generated/client.ts';
import type { Reads } from '../directReads.ts';
import { findErasable } from './findErasable.ts';

/** The review of what is kept of an ended case, and how much hangs on it. */
export interface RetentionOfCase extends RetentionFound {
  readonly areaCode: string;
  readonly endedAt: IsoInstant;
  /** How many pieces of writing would go, and how many people, entries of the record there are. */
  readonly words: number;
  readonly people: number;
  readonly entries: number;
}

/** The review that is under way, with what would be erased as things stand; null where none is. */
export async function retentionOfCase(reads: Reads, caseId: string): Promise<RetentionOfCase | null> {
  const [review] = await reads.$queryRaw<{ clock: Clock; areaCode: string; endedAt: string }[]>(Prisma.sql`
    select k.data as clock, a.code as "areaCode", to_char(c.ended_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "endedAt"
    from "case" c join area a on a.id = c.area_id
      join clock k on k.case_id = c.id and k.kind = 'retentionReview' and k.status <> 'ended'
    where c.id = ${caseId}::uuid`);
  if (!review) return null;
  const found = await findErasable(reads, caseId);
  const { personIds, assessmentIds, reportIds } = found.erasable;
  const subjects = [caseId, ...personIds, ...assessmentIds, ...reportIds];
  const [counted] = await reads.$queryRaw<{ words: number; people: number; entries: number }[]>(Prisma.sql`
    select (select count(*)::int from content where subject_id = any(${subjects}::uuid[])) as words,
      (select count(*)::int from (select unnest(array[victim_id, perpetrator_id]) from "case" where id = ${caseId}::uuid
        union select person_id from child where case_id = ${caseId}::uuid and person_id is not null) everybody) as people,
      (select count(*)::int from audit_event where case_id = ${caseId}::uuid) as entries`);
  if (!counted) throw new Error('The database gave no answer about what is kept.');
  const { clock, areaCode, endedAt } = review;
  return { ...found, ...counted, areaCode, endedAt, dueOn: dueDate(clock.due) };
}
