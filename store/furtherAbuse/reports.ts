import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import type { Settlement } from '../../domain/furtherAbuse/settlement.ts';
import type { Reads } from '../directReads.ts';
import { Prisma } from '../generated/client.ts';
import type { FurtherAbuseReportModel } from '../generated/models/FurtherAbuseReport.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant, toInstant, toIsoDate } from '../time.ts';
import { samePairs } from '../people/samePeople.ts';

/**
 * Where a report stands: `staged` until its case has recorded it; `unmatched` where nobody on record is meant for
 * sure; `afterEnd` where the pair is known and its last case has ended. A person looks at these two and, where no case
 * is to record them, says so: then they are `settled`.
 */
export type ReportStatus = 'staged' | 'recorded' | 'unmatched' | 'afterEnd' | 'settled';

/** Who settled a report, when and why; the reason is content. */
export interface Settled {
  readonly settledAs: Settlement;
  readonly settledAt: IsoInstant;
  readonly settledById: string;
  readonly settledReasonId: string;
}

/** A report of further abuse as its row has it. */
export interface FurtherAbuseRow {
  readonly id: string;
  readonly reporterId: string;
  readonly key: string;
  readonly bodyHash: string;
  readonly contentId: string;
  readonly incidentAt: IsoInstant;
  readonly pairId: string | null;
  readonly caseId: string | null;
  readonly newCaseId: string | null;
  readonly status: ReportStatus;
  readonly receivedAt: IsoInstant;
}

/** Out of which case a report was taken last, and the repeat that had been opened for it; when, by whom and why, which is content. */
export interface TakenOut {
  readonly ofId: string;
  readonly repeatId: string | null;
  readonly at: IsoInstant;
  readonly byId: string;
  readonly reasonId: string;
}

/** A report that was received, what a person said becomes of it, and that it was taken out of a case, where either is so. */
export type ReportOnRecord = FurtherAbuseRow &
  (Settled | { readonly settledAs: null }) & { readonly takenOut: TakenOut | null };

/** Writes a report down; false where the same reporter has sent one with this key already. */
export async function addReport(tx: Tx, report: FurtherAbuseRow): Promise<boolean> {
  const { incidentAt, receivedAt, ...columns } = report;
  const { count } = await tx.furtherAbuseReport.createMany({
    data: { ...columns, incidentAt: fromInstant(incidentAt), receivedAt: fromInstant(receivedAt) },
    skipDuplicates: true,
  });
  return count === 1;
}

/** What a settled report is from then on: of the case it was matched with, or seen to without one. */
export type SettledStanding = Pick<FurtherAbuseRow, 'pairId' | 'caseId' | 'newCaseId' | 'status'>;

/** Settles a report that waits for a person; false where it waits for nobody any more. */
export async function settleReport(
  tx: Tx,
  id: string,
  { settledAt, ...settled }: Settled,
  standing: Partial<SettledStanding>,
): Promise<boolean> {
  const { count } = await tx.furtherAbuseReport.updateMany({
    where: { id, status: { in: ['unmatched', 'afterEnd'] } },
    data: { ...settled, settledAt: fromInstant(settledAt), ...standing },
  });
  return count === 1;
}

/** The report somebody sent with a key, or null. */
export async function reportByKey(tx: Tx, reporterId: string, key: string): Promise<FurtherAbuseRow | null> {
  const row = await tx.furtherAbuseReport.findUnique({ where: { reporterId_key: { reporterId, key } } });
  return row && reportOf(row);
}

/** Reports that a person has to look at, oldest first: unmatched ones, and those no case has recorded in time. */
export async function reportsToLookAt(tx: Reads, stagedBefore: IsoInstant, limit: number): Promise<FurtherAbuseRow[]> {
  const rows = await tx.$queryRaw<ReportRow[]>(Prisma.sql`
    select ${columns} from further_abuse_report
    where status in ('unmatched', 'afterEnd') or (status = 'staged' and coalesce(settled_at, received_at) < ${fromInstant(stagedBefore)})
    order by received_at, id limit ${limit}`);
  return rows.map(reportOf);
}

/** A report by its id, or null. */
export async function reportById(tx: Tx, id: string): Promise<ReportOnRecord | null> {
  const row = await tx.furtherAbuseReport.findUnique({ where: { id } });
  if (!row) return null;
  const { settledAs, settledAt, settledById, settledReasonId } = row;
  const report = { ...reportOf(row), takenOut: takenOutOf(row) };
  if (settledAs === null || !settledAt || !settledById || !settledReasonId) return { ...report, settledAs: null };
  const settled = { settledAs: settledAs as Settlement, settledAt: toInstant(settledAt), settledById, settledReasonId };
  return { ...report, ...settled };
}

function takenOutOf(row: FurtherAbuseReportModel): TakenOut | null {
  const { takenOutOfId: ofId, takenOutRepeatId: repeatId, takenOutAt, takenOutById: byId, takenOutReasonId } = row;
  if (!ofId || !takenOutAt || !byId || !takenOutReasonId) return null;
  return { ofId, repeatId, at: toInstant(takenOutAt), byId, reasonId: takenOutReasonId };
}

/** The reports that belong to a case, the latest first. */
export async function reportsOfCase(tx: Reads, caseId: string): Promise<FurtherAbuseRow[]> {
  const rows = await tx.$queryRaw<ReportRow[]>(Prisma.sql`
    select ${columns} from further_abuse_report where case_id = ${caseId}::uuid order by received_at desc, id desc`);
  return rows.map(reportOf);
}

/** The flag of two people: from the day of the referral it counts from to its last day, the longest where several pairs are these two; null where there never was one. */
export async function flagOf(
  tx: Tx,
  pairId: string,
): Promise<{ readonly from: IsoInstant; readonly endsOn: IsoDate } | null> {
  const pairs = await samePairs(tx, pairId);
  const flag = await tx.flag.findFirst({ where: { pairId: { in: [...pairs] } }, orderBy: { endsOn: 'desc' } });
  if (!flag) return null;
  const from = await tx.case.findUnique({ where: { id: flag.caseId }, select: { receivedAt: true } });
  return { from: from ? toInstant(from.receivedAt) : toInstant(new Date(0)), endsOn: toIsoDate(flag.endsOn) };
}

const columns = Prisma.sql`id, reporter_id as "reporterId", key, body_hash as "bodyHash", content_id as "contentId",
  incident_at as "incidentAt", pair_id as "pairId", case_id as "caseId", new_case_id as "newCaseId", status,
  received_at as "receivedAt"`;

type ReportRow = Omit<FurtherAbuseRow, 'incidentAt' | 'receivedAt' | 'status'> & {
  readonly incidentAt: Date;
  readonly receivedAt: Date;
  readonly status: string;
};

function reportOf(row: ReportRow): FurtherAbuseRow {
  const { id, reporterId, key, bodyHash, contentId, incidentAt, pairId, caseId, newCaseId, status, receivedAt } = row;
  return {
    ...{ id, reporterId, key, bodyHash, contentId, pairId, caseId, newCaseId },
    incidentAt: toInstant(incidentAt),
    receivedAt: toInstant(receivedAt),
    status: status as ReportStatus,
  };
}
