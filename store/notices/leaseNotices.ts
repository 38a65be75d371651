import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import type { Due } from '../../domain/clocks/clock.ts';
import { readDue, readNoticeData, type NoticeData } from '../../domain/notices/noticeData.ts';
import { siblingsApartMinutes } from '../../domain/notices/siblingsTold.ts';
import { deniedTo } from '../access/deniedTo.ts';
import { hiddenMeeting } from '../access/hiddenMeeting.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant, toInstant, toIsoDateOrNull } from '../time.ts';
import { samePersonAs } from '../people/samePeople.ts';

/** The meeting a notice is about, as it stands now. */
export interface LeasedMeeting {
  readonly meetingId: string;
  readonly on: IsoDate;
  readonly startsAt: IsoInstant;
  readonly sequence: number;
  readonly cancelled: boolean;
}

/** A notice that nobody else sends before `leasedUntil`, with what its sending depends on as it stands now. */
export interface LeasedNotice {
  readonly id: string;
  /** Null where what was stored makes no sense. */
  readonly data: NoticeData | null;
  readonly asRole: string;
  readonly messageId: string;
  /** How often sending has failed before. */
  readonly attempts: number;
  readonly leasedUntil: IsoInstant;
  readonly reference: string | null;
  readonly meeting: LeasedMeeting | null;
  /** Whether a message that says the same of the same family has left since this one was written, or a reminder just before it. */
  readonly toldTogether: boolean;
  readonly areaName: string | null;
  readonly contactSuspended: boolean;
  /** Whether a death holds the record of its case; null where it is about no case. */
  readonly frozen: boolean | null;
  readonly clock: { readonly ended: boolean; readonly paused: boolean; readonly due: Due | null } | null;
  /** Null where the recipient is not in the list of practitioners any more. */
  readonly recipient: { readonly email: string; readonly endsOn: IsoDate | null; readonly denied: boolean } | null;
}

interface LeasedRow {
  readonly id: string;
  readonly code: string;
  readonly data: unknown;
  readonly as_role: string;
  readonly message_id: string;
  readonly attempts: number;
  readonly leased_until: Date;
  readonly reference: string | null;
  readonly meeting_id: string | null;
  readonly meeting_on: string | null;
  readonly meeting_starts_at: Date | null;
  readonly meeting_sequence: number | null;
  readonly meeting_status: string | null;
  readonly area_name: string | null;
  readonly contact_suspended: boolean;
  readonly frozen: boolean | null;
  readonly clock_status: string | null;
  readonly clock_due: unknown;
  readonly email: string | null;
  readonly recipient_ends_on: Date | null;
  readonly denied: boolean;
  readonly told_together: boolean;
}

/**
 * Takes up to `limit` notices whose time has come, the oldest first, for `leaseMs` milliseconds. Rows that another
 * dispatcher is just taking are passed over; what a dispatcher that died had taken comes back when its lease is over. Of several
 * messages that say the same of one family only the one whose time came first is taken, until it has left: then there is nothing
 * more to tell. One that waits for siblings holds up none of theirs, and neither does one that is tried again later.
 */
export async function leaseNotices(
  tx: Tx,
  now: IsoInstant,
  limit: number,
  leaseMs: number,
): Promise<readonly LeasedNotice[]> {
  const at = fromInstant(now);
  const until = new Date(at.getTime() + leaseMs);
  const rows = await tx.$queryRaw<LeasedRow[]>(Prisma.sql`
    WITH due AS MATERIALIZED (
      SELECT id FROM notice
      WHERE status = 'waiting' AND not_before <= ${at} AND (leased_until IS NULL OR leased_until <= ${at})
        AND CASE WHEN ${isOfFamily(Prisma.sql`notice`)} THEN NOT EXISTS (SELECT FROM notice first
          WHERE ${saysTheSame(Prisma.sql`notice`)} AND first.status = 'waiting'
            AND (first.not_before, first.id) < (notice.not_before, notice.id)) ELSE true END
      ORDER BY not_before, id LIMIT ${limit} FOR UPDATE SKIP LOCKED),
    leased AS (
      UPDATE notice n SET leased_until = ${until} FROM due WHERE n.id = due.id RETURNING n.*)
    SELECT l.id, l.code, l.data, l.as_role, l.message_id, l.attempts, l.leased_until, c.reference, c.frozen, a.name AS area_name,
      m.id AS meeting_id, m.on_date::text AS meeting_on, m.starts_at AS meeting_starts_at,
      m.sequence AS meeting_sequence, m.status AS meeting_status,
      CASE WHEN ${isOfFamily(Prisma.sql`l`)} THEN EXISTS (SELECT FROM notice first
        WHERE ${saysTheSame(Prisma.sql`l`)} AND first.status = 'sent' AND ${toldOfBoth(Prisma.sql`l`)}) ELSE false END AS told_together,
      EXISTS (SELECT FROM safe_contact s WHERE s.victim_id = ${samePersonAs(Prisma.sql`c.victim_id`)}
        AND s.suspended_at IS NOT NULL) AS contact_suspended, k.status AS clock_status,
      k.data->'due' AS clock_due, p.email, p.ends_on AS recipient_ends_on,
      CASE WHEN m.id IS NULL THEN EXISTS (SELECT FROM denied_person d
        WHERE d.practitioner_id = l.recipient_id AND (${deniedTo(Prisma.sql`d`)}
          OR d.person_id IN (lone.victim_id, lone.perpetrator_id)))
      ELSE ${hiddenMeeting(Prisma.sql`m.id`, Prisma.sql`l.recipient_id`)} END AS denied
    FROM leased l
      LEFT JOIN "case" c ON c.id = l.case_id
      LEFT JOIN meeting m ON m.id = l.case_id
      LEFT JOIN lone_assessment lone ON lone.id = l.case_id
      LEFT JOIN area a ON a.id = coalesce(c.area_id, m.area_id, lone.area_id)
      LEFT JOIN clock k ON k.id = l.clock_id
      LEFT JOIN practitioner p ON p.id = l.recipient_id
    ORDER BY l.not_before, l.id`);
  return rows.map(fromRow);
}

/** That a notice is one of those of which siblings have one each. Two hand-overs are two things to answer, however alike. */
function isOfFamily(notice: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${notice}.code = 'childrenNotified' OR (${notice}.code = 'rung' AND ${notice}.data->>'ofSibling' = 'true'))`;
}

/** That the notice `first` tells its reader, about the same case, what another one does: of a reminder the same duty and rung, and the same date or nearly the same hour. */
function saysTheSame(notice: Prisma.Sql): Prisma.Sql {
  const besidesDates = (data: Prisma.Sql) => Prisma.sql`${data}.data - 'due' - 'originalDue'`;
  const hour = (data: Prisma.Sql) => Prisma.sql`(${data}.data#>>'{due,at}')::timestamptz`;
  const first = Prisma.sql`first`;
  return Prisma.sql`first.case_id = ${notice}.case_id AND first.recipient_id = ${notice}.recipient_id AND first.id <> ${notice}.id
    AND first.code = ${notice}.code AND (${notice}.code <> 'rung' OR (${besidesDates(first)} = ${besidesDates(notice)}
      AND (first.data->'due' = ${notice}.data->'due' OR ${hour(first)} BETWEEN ${hour(notice)} - ${apart} AND ${hour(notice)} + ${apart})))`;
}

const apart = Prisma.sql`make_interval(mins => ${siblingsApartMinutes}::int)`;

/** That whoever read the notice `first`, which was sent, saw what another tells too: it was written by then, or of a reminder its duty had begun. */
function toldOfBoth(notice: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(first.sent_at >= ${notice}.created_at OR (${notice}.code = 'rung' AND first.sent_at >= ${notice}.created_at - ${apart}
    AND EXISTS (SELECT FROM clock begun WHERE begun.id = ${notice}.clock_id AND begun.anchor_at <= first.sent_at)))`;
}

function meetingOf(row: LeasedRow): LeasedMeeting | null {
  const { meeting_id: meetingId, meeting_on: on, meeting_starts_at: startsAt } = row;
  if (!meetingId || !on || !startsAt) return null;
  const cancelled = row.meeting_status === 'cancelled';
  return { meetingId, on, startsAt: toInstant(startsAt), sequence: row.meeting_sequence ?? 0, cancelled };
}

function fromRow(row: LeasedRow): LeasedNotice {
  const { email, clock_status: clockStatus } = row;
  return {
    id: row.id,
    data: readNoticeData(row.code, row.data),
    asRole: row.as_role,
    messageId: row.message_id,
    attempts: row.attempts,
    leasedUntil: toInstant(row.leased_until),
    reference: row.reference,
    meeting: meetingOf(row),
    areaName: row.area_name,
    toldTogether: row.told_together,
    contactSuspended: row.contact_suspended,
    frozen: row.frozen,
    clock:
      clockStatus === null
        ? null
        : { ended: clockStatus === 'ended', paused: clockStatus === 'paused', due: readDue(row.clock_due) },
    recipient: email === null ? null : { email, endsOn: toIsoDateOrNull(row.recipient_ends_on), denied: row.denied },
  };
}
