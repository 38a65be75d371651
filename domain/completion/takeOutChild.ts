import type { CaseFact, FactData } from '../lifecycle/caseFact.ts';
import { refuse } from '../lifecycle/refusal.ts';
import type { AskOf, Completion, Found } from './found.ts';

/** A notification of children of the case, and how far it has come. */
export interface NotificationFound {
  readonly notificationId: string;
  readonly childIds: readonly string[];
  readonly toAgencyId: string;
  readonly urgent: boolean;
  /** By the police or somebody else. */
  readonly alreadySent: boolean;
  readonly acknowledged: boolean;
  /** Whether somebody there may know of it though its message has not left: by that of a sibling, or because they looked at the case. */
  readonly heard: boolean;
  /** The notification whose message tells of it; its own id where that is itself. */
  readonly toldWith: string;
  /** Its message, a notice for each recipient, where none has left or is just leaving; else null. */
  readonly unsentIds: readonly string[] | null;
}

/**
 * What was said of a child who is none of the case is taken back: what has not left does not leave any more, unless it tells of a
 * sibling too, and each service that has heard hears, once, that it was a mistake.
 */
export function takeOutChild(
  { childId }: AskOf<'takeOutChild'>,
  facts: readonly CaseFact[],
  { children, notifications, idFor }: Pick<Found, 'children' | 'notifications' | 'idFor'>,
): Completion {
  const child = children.find(({ id }) => id === childId);
  if (!child) return refuse('UNKNOWN_CHILD', [{ type: 'child', id: childId }]);
  const theirs = notifications.filter(({ childIds }) => childIds.includes(childId));
  const [answered, withdrawn] = [true, false].map((answer) =>
    theirs.filter(({ childIds, acknowledged }) => childIds.length === 1 && acknowledged === answer),
  ) as [NotificationFound[], NotificationFound[]];
  const known = theirs.filter(({ alreadySent, acknowledged, heard, unsentIds }) => {
    return !alreadySent && (acknowledged || heard || unsentIds === null);
  });
  const stay = notifications.filter((each) => !withdrawn.includes(each));
  const unsentIds = withdrawn
    .filter(({ toldWith }) => stay.every((other) => other.toldWith !== toldWith))
    .flatMap((each) => each.unsentIds ?? []);
  const corrections = [...Map.groupBy(known, ({ toAgencyId }) => toAgencyId)].map(([toAgencyId, told]) => ({
    ...{ handoverId: idFor(`correction/${toAgencyId}`), toAgencyId, urgent: told.some(({ urgent }) => urgent) },
  }));
  const follows: Partial<FactData['childTakenOut']> = {
    ageBand: child.ageBand,
    withdrawn: withdrawn.map(({ notificationId }) => notificationId),
    answered: answered.map(({ notificationId }) => notificationId),
    corrections,
    unsentIds: [...new Set(unsentIds)],
  };
  return {
    ok: true,
    facts: facts.map((fact) =>
      fact.type === 'childTakenOut' ? { ...fact, data: { ...fact.data, ...follows } } : fact,
    ),
  };
}
