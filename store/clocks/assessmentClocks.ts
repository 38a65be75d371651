import type { Actor } from '../../domain/access/actor.ts';
import { visibleAssessment } from '../assessments/findAssessments.ts';
import { owing } from '../assessments/watchAssessments.ts';
import { Prisma } from '../generated/client.ts';

/** Clocks `k` of assessments `a` that stand alone and owe something: read from those few, never from all clocks. */
export const fromAssessmentClocks = Prisma.sql`
  (select * from lone_assessment where status = any(${[...owing]}) offset 0) a
  cross join lateral (select * from clock where case_id = a.id and about = 'assessment' offset 0) k`;

/** The condition under which an actor sees a clock of an assessment `a`: whoever sees the assessment does. */
export function visibleAssessmentClocks(actor: Actor): Prisma.Sql {
  return visibleAssessment(actor);
}

/** The columns by which a list says which assessment a clock is of. */
export const assessmentColumns = Prisma.sql`null::text as reference, null::uuid as "meetingId", null::text as "meetingOn", a.id as "assessmentId",
  (a.taken_at at time zone 'Europe/London')::date::text as "assessmentOn"`;
