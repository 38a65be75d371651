import { addDays, addMonths } from '../calendar/london.ts';
import type { IsoDate } from '../calendar/time.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';

/** Something that happened between two people, as it came to be known: in a referral, a report of further abuse, an assessment. */
export interface KnownEvent {
  readonly by: 'referral' | 'report' | 'assessment';
  readonly on: IsoDate;
}

/** Days for which a referral is taken to tell of what was assessed before it; an assumption, no figure was found. */
const referredWithinDays = 3;

/**
 * The London days of the events that come together to potential escalation by a day, oldest first: so many of them in so many months as
 * policy says. None where there are fewer. What happened on one day, and an assessment with the referral that follows it, is one event.
 */
export function escalationOf(
  known: readonly KnownEvent[],
  until: IsoDate,
  { routes }: Pick<AreaPolicy, 'routes'>,
): readonly IsoDate[] {
  const { events, withinMonths } = routes.escalation.value;
  const from = addMonths(until, -withinMonths);
  const days = known
    .filter((event) => !isToldBefore(event, known))
    .map(({ on }) => on)
    .filter((on) => on >= from && on <= until);
  const distinct = [...new Set(days)].toSorted();
  return distinct.length >= events ? distinct : [];
}

function isToldBefore({ by, on }: KnownEvent, known: readonly KnownEvent[]): boolean {
  if (by !== 'referral') return false;
  const since = addDays(on, -referredWithinDays);
  return known.some((other) => other.by !== 'referral' && other.on >= since && other.on <= on);
}
