import { recordAccess } from '../../store/access/recordAccess.ts';
import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { Actor } from '../../domain/access/actor.ts';
import {
  visibleNotice,
  visibleNotices,
  type NoticeFilter,
  type NoticeListed,
  type NoticePosition,
} from '../../store/notices/visibleNotices.ts';
import { isStuck } from '../../store/notices/undelivered.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';

/** What is asked of the messages. */
export interface DeliveryQuestion extends Pick<NoticeFilter, 'status' | 'kind'> {
  /** The code of an area. */
  readonly area?: string | undefined;
  readonly after: NoticePosition | null;
  readonly limit: number;
}

/** Messages of one status about what somebody may see, the latest first; of one area and kind where they are asked for. */
export async function deliveryBoard(
  deps: Dependencies,
  actor: Actor,
  route: string,
  { status, area, kind, after, limit }: DeliveryQuestion,
): Promise<
  { readonly ok: true; readonly items: readonly NoticeListed[]; readonly next: NoticePosition | null } | RequestProblem
> {
  const { store, clock } = deps;
  const areaId = area === undefined ? undefined : (await readCodes(deps)).areaId(area);
  if (areaId === null) return problem('UNKNOWN_AREA');
  const rows = await visibleNotices(store.prisma, actor, { status, areaId, kind }, after, limit + 1);
  const { practitionerId: actorId } = actor;
  const noted = { actorId, event: 'readDeliveries', route, caseId: null, outcome: 'shown', at: clock.now() };
  await recordAccess(store.prisma, noted);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { ok: true, items, next: rows.length > limit && last ? { at: last.createdAt, id: last.id } : null };
}

/** A message that did not get through, or has failed so often that it stands with those, where somebody may see it; null otherwise. */
export async function stuckDelivery({ store }: Dependencies, actor: Actor, id: string): Promise<NoticeListed | null> {
  const notice = await visibleNotice(store.prisma, actor, id);
  return notice !== null && isStuck(notice) ? notice : null;
}
