import { londonDate } from '../../domain/calendar/london.ts';
import type { KnownEvent } from '../../domain/risk/escalation.ts';
import { standsAsReferral } from '../cases/standsAsReferral.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { toInstant } from '../time.ts';

/**
 * What is known to have happened between two people, in every area: referrals that were not declined, merged or taken back, reports of further
 * abuse with the repeats they led to, and assessments that stood alone.
 */
export async function knownEvents(tx: Tx, pairId: string): Promise<readonly KnownEvent[]> {
  const rows = await tx.$queryRaw<{ by: KnownEvent['by']; at: Date }[]>`
    WITH own AS (SELECT id, received_at, stage, merged_into_id FROM "case" WHERE pair_id = ${pairId}::uuid),
      reports AS (SELECT new_case_id, incident_at, settled_as FROM further_abuse_report
        WHERE pair_id = ${pairId}::uuid OR case_id IN (SELECT id FROM own))
    SELECT 'referral' AS by, received_at AS at FROM own
      WHERE ${standsAsReferral(Prisma.sql`own`)}
        AND NOT EXISTS (SELECT FROM audit_event back WHERE back.case_id = own.id AND back.type = 'repeatTakenBack')
        AND id NOT IN (SELECT new_case_id FROM reports WHERE new_case_id IS NOT NULL)
    UNION ALL SELECT 'report', incident_at FROM reports
      WHERE settled_as IS NULL OR settled_as = 'matched'
    UNION ALL SELECT 'assessment', taken_at FROM lone_assessment WHERE pair_id = ${pairId}::uuid`;
  return rows.map(({ by, at }) => ({ by, on: londonDate(toInstant(at)) }));
}
