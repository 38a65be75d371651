import type { IsoDate } from '../../domain/calendar/time.ts';
import type { Tx } from '../prismaClient.ts';

/** A case on the list of a meeting, as its board shows it. */
export interface CaseOnBoard {
  readonly caseId: string;
  readonly reference: string;
  readonly victimId: string;
  readonly perpetratorId: string;
  /** Taken over from another area. */
  readonly transferred: boolean;
  /** The code of the area it was taken over from; null where it was not. */
  readonly transferredFrom: string | null;
  readonly overflow: boolean;
  readonly children: number;
  readonly repeat: boolean;
  readonly planReviewed: boolean;
  readonly deferrals: number;
  readonly openActions: number;
  /** The day on which a meeting before this one heard it, the last where several did; null where none did. */
  readonly heardBefore: IsoDate | null;
  /** What the meeting did with it, as last recorded; null while it has done nothing. */
  readonly outcome: 'presented' | 'deferred' | null;
}

/** What one agency was asked for a meeting, and what it has not answered, by the references of the cases. */
export interface AgencyOnBoard {
  readonly agencyId: string;
  readonly asked: readonly string[];
  readonly missing: readonly string[];
  /** What it had said nothing about when the meeting was held. */
  readonly silentOn: readonly string[];
}

/** The cases a meeting has on its list or has dealt with: those with children first, then those with adults only. */
export async function casesOnBoard(tx: Tx, meetingId: string): Promise<readonly CaseOnBoard[]> {
  return tx.$queryRaw<CaseOnBoard[]>`
    SELECT c.id AS "caseId", c.reference, c.victim_id AS "victimId", c.perpetrator_id AS "perpetratorId",
      c.transferred_from_id IS NOT NULL AS transferred,
      (SELECT a.code FROM area a WHERE a.id = c.transferred_from_id) AS "transferredFrom", l.overflow, c.child_count AS children, c.repeat_of_id IS NOT NULL AS repeat,
      c.plan_reviewed AS "planReviewed", c.deferrals, cardinality(c.open_action_ids) AS "openActions",
      to_char(coalesce((SELECT max(earlier.on_date) FROM listing before JOIN meeting earlier ON earlier.id = before.meeting_id
          WHERE before.case_id = c.id AND before.status = 'heard' AND earlier.on_date < mine.on_date),
        CASE WHEN c.heard_elsewhere_id IS NOT NULL THEN (c.heard_at AT TIME ZONE 'Europe/London')::date END), 'YYYY-MM-DD')
        AS "heardBefore",
      (SELECT t.outcome FROM case_at_meeting t WHERE t.meeting_id = l.meeting_id AND t.case_id = c.id
        ORDER BY t.seq DESC LIMIT 1) AS outcome
    FROM listing l JOIN "case" c ON c.id = l.case_id JOIN meeting mine ON mine.id = l.meeting_id
    WHERE l.meeting_id = ${meetingId}::uuid AND l.status IN ('listed', 'heard', 'deferred')
    ORDER BY c.child_count = 0, l.occurred_at, l.id`;
}

/** What was asked of each agency for a meeting, about cases that are still on its list. */
export async function agenciesOnBoard(tx: Tx, meetingId: string): Promise<readonly AgencyOnBoard[]> {
  return tx.$queryRaw<AgencyOnBoard[]>`
    SELECT q.agency_id AS "agencyId", asked.refs AS asked, missing.refs AS missing, silent.refs AS "silentOn"
    FROM research_request q
      CROSS JOIN LATERAL (SELECT coalesce(array_agg(c.reference ORDER BY c.reference), '{}') AS refs FROM "case" c
        WHERE c.id = ANY(q.case_ids)) asked
      CROSS JOIN LATERAL (SELECT coalesce(array_agg(c.reference ORDER BY c.reference), '{}') AS refs
        FROM "case" c JOIN listing l ON l.case_id = c.id AND l.meeting_id = q.meeting_id AND l.status = 'listed'
        WHERE c.id = ANY(q.case_ids)
          AND NOT EXISTS (SELECT FROM research_return r WHERE r.request_id = q.id AND r.case_id = c.id)) missing
      CROSS JOIN LATERAL (SELECT coalesce(array_agg(c.reference ORDER BY c.reference), '{}') AS refs FROM "case" c
        WHERE c.id = ANY(q.silent_on)) silent
    WHERE q.meeting_id = ${meetingId}::uuid ORDER BY q.agency_id`;
}
