import { addMonthsWithin, daysBetween, londonDate } from '../calendar/london.ts';
import type { IsoInstant, Occurred } from '../calendar/time.ts';
import { bailAuthorities } from '../court/codes.ts';
import type { BailAsked, TermAsked } from '../lifecycle/ask.ts';
import { refuse, type Refusal } from '../lifecycle/refusal.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';

/** Why a protection order cannot last so long or so short (calendar days from the day it is made), or null. */
export function termRefusal({ startsAt, at }: TermAsked, { court }: AreaPolicy): Refusal | null {
  const { shortest, longest } = court.protectionOrderDays.value;
  const days = daysBetween(londonDate(startsAt), londonDate(at));
  return days < shortest || days > longest ? refuse('ORDER_TERM_OUTSIDE_LAW') : null;
}

/** Why a review of the risk is too early to stand for the one before protection ends at an instant, or null. */
export function reviewRefusal(at: IsoInstant, occurred: Occurred, { court }: AreaPolicy): Refusal | null {
  const days = daysBetween(londonDate(occurred.at), londonDate(at));
  return days > court.reviewWithinDays.value ? refuse('REVIEW_TOO_EARLY') : null;
}

/**
 * Why bail before charge cannot run until then, or null: each step of months from the day it began has the rank that
 * may authorise it, no step is skipped, and beyond the last one magistrates decide. A case that is taken over only
 * writes down how far bail has come already.
 */
export function bailRefusal(
  { startsAt, before, at, authorisedBy }: BailAsked,
  { court }: AreaPolicy,
  isTakenOver: boolean,
): Refusal | null {
  const begun = londonDate(startsAt);
  const until = londonDate(at);
  if (before !== null && until <= londonDate(before)) return refuse('BAIL_NOT_LONGER');
  const steps = court.bailSteps.value;
  const stepOf = (date: string): number => {
    const index = steps.findIndex(({ months }) => date <= addMonthsWithin(begun, months));
    return index === -1 ? steps.length : index;
  };
  const wanted = stepOf(until);
  const needed = steps[wanted]?.by ?? 'magistrates';
  if (bailAuthorities.indexOf(authorisedBy) < bailAuthorities.indexOf(needed)) return refuse('BAIL_RANK_TOO_LOW');
  if (isTakenOver) return null;
  const reached = before === null ? -1 : stepOf(londonDate(before));
  return wanted > reached + 1 && authorisedBy !== 'magistrates' ? refuse('BAIL_STEP_SKIPPED') : null;
}
