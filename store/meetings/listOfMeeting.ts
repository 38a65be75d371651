import type { CaseOutcome } from '../../domain/meetings/meetingFact.ts';
import { isPartIn } from '../cases/isPartIn.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';

/** A case on the list of a meeting, with the agencies that have a part in it. */
export interface ListedCase {
  readonly caseId: string;
  readonly agencyIds: readonly string[];
}

/** The cases on the list of a meeting, in the order in which they came, with who has a part in each. */
export async function listedCases(tx: Tx, meetingId: string): Promise<readonly ListedCase[]> {
  return tx.$queryRaw<ListedCase[]>`
    SELECT l.case_id AS "caseId",
      array(SELECT part.agency_id::text FROM case_agency part WHERE ${isPartIn(Prisma.sql`l.case_id`)}
        UNION SELECT c.idva_service_id::text ORDER BY 1) AS "agencyIds"
    FROM listing l JOIN "case" c ON c.id = l.case_id
    WHERE l.meeting_id = ${meetingId}::uuid AND l.status = 'listed' ORDER BY l.occurred_at, l.id`;
}

/** What was asked for a meeting, of whom, and what has come back. */
export interface AskedAgency {
  readonly requestId: string;
  readonly agencyId: string;
  readonly caseIds: readonly string[];
  readonly returnedIds: readonly string[];
}

export async function askedAgencies(tx: Tx, meetingId: string): Promise<readonly AskedAgency[]> {
  return tx.$queryRaw<AskedAgency[]>`
    SELECT q.id AS "requestId", q.agency_id AS "agencyId", q.case_ids::text[] AS "caseIds",
      array(SELECT DISTINCT r.case_id::text FROM research_return r WHERE r.request_id = q.id) AS "returnedIds"
    FROM research_request q WHERE q.meeting_id = ${meetingId}::uuid ORDER BY q.agency_id`;
}

/** What a meeting did with each of its cases, as it was last recorded. */
export async function casesTaken(tx: Tx, meetingId: string): Promise<readonly CaseOutcome[]> {
  const rows = await tx.$queryRaw<{ taken: CaseOutcome }[]>`
    SELECT DISTINCT ON (case_id) taken FROM case_at_meeting
    WHERE meeting_id = ${meetingId}::uuid ORDER BY case_id, seq DESC`;
  return rows.map(({ taken }) => taken);
}

/** What kinds these agencies are of, each once. */
export async function agencyKinds(tx: Tx, agencyIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.agency.findMany({ where: { id: { in: [...agencyIds] } }, select: { kind: true } });
  return new Set(rows.map(({ kind }) => kind));
}
