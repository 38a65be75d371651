import type { Due } from '../../domain/clocks/clock.ts';
import type { OwnedClock } from '../../domain/duties/applyDuties.ts';
import type { AnyFact } from '../../domain/matters/matter.ts';
import { isClockFact, type RecordedFact } from '../projection/recordedFact.ts';

/** What news may be about that has a clock of its own, by the name its id has in a fact. */
const subjects: Readonly<Record<string, string>> = {
  actionSet: 'actionId',
  actionReassigned: 'actionId',
  handedOver: 'handoverId',
  assessmentHandedOver: 'handoverId',
  safeguardingHandedOver: 'handoverId',
  referredOn: 'handoverId',
  childrenNotified: 'notificationId',
  contactSuspended: 'victimId',
  researchAsked: 'requestId',
};

/** When what a fact asks of its reader is due: by the clock about the same thing, begun just now or running already. */
export function newsDue(
  fact: AnyFact,
  together: readonly RecordedFact<AnyFact>[],
  running: ReadonlyMap<string, OwnedClock>,
): Due | null {
  const subjectId = subjectOf(fact);
  if (subjectId === null) return null;
  const begun = together.flatMap(({ fact: each }) => (isClockFact(each) ? [each.data.clock] : []));
  const clocks = [...begun.toReversed(), ...[...running.values()].map(({ clock }) => clock)];
  return clocks.find((clock) => clock.subject.id === subjectId)?.due ?? null;
}

function subjectOf({ type, data }: AnyFact): string | null {
  const name = subjects[type];
  const id = name === undefined ? null : (data as Record<string, unknown>)[name];
  return typeof id === 'string' ? id : null;
}
