import { placeGivenBy } from '../idva/adviserPlaces.ts';
import { exceeded, roomLeft, type Workload } from '../idva/capacity.ts';
import type { CaseFact } from '../lifecycle/caseFact.ts';
import type { Ask } from '../lifecycle/ask.ts';
import { refuse, type Refusal } from '../lifecycle/refusal.ts';
import type { AskOf, Completion, Found } from './found.ts';

/** What the store found of the adviser somebody wants to give a case to. */
export interface AdviserFound extends Workload {
  /** An adviser today: of the case's own service for community support, of any service for court and health. */
  readonly appointed: boolean;
  /** Must not see the case, or supports the other party. */
  readonly conflict: boolean;
}

/**
 * Gives a place beside the victim to an adviser who may have it. More cases than policy has room for take a reason; a
 * case that is taken over only writes down what is so already.
 */
export function allocate(
  ask: Extract<Ask, { type: 'allocate' }>,
  facts: readonly CaseFact[],
  { adviser, occurred, policy, standing, idFor }: Pick<Found, 'adviser' | 'occurred' | 'policy' | 'standing' | 'idFor'>,
): { readonly ok: true; readonly facts: readonly CaseFact[] } | Refusal {
  const { adviserId, kind = 'community', reasonId = null } = ask;
  const blocking = [{ type: 'practitioner', id: adviserId }];
  const stands = standing?.advisers?.[kind] ?? null;
  if (stands?.adviserId === adviserId) return refuse('ALREADY_ALLOCATED', blocking);
  if (!adviser?.appointed) return refuse('ADVISER_NOT_IN_SERVICE', blocking);
  if (adviser.conflict) return refuse('ADVISER_CONFLICT', blocking);
  const over = exceeded(roomLeft(adviser, policy.support));
  if (over.length > 0 && reasonId === null && !standing?.silent)
    return refuse(
      'ADVISER_AT_CAPACITY',
      over.map((code) => ({ type: 'practitioner', id: adviserId, code })),
    );
  const data = {
    adviserId,
    kind,
    allocationId: ask.allocationId ?? idFor('allocation'),
    replacesId: stands?.allocationId ?? null,
    overCapacity: over.length > 0,
    reasonId,
  };
  return { ok: true, facts: [...facts, { type: 'adviserAllocated', occurred, data }] };
}

/**
 * Ends the place of an adviser who is gone. One that was given to somebody else meanwhile has ended already, and whose last
 * day was taken back keeps it.
 */
export function endAllocation(
  { allocationId }: AskOf<'endAllocation'>,
  facts: readonly CaseFact[],
  found: Pick<Found, 'adviserGone' | 'occurred' | 'standing'>,
): Completion {
  const { adviserGone: because, occurred, standing } = found;
  const place = standing && placeGivenBy(standing, allocationId);
  if (!place) return refuse('PLACE_ENDED');
  if (because === null) return refuse('ADVISER_STILL_HERE', [{ type: 'practitioner', id: place.adviserId }]);
  return { ok: true, facts: [...facts, { type: 'allocationEnded', occurred, data: { ...place, because } }] };
}
