import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { Attendee, CaseOutcome, ResearchResult } from '../../domain/meetings/meetingFact.ts';
import type { Tx } from '../prismaClient.ts';
import { toInstant } from '../time.ts';

/** Who was at the table of a meeting, as it was last recorded. */
export async function attendeesOf(tx: Tx, meetingId: string): Promise<readonly Attendee[]> {
  const row = await tx.meetingTable.findUnique({ where: { id: meetingId }, select: { attendees: true } });
  return (row?.attendees ?? []) as unknown as readonly Attendee[];
}

/** What the meeting did with its cases, as it was last recorded for each, by the id of the case. */
export async function takenByCase(tx: Tx, meetingId: string): Promise<ReadonlyMap<string, CaseOutcome>> {
  const rows = await tx.$queryRaw<{ caseId: string; taken: CaseOutcome }[]>`
    SELECT DISTINCT ON (case_id) case_id AS "caseId", taken FROM case_at_meeting
    WHERE meeting_id = ${meetingId}::uuid ORDER BY case_id, seq DESC`;
  return new Map(rows.map(({ caseId, taken }) => [caseId, taken]));
}

/** What an agency answered about one case; of several answers of one agency the last counts. */
export interface ReturnedResearch {
  readonly agencyId: string;
  readonly result: ResearchResult;
  readonly contentId: string | null;
}

/** What the agencies have answered about one case for a meeting, each once. */
export async function researchAbout(tx: Tx, meetingId: string, caseId: string): Promise<readonly ReturnedResearch[]> {
  return tx.$queryRaw<ReturnedResearch[]>`
    SELECT DISTINCT ON (agency_id) agency_id AS "agencyId", result, content_id AS "contentId" FROM research_return
    WHERE meeting_id = ${meetingId}::uuid AND case_id = ${caseId}::uuid ORDER BY agency_id, returned_at DESC, id DESC`;
}

/** One version of the minutes: the first as it was confirmed, every later one a correction with its reason. */
export interface MinutesVersion {
  readonly version: number;
  readonly contentId: string | null;
  readonly reasonId: string | null;
  readonly at: IsoInstant;
}

/** The versions of the minutes of a meeting, the first one first. */
export async function minutesVersions(tx: Tx, meetingId: string): Promise<readonly MinutesVersion[]> {
  const rows = await tx.meetingMinutes.findMany({
    where: { meetingId },
    orderBy: { version: 'asc' },
    select: { version: true, contentId: true, reasonId: true, at: true },
  });
  return rows.map((row) => ({ ...row, at: toInstant(row.at) }));
}

/** The version of the minutes that is out: the latest that was sent. It stays while the next one is made; null before the first. */
export async function minutesVersionOut(tx: Tx, meetingId: string): Promise<number | null> {
  const [found] = await tx.$queryRaw<{ version: number | null }[]>`
    SELECT max((data->>'version')::int) AS version FROM audit_event
    WHERE case_id = ${meetingId}::uuid AND type = 'minutesSent'`;
  return found?.version ?? null;
}
