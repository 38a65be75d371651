import type { z } from 'zod';
import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { deliveryView } from '../../contracts/views/officeViews.ts';
import { newId } from '../../platform/ids.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { keepRequest } from '../../store/commands/keepRequest.ts';
import { retryNotice, settleUndelivered, undeliveredNotices } from '../../store/notices/undelivered.ts';
import { visibleNotice } from '../../store/notices/visibleNotices.ts';
import type { Tx } from '../../store/prismaClient.ts';
import type { Dependencies } from '../dependencies.ts';
import type { CommandRequest } from '../requestIdentity.ts';

export type DeliveryView = z.output<typeof deliveryView>;

/** Messages that did not get through, of the cases and meetings somebody may see, the oldest first; `after` is the last one seen. */
export async function listDeliveries(
  { store, clock }: Dependencies,
  { actor, route }: Pick<CommandRequest, 'actor' | 'route'>,
  after: string | null,
  limit: number,
): Promise<{ readonly items: readonly DeliveryView[]; readonly next: string | null }> {
  const rows = await undeliveredNotices(store.prisma, actor, { after, limit: limit + 1 });
  const items = rows.slice(0, limit).map((row) => ({
    deliveryId: row.id,
    reference: row.reference,
    meeting: row.meeting,
    recipientId: row.recipientId,
    asRole: row.asRole,
    status: row.status,
    error: row.error,
    attempts: row.attempts,
    createdAt: row.createdAt,
  }));
  const { practitionerId: actorId } = actor;
  const noted = { actorId, event: 'readDeliveries', route, caseId: null, outcome: 'shown', at: clock.now() };
  await recordAccess(store.prisma, noted);
  return { items, next: rows.length > limit ? (items.at(-1)?.deliveryId ?? null) : null };
}

/** Sends an undelivered message again, to the address its recipient has by now. */
export async function retryDelivery(deps: Dependencies, request: CommandRequest, id: string): Promise<Done> {
  return change(deps, request, id, 'retryDelivery', (tx, now) => retryNotice(tx, id, now));
}

/** Marks an undelivered message as seen to: somebody told its recipient, or somebody in their place. */
export async function settleDelivery(deps: Dependencies, request: CommandRequest, id: string): Promise<Done> {
  return change(deps, request, id, 'settleDelivery', (tx) => settleUndelivered(tx, id, request.actor.practitionerId));
}

export type Done = { readonly ok: true } | RequestProblem;

async function change(
  { store, clock }: Dependencies,
  { actor, route, key, bodyHash }: CommandRequest,
  subjectId: string,
  type: 'retryDelivery' | 'settleDelivery',
  act: (tx: Tx, now: string) => Promise<boolean>,
): Promise<Done> {
  const found = await visibleNotice(store.prisma, actor, subjectId);
  if (!found) return problem('NOT_FOUND');
  const { caseId } = found;
  const at = clock.now();
  const { practitionerId: actorId } = actor;
  return store.prisma.$transaction(async (tx): Promise<Done> => {
    const kept = await keepRequest(tx, { id: newId(), actorId, route, key, bodyHash, type, subjectId, at });
    if (kept.was === 'another') return problem('KEY_REUSED');
    if (kept.was === 'repeated') return { ok: true };
    const done = await act(tx, at);
    await recordAccess(tx, { actorId, event: type, route, caseId, outcome: done ? 'done' : 'refused', at });
    return done ? { ok: true } : problem('NOT_UNDELIVERED');
  });
}
