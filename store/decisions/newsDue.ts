import type { Due } from '../../domain/clocks/clock.ts';
import type { OwnedClock } from '../../domain/duties/applyDuties.ts';
import type { CaseFact } from '../../domain/lifecycle/caseFact.ts';
import { isClockFact, type RecordedFact } from '../projection/recordedFact.ts';

/** When what a fact asks of its reader is due: by the clock about the same thing, begun just now or running already. */
export function newsDue(
  fact: CaseFact,
  together: readonly RecordedFact[],
  running: ReadonlyMap<string, OwnedClock>,
): Due | null {
  const subjectId = subjectOf(fact);
  if (subjectId === null) return null;
  const begun = together.flatMap(({ fact: each }) => (isClockFact(each) ? [each.data.clock] : []));
  const clocks = [...begun.toReversed(), ...[...running.values()].map(({ clock }) => clock)];
  return clocks.find((clock) => clock.subject.id === subjectId)?.due ?? null;
}

function subjectOf(fact: CaseFact): string | null {
  switch (fact.type) {
    case 'actionSet':
    case 'actionReassigned':
      return fact.data.actionId;
    case 'handedOver':
    case 'safeguardingHandedOver':
      return fact.data.handoverId;
    case 'childrenNotified':
      return fact.data.notificationId;
    case 'contactSuspended':
      return fact.data.victimId;
    default:
      return null;
  }
}
