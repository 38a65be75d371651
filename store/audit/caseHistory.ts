import type { IsoInstant, Precision } from '../../domain/calendar/time.ts';
import type { FactType } from '../../domain/lifecycle/caseFact.ts';
import type { Reads } from '../directReads.ts';
import { type AuditEvent, Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { toInstant } from '../time.ts';

/** One event of a case's record. */
export interface HistoryRow {
  readonly seq: number;
  readonly type: FactType;
  readonly actorId: string | null;
  readonly occurred: { readonly at: IsoInstant; readonly precision: Precision };
  readonly recordedAt: IsoInstant;
  readonly policyVersion: string;
  readonly data: unknown;
  readonly hash: string;
}

/** The record of a case after an event, in order. */
export async function caseHistory(tx: Tx, caseId: string, afterSeq: number, limit: number): Promise<HistoryRow[]> {
  const rows = await tx.auditEvent.findMany({
    where: { caseId, seq: { gt: afterSeq } },
    orderBy: { seq: 'asc' },
    take: limit,
  });
  return rows.map(historyRow);
}

/** The last events of a case, the latest last. */
export async function lastOfHistory(reads: Reads, caseId: string, limit: number): Promise<HistoryRow[]> {
  const rows = await reads.$queryRaw<RecordedEvent[]>(Prisma.sql`
    select seq, type, actor_id as "actorId", occurred_at as "occurredAt", occurred_precision as "occurredPrecision",
      recorded_at as "recordedAt", policy_version as "policyVersion", data, hash
    from audit_event where case_id = ${caseId}::uuid order by seq desc limit ${limit}`);
  return rows.map(historyRow).toReversed();
}

/**
 * What somebody last did in a case: of all that their command led to the first event, which is the deed itself, and none that
 * is about a clock alone; null where nobody has done anything.
 */
export async function latestDeed(tx: Tx, caseId: string): Promise<HistoryRow | null> {
  const where = { caseId, actorId: { not: null }, type: { not: { startsWith: 'clock' } } };
  const last = await tx.auditEvent.findFirst({ where, orderBy: { seq: 'desc' } });
  if (!last?.commandId) return last && historyRow(last);
  const first = await tx.auditEvent.findFirst({
    where: { ...where, commandId: last.commandId },
    orderBy: { seq: 'asc' },
  });
  return historyRow(first ?? last);
}

type RecordedEvent = Pick<
  AuditEvent,
  'seq' | 'type' | 'actorId' | 'occurredAt' | 'occurredPrecision' | 'recordedAt' | 'policyVersion' | 'data' | 'hash'
>;

function historyRow(row: RecordedEvent): HistoryRow {
  return {
    seq: row.seq,
    type: row.type as FactType,
    actorId: row.actorId,
    occurred: { at: toInstant(row.occurredAt), precision: row.occurredPrecision as Precision },
    recordedAt: toInstant(row.recordedAt),
    policyVersion: row.policyVersion,
    data: row.data,
    hash: row.hash,
  };
}
