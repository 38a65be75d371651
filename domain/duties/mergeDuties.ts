import { clockKinds, type ClockKind } from '../clocks/clockKind.ts';
import type { Fact } from '../lifecycle/caseFact.ts';
import type { CaseStanding } from '../lifecycle/caseStanding.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import { allocationOwedAgain } from './allocationDuties.ts';
import { askedOfOthers } from './askedOfOthers.ts';
import { childrenJoined, childrenOwedAgain, planOwed } from './childDuties.ts';
import { reachingOwed } from './contactDuties.ts';
import { type DutyChange, fallsAway, nobody, starts, theCaseOf } from './dutyChange.ts';

/** Of a merged referral its own flag goes on too, and its referrer is still to be told. */
const stayAfterMerge: readonly ClockKind[] = [...askedOfOthers, 'referrerTold', 'repeatFlag', 'likelyMatch'];

/** The other case goes on for both: nobody is reminded twice of one thing. */
export function referralMerged(): readonly DutyChange[] {
  return [
    fallsAway(
      clockKinds.filter((kind) => !stayAfterMerge.includes(kind)),
      'merged',
    ),
  ];
}

/** The referral stands for itself again: the first contact where it is still owed, an adviser where nobody leads, and screening, counted from now. */
export function mergeUndone(
  { type, data }: Fact<'mergeUndone' | 'mergeUndoneUngraded' | 'mergeUndoneUnscreened'>,
  standing: CaseStanding,
  policy: AreaPolicy,
): readonly DutyChange[] {
  const screening = type === 'mergeUndoneUnscreened' ? [starts('screen', theCaseOf(standing), nobody)] : [];
  return [
    ...screening,
    ...reachingOwed(standing, policy.contact.attempts.value),
    ...allocationOwedAgain(standing),
    ...childrenOwedAgain(data.childrenOwed ?? [], standing, policy),
  ];
}

/** Children the case had not heard of: a safety plan where the adviser works with the victim, and what any referral's children are owed. */
export function referralJoined(
  { data }: Fact<'referralJoined'>,
  standing: CaseStanding,
  policy: AreaPolicy,
): readonly DutyChange[] {
  return [...planForJoined(data, standing), ...childrenJoined(data.children, standing, policy)];
}

function planForJoined(data: Fact<'referralJoined'>['data'], standing: CaseStanding): readonly DutyChange[] {
  const minors = data.children.some(({ ageBand }) => ageBand !== 'adult');
  return minors ? planOwed(standing) : [];
}
