import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant, toInstant, toIsoDate } from '../time.ts';

/**
 * Where a report stands: `staged` until its case has recorded it; `unmatched` where nobody on record is meant for
 * sure; `afterEnd` where the pair is known and its last case has ended. A person looks at the last two.
 */
export type ReportStatus = 'staged' | 'recorded' | 'unmatched' | 'afterEnd';

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

/** Writes a report down; false where the same reporter has sent one with this key already. */
export async function addReport(tx: Tx, report: FurtherAbuseRow): Promise<boolean> {
  const { incidentAt, receivedAt, ...columns } = report;
  const { count } = await tx.furtherAbuseReport.createMany({
    data: { ...columns, incidentAt: fromInstant(incidentAt), receivedAt: fromInstant(receivedAt) },
    skipDuplicates: true,
  });
  return count === 1;
}

/** The report somebody sent with a key, or null. */
export async function reportByKey(tx: Tx, reporterId: string, key: string): Promise<FurtherAbuseRow | null> {
  const row = await tx.furtherAbuseReport.findUnique({ where: { reporterId_key: { reporterId, key } } });
  return row && reportOf(row);
}

/** Reports that a person has to look at, oldest first: unmatched ones, and those no case has recorded in time. */
export async function reportsToLookAt(tx: Tx, stagedBefore: IsoInstant, limit: number): Promise<FurtherAbuseRow[]> {
  const rows = await tx.furtherAbuseReport.findMany({
    where: {
      OR: [
        { status: { in: ['unmatched', 'afterEnd'] } },
        { status: 'staged', receivedAt: { lt: fromInstant(stagedBefore) } },
      ],
    },
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
    take: limit,
  });
  return rows.map(reportOf);
}

/** A report by its id, or null. */
export async function reportById(tx: Tx, id: string): Promise<FurtherAbuseRow | null> {
  const row = await tx.furtherAbuseReport.findUnique({ where: { id } });
  return row && reportOf(row);
}

/** The reports that belong to a case, the latest first. */
export async function reportsOfCase(tx: Tx, caseId: string): Promise<FurtherAbuseRow[]> {
  const rows = await tx.furtherAbuseReport.findMany({
    where: { caseId },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
  });
  return rows.map(reportOf);
}

/** The flag of a pair: from the day of the referral it counts from to its last day; null where there never was one. */
export async function flagOf(
  tx: Tx,
  pairId: string,
): Promise<{ readonly from: IsoInstant; readonly endsOn: IsoDate } | null> {
  const flag = await tx.flag.findUnique({ where: { pairId } });
  if (!flag) return null;
  const from = await tx.case.findUnique({ where: { id: flag.caseId }, select: { receivedAt: true } });
  return { from: from ? toInstant(from.receivedAt) : toInstant(new Date(0)), endsOn: toIsoDate(flag.endsOn) };
}

function reportOf(
  row: Omit<FurtherAbuseRow, 'incidentAt' | 'receivedAt' | 'status'> & {
    incidentAt: Date;
    receivedAt: Date;
    status: string;
  },
): FurtherAbuseRow {
  return {
    ...row,
    incidentAt: toInstant(row.incidentAt),
    receivedAt: toInstant(row.receivedAt),
    status: row.status as ReportStatus,
  };
}
