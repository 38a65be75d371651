import { recordAccess } from '../../store/access/recordAccess.ts';
import type { NoticeStatus } from '../../domain/notices/noticeStatus.ts';
import type { Actor } from '../../domain/access/actor.ts';
import {
  visibleNotice,
  visibleNotices,
  type NoticeListed,
  type NoticePosition,
} from '../../store/notices/visibleNotices.ts';
import { isStuck } from '../../store/notices/undelivered.ts';
import type { Dependencies } from '../dependencies.ts';

/** Messages of one status about what somebody may see, the latest first. */
export async function deliveryBoard(
  { store, clock }: Dependencies,
  actor: Actor,
  route: string,
  {
    status,
    after,
    limit,
  }: { readonly status: NoticeStatus; readonly after: NoticePosition | null; readonly limit: number },
): Promise<{ readonly items: readonly NoticeListed[]; readonly next: NoticePosition | null }> {
  const rows = await visibleNotices(store.prisma, actor, status, after, limit + 1);
  const { practitionerId: actorId } = actor;
  const noted = { actorId, event: 'readDeliveries', route, caseId: null, outcome: 'shown', at: clock.now() };
  await recordAccess(store.prisma, noted);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? { at: last.createdAt, id: last.id } : null };
}

/** Whether a message did not get through, or has failed so often that it stands with those, and may be seen by them. */
export async function isTheirsToSettle({ store }: Dependencies, actor: Actor, id: string): Promise<boolean> {
  const notice = await visibleNotice(store.prisma, actor, id);
  return notice !== null && isStuck(notice);
}
