import { addDays, addMonths, endOfLondonDay, startOfLondonDay } from '../../domain/calendar/london.ts';
import type { AssessmentStatus } from '../../domain/assessments/assessmentStanding.ts';
import { isPartIn } from '../cases/isPartIn.ts';
import { standsAsReferral } from '../cases/standsAsReferral.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';

/** Assessments of an agency in one area and month, beside its referrals. */
export interface AssessmentsCounted {
  readonly areaId: string;
  /** A London month, `2012-04`. */
  readonly month: string;
  readonly high: number;
  readonly medium: number;
  readonly standard: number;
  readonly highReferred: number;
  readonly highDecided: number;
  readonly highWaiting: number;
  readonly highHistory: number;
  /** Whatever the grade: with a service that has not answered, taken on, come back to the area, decided for none. */
  readonly handedOver: number;
  readonly takenOn: number;
  readonly handoverRefused: number;
  readonly notHandedOver: number;
  /** Referrals by how many agencies made them together. */
  readonly referrals: readonly { readonly sharedBy: number; readonly cases: number }[];
}

export interface AssessmentSpan {
  /** London months, both included. */
  readonly from: string;
  readonly to: string;
  readonly agencyCode: string;
  readonly areas: 'all' | readonly string[];
}

/** A named person decided on it, also where it was handed to a service afterwards. */
const decidedOtherwise = "(status = 'notReferred' OR (settled_by_id IS NOT NULL AND status <> 'referred'))";

/** Counts assessments that stand alone and referrals, by area and month; a referral that was declined or merged does not count. */
export async function countAssessments(
  tx: Tx,
  { from, to, agencyCode, areas }: AssessmentSpan,
): Promise<AssessmentsCounted[]> {
  const first = startOfLondonDay(`${from}-01`);
  const end = endOfLondonDay(addDays(addMonths(`${to}-01`, 1), -1));
  const within = (column: string) =>
    Prisma.sql`${Prisma.raw(column)} >= ${first}::timestamptz AND ${Prisma.raw(column)} < ${end}::timestamptz`;
  const month = (column: string) => Prisma.raw(`to_char(${column} AT TIME ZONE 'Europe/London', 'YYYY-MM')`);
  const inAreas = (alias: string) =>
    areas === 'all' ? Prisma.empty : Prisma.sql`AND ${Prisma.raw(alias)}.area_id = ANY(${[...areas]}::uuid[])`;
  const high = (more: string) => Prisma.raw(`count(*) FILTER (WHERE grade = 'high' AND ${more})::int`);
  const ended = (status: AssessmentStatus) => Prisma.raw(`count(*) FILTER (WHERE status = '${status}')::int`);
  return tx.$queryRaw<AssessmentsCounted[]>`
    WITH agency_asked AS (SELECT id FROM agency WHERE code = ${agencyCode}),
    assessed AS (
      SELECT area_id, ${month('taken_at')} AS month, ${high('true')} AS high,
        count(*) FILTER (WHERE grade = 'medium')::int AS medium, count(*) FILTER (WHERE grade = 'standard')::int AS standard,
        ${high("status = 'referred'")} AS high_referred, ${high(decidedOtherwise)} AS high_decided,
        ${high("status = 'open'")} AS high_waiting, ${high('history')} AS high_history,
        ${ended('handedOver')} AS handed_over, ${ended('takenOn')} AS taken_on,
        ${ended('handoverRefused')} AS handover_refused, ${ended('notHandedOver')} AS not_handed_over
      FROM lone_assessment a WHERE agency_id IN (SELECT id FROM agency_asked) AND ${within('taken_at')} ${inAreas('a')}
      GROUP BY 1, 2),
    referred AS (
      SELECT c.area_id, ${month('c.received_at')} AS month, shared.shared_by, count(*)::int AS cases
      FROM "case" c
      CROSS JOIN LATERAL (SELECT count(DISTINCT part.agency_id)::int AS shared_by,
          bool_or(part.agency_id IN (SELECT id FROM agency_asked)) AS is_theirs
        FROM case_agency part WHERE ${isPartIn(Prisma.sql`c.id`)} AND part.part = 'referring') shared
      WHERE shared.is_theirs AND ${standsAsReferral(Prisma.sql`c`)} AND ${within('c.received_at')} ${inAreas('c')}
      GROUP BY 1, 2, 3),
    referrals AS (
      SELECT area_id, month, jsonb_agg(jsonb_build_object('sharedBy', shared_by, 'cases', cases) ORDER BY shared_by) AS referrals
      FROM referred GROUP BY 1, 2)
    SELECT area_id::text AS "areaId", month, coalesce(high, 0) AS high, coalesce(medium, 0) AS medium,
      coalesce(standard, 0) AS standard, coalesce(high_referred, 0) AS "highReferred",
      coalesce(high_decided, 0) AS "highDecided", coalesce(high_waiting, 0) AS "highWaiting",
      coalesce(high_history, 0) AS "highHistory", coalesce(handed_over, 0) AS "handedOver",
      coalesce(taken_on, 0) AS "takenOn", coalesce(handover_refused, 0) AS "handoverRefused",
      coalesce(not_handed_over, 0) AS "notHandedOver", coalesce(referrals, '[]'::jsonb) AS referrals
    FROM assessed FULL JOIN referrals USING (area_id, month) ORDER BY month, area_id`;
}
