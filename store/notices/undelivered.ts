import type { Actor } from '../../domain/access/actor.ts';
import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import { readNoticeData, type NoticeData } from '../../domain/notices/noticeData.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant, toInstant } from '../time.ts';
import { fromNotices, isVisible } from './visibleNotices.ts';

/** After so many failed attempts a message that is still being tried stands among the exceptions as well. */
const visibleAfter = 3;

/** A message that did not get through: a task for somebody. */
export interface UndeliveredNotice {
  readonly id: string;
  readonly caseId: string | null;
  readonly reference: string | null;
  /** The meeting it is about, with its London day; null where it is about none. */
  readonly meeting: { readonly meetingId: string; readonly on: IsoDate } | null;
  readonly areaId: string | null;
  readonly data: NoticeData | null;
  readonly recipientId: string;
  readonly asRole: string;
  /** `undelivered` waits for a person; `waiting` is still being tried. */
  readonly status: 'undelivered' | 'waiting';
  readonly error: string | null;
  readonly attempts: number;
  readonly createdAt: IsoInstant;
}

interface UndeliveredRow {
  readonly id: string;
  readonly case_id: string | null;
  readonly reference: string | null;
  readonly meeting_id: string | null;
  readonly meeting_on: string | null;
  readonly area_id: string | null;
  readonly code: string;
  readonly data: unknown;
  readonly recipient_id: string;
  readonly as_role: string;
  readonly status: 'undelivered' | 'waiting';
  readonly last_error: string | null;
  readonly attempts: number;
  readonly created_at: Date;
}

/**
 * Messages that did not get through, about cases and meetings an actor may see and about neither, the oldest first; `after` is
 * the id of the last one seen (ids sort by time).
 */
export async function undeliveredNotices(
  tx: Tx,
  actor: Actor,
  page: { readonly after: string | null; readonly limit: number },
): Promise<readonly UndeliveredNotice[]> {
  const rows = await tx.$queryRaw<UndeliveredRow[]>(Prisma.sql`
    SELECT n.id, c.id AS case_id, c.reference, coalesce(c.area_id, m.area_id) AS area_id, m.id AS meeting_id,
      m.on_date::text AS meeting_on, n.code, n.data, n.recipient_id, n.as_role, n.status, n.last_error,
      n.attempts, n.created_at
    ${undelivered(actor)} AND (${page.after}::uuid IS NULL OR n.id > ${page.after}::uuid)
    ORDER BY n.id LIMIT ${page.limit}`);
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    reference: row.reference,
    meeting: row.meeting_id && row.meeting_on ? { meetingId: row.meeting_id, on: row.meeting_on } : null,
    areaId: row.area_id,
    data: readNoticeData(row.code, row.data),
    recipientId: row.recipient_id,
    asRole: row.as_role,
    status: row.status,
    error: row.last_error,
    attempts: row.attempts,
    createdAt: toInstant(row.created_at),
  }));
}

/** Where such messages are read from, or counted. */
export function undelivered(actor: Actor): Prisma.Sql {
  return Prisma.sql`${fromNotices}
    WHERE (n.status = 'undelivered' OR (n.status = 'waiting' AND n.attempts >= ${visibleAfter})) AND ${isVisible(actor)}`;
}

/** Whether a message is one of them. */
export function isStuck({ status, attempts }: { readonly status: string; readonly attempts: number }): boolean {
  return status === 'undelivered' || (status === 'waiting' && attempts >= visibleAfter);
}

/** Puts an undelivered message back in the queue, to the address its recipient has by then; false where there is none. */
export async function retryNotice(tx: Tx, id: string, now: IsoInstant): Promise<boolean> {
  const { count } = await tx.notice.updateMany({
    where: { id, OR: [{ status: 'undelivered' }, { status: 'waiting', attempts: { gte: visibleAfter } }] },
    data: { status: 'waiting', notBefore: fromInstant(now) },
  });
  return count > 0;
}

/** Marks an undelivered message as seen to by a practitioner, who told its recipient or somebody else; false where there is none. */
export async function settleUndelivered(tx: Tx, id: string, settledById: string): Promise<boolean> {
  const { count } = await tx.notice.updateMany({
    where: { id, status: 'undelivered' },
    data: { status: 'settled', settledById },
  });
  return count > 0;
}
