import type { Actor } from '../../domain/access/actor.ts';
import { areasHeldAs } from '../../domain/access/actor.ts';
import { officePermissions } from '../../domain/access/permission.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { ClockKind } from '../../domain/clocks/clockKind.ts';
import { readNoticeData, type NoticeData } from '../../domain/notices/noticeData.ts';
import type { NoticeStatus } from '../../domain/notices/noticeStatus.ts';
import { visibleCases } from '../access/visibleCases.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant, toInstant, toInstantOrNull, toIsoDateOrNull } from '../time.ts';

/** A message in the list of all of them. */
export interface NoticeListed {
  readonly id: string;
  readonly reference: string | null;
  readonly areaId: string | null;
  /** The meeting it is about, and its day. */
  readonly meetingId: string | null;
  readonly meetingOn: string | null;
  readonly data: NoticeData | null;
  readonly recipientId: string;
  readonly asRole: string;
  readonly status: NoticeStatus;
  readonly error: string | null;
  readonly attempts: number;
  readonly createdAt: IsoInstant;
  readonly sentAt: IsoInstant | null;
}

export interface NoticePosition {
  readonly at: IsoInstant;
  readonly id: string;
}

type NoticeRow = Omit<NoticeListed, 'data' | 'createdAt' | 'sentAt' | 'meetingOn'> & {
  readonly code: string;
  readonly stored: unknown;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly meetingOn: Date | null;
};

/** What kind of message: a reminder of one kind of duty, or news. */
export type NoticeKind = ClockKind | 'news';

/** Which messages are asked for: of one status, and where they are given of one area and kind. */
export interface NoticeFilter {
  readonly status: NoticeStatus;
  readonly areaId?: string | undefined;
  readonly kind?: NoticeKind | undefined;
}

/** Messages of one status about cases and meetings an actor may see, and about neither, the latest first. */
export async function visibleNotices(
  tx: Tx,
  actor: Actor,
  filter: NoticeFilter,
  after: NoticePosition | null,
  limit: number,
): Promise<readonly NoticeListed[]> {
  const beyond = after
    ? Prisma.sql`and (n.created_at, n.id) < (${fromInstant(after.at)}, ${after.id}::uuid)`
    : Prisma.empty;
  const rows = await tx.$queryRaw<NoticeRow[]>(Prisma.sql`
    select ${columns} ${fromNotices} where ${conditionsOf(filter)} and ${isVisible(actor)} ${beyond}
    order by n.created_at desc, n.id desc limit ${limit}`);
  return rows.map(asListed);
}

const columns = Prisma.sql`n.id, c.reference, coalesce(c.area_id, m.area_id) as "areaId", m.id as "meetingId", m.on_date as "meetingOn", n.code,
  n.data as stored, n.recipient_id as "recipientId", n.as_role as "asRole", n.status, n.last_error as error,
  n.attempts, n.created_at as "createdAt", n.sent_at as "sentAt"`;

function asListed({ code, stored, createdAt, sentAt, meetingOn, ...row }: NoticeRow): NoticeListed {
  return {
    ...row,
    data: readNoticeData(code, stored),
    createdAt: toInstant(createdAt),
    sentAt: toInstantOrNull(sentAt),
    meetingOn: toIsoDateOrNull(meetingOn),
  };
}

function conditionsOf({ status, areaId, kind }: NoticeFilter): Prisma.Sql {
  const ofKind =
    kind === 'news' ? Prisma.sql`n.code <> 'rung'` : Prisma.sql`n.code = 'rung' and n.data->>'kind' = ${kind}`;
  const conditions = [
    Prisma.sql`n.status = ${status}`,
    ...(areaId === undefined ? [] : [Prisma.sql`coalesce(c.area_id, m.area_id) = ${areaId}::uuid`]),
    ...(kind === undefined ? [] : [ofKind]),
  ];
  return Prisma.join(conditions, ' and ');
}

/** A message an actor may see, with the case it is about if it is about one; null where there is none for them. */
export async function visibleNotice(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<(NoticeListed & { readonly caseId: string | null }) | null> {
  const [row] = await tx.$queryRaw<(NoticeRow & { readonly caseId: string | null })[]>(Prisma.sql`
    select ${columns}, c.id as "caseId" ${fromNotices} where n.id = ${id}::uuid and ${isVisible(actor)}`);
  if (!row) return null;
  const { caseId, ...notice } = row;
  return { ...asListed(notice), caseId };
}

/** Where notices `n` are read from, with the case `c` or the meeting `m` each is about. */
export const fromNotices = Prisma.sql`from notice n left join "case" c on c.id = n.case_id left join meeting m on m.id = n.case_id`;

/** Whether an actor may see a notice: of a case by who may see that; of a meeting by whose area it is. */
export function isVisible(actor: Actor): Prisma.Sql {
  const areas = areasHeldAs(actor, officePermissions.settleDelivery);
  const ofMeeting = areas === 'all' ? Prisma.sql`m.id is not null` : Prisma.sql`m.area_id = any(${[...areas]}::uuid[])`;
  return Prisma.sql`(n.case_id is null or ${ofMeeting} or (c.id is not null and (${visibleCases(actor)})))`;
}
