import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { NotificationFound } from '../../domain/completion/takeOutChild.ts';
import type { CaseFact, FactData } from '../../domain/lifecycle/caseFact.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant } from '../time.ts';

interface ToldRow {
  readonly factId: string;
  readonly data: FactData['childrenNotified'];
  readonly acknowledged: boolean;
  /** The message of one that was taken back may still tell of a sibling. */
  readonly withdrawn: boolean;
  /** Whether somebody of the service has looked at the case since. */
  readonly read: boolean;
}

interface NoticeOfChildren {
  readonly id: string;
  readonly key: string;
  readonly recipientId: string;
  readonly createdAt: Date;
  readonly status: string;
  readonly sentAt: Date | null;
  /** Whether nobody has tried to send it. */
  readonly waits: boolean;
}

/**
 * The notifications of the children of a case that were not taken back, with their messages under lock: none of those that have
 * not left begins to leave before the transaction is over.
 */
export async function notificationsOfCase(
  tx: Tx,
  caseId: string,
  now: IsoInstant,
): Promise<readonly NotificationFound[]> {
  const told = await tx.$queryRaw<ToldRow[]>(Prisma.sql`
    select e.id as "factId", e.data, h.acknowledged_at is not null as acknowledged, h.withdrawn_at is not null as withdrawn,
      exists (select from access_log look join appointment post on post.practitioner_id = look.actor_id
        where look.case_id = e.case_id and look.at >= e.recorded_at and post.agency_id = (e.data->>'toAgencyId')::uuid) as read
    from audit_event e join handover h on h.id = (e.data->>'notificationId')::uuid
    where e.case_id = ${caseId}::uuid and e.type = 'childrenNotified' order by e.seq`);
  const notices = await tx.$queryRaw<NoticeOfChildren[]>(Prisma.sql`
    select id, key, recipient_id as "recipientId", created_at as "createdAt", status, sent_at as "sentAt",
      status = 'waiting' and attempts = 0 and (leased_until is null or leased_until <= ${fromInstant(now)}::timestamptz) as waits
    from notice where case_id = ${caseId}::uuid and code = 'childrenNotified' order by id for update`);
  const messageOf = new Map(
    told.map(({ factId, data }) => [
      data.notificationId,
      notices.filter(({ key }) => key.startsWith(`news/${factId}/`)),
    ]),
  );
  const here = told.flatMap(({ data, acknowledged, withdrawn, read }) => {
    if (withdrawn) return [];
    const { notificationId, children, toAgencyId, urgent, alreadySent, toldWith = notificationId } = data;
    const own = messageOf.get(toldWith) ?? [];
    const unsentIds = own.length > 0 && own.every(({ waits }) => waits) ? own.map(({ id }) => id) : null;
    const heard = read || own.some((each) => notices.some((other) => tellsOf(other, each)));
    const made = { notificationId, childIds: children, toAgencyId, urgent, alreadySent };
    return [{ ...made, acknowledged, heard, toldWith, unsentIds }];
  });
  return [...here, ...(await madeElsewhere(tx, caseId))];
}

/**
 * Whether the message of a sibling has told its reader of what another one, which still waits, says: it left after that was written, or may
 * be leaving. Whoever signs in for it finds every child of the case.
 */
function tellsOf(sibling: NoticeOfChildren, waiting: NoticeOfChildren): boolean {
  if (sibling.recipientId !== waiting.recipientId) return false;
  if (sibling.status === 'sent') return sibling.sentAt === null || sibling.sentAt >= waiting.createdAt;
  return sibling.status === 'waiting' && !sibling.waits;
}

/** Of a child who came with a merged referral that had notified of them: it stands where it was made, and is corrected from here. */
async function madeElsewhere(tx: Tx, caseId: string): Promise<readonly NotificationFound[]> {
  const rows = await tx.$queryRaw<
    Pick<NotificationFound, 'notificationId' | 'childIds' | 'toAgencyId' | 'urgent' | 'alreadySent'>[]
  >(Prisma.sql`
    select h.id as "notificationId", array[child.id::text] as "childIds", h.to_agency_id as "toAgencyId", h.urgent,
      exists (select from child there where there.notification_id = h.id and there.case_id = h.case_id and there.already_sent) as "alreadySent"
    from child join handover h on h.id = child.notification_id and h.case_id <> child.case_id
    where child.case_id = ${caseId}::uuid and child.parted_at is null order by child.id`);
  return rows.map((row) => ({
    ...row,
    acknowledged: true,
    heard: true,
    toldWith: row.notificationId,
    unsentIds: null,
  }));
}

/** What has not left and tells of nobody any more does not leave. */
export async function withdrawUnsent(tx: Tx, facts: readonly CaseFact[]): Promise<void> {
  const ids = facts.flatMap((fact) => (fact.type === 'childTakenOut' ? fact.data.unsentIds : []));
  if (ids.length === 0) return;
  const taken = { status: 'withdrawn', lastError: 'CHILD_TAKEN_OUT' };
  await tx.notice.updateMany({ where: { id: { in: [...ids] }, status: 'waiting' }, data: taken });
}
