import type { Fact } from '../lifecycle/caseFact.ts';
import type { ChildInReferral } from '../lifecycle/facts/children.ts';
import type { CaseStanding } from '../lifecycle/caseStanding.ts';
import { done, type DutyChange, fallsAway, nobody, starts, theCaseOf } from './dutyChange.ts';

/**
 * What is owed to the children a referral tells of, this one or one that was merged into it: services for each who lives where
 * none are known, and word to their schools where nobody has told them yet.
 */
export function childrenReceived(children: readonly ChildInReferral[], standing: CaseStanding): readonly DutyChange[] {
  return [...servicesToFind(children), ...schoolsToTell(children, standing)];
}

/** Which services answer for a child's address is known, or they were told. */
export function servicesKnown(childIds: readonly string[]): readonly DutyChange[] {
  return childIds.map((id) => done(['childServices'], id));
}

/** One duty for the family: it is done when something is on record for every child. */
export function schoolsTold(standing: CaseStanding): readonly DutyChange[] {
  return (standing.schoolsOwed ?? []).length === 0 ? [done(['schoolTold'])] : [];
}

/** Children who have gone with their own referral are no business of this case any more. */
export function childrenParted({ data }: Fact<'referralParted'>, standing: CaseStanding): readonly DutyChange[] {
  const services = data.childIds.map((id) => fallsAway(['childServices'], 'merged', id));
  return (standing.schoolsOwed ?? []).length === 0 ? [...services, fallsAway(['schoolTold'], 'merged')] : services;
}

/** The referral stands for itself again; what had not been said of its children by the time it was merged is owed once more. */
export function schoolsOwedAgain(standing: CaseStanding): readonly DutyChange[] {
  return (standing.schoolsOwed ?? []).length === 0 ? [] : [starts('schoolTold', theCaseOf(standing), nobody)];
}

function servicesToFind(children: readonly ChildInReferral[]): readonly DutyChange[] {
  return children
    .filter(({ servicesBy, ageBand }) => servicesBy === 'nobody' && ageBand !== 'adult')
    .map(({ childId }) => starts('childServices', { type: 'child', id: childId }, nobody));
}

function schoolsToTell(children: readonly ChildInReferral[], standing: CaseStanding): readonly DutyChange[] {
  const owed = children.filter(({ childId }) => standing.schoolsOwed?.includes(childId));
  if (owed.length === 0) return [];
  const authorityIds = [...new Set(owed.map(({ authorityId = null }) => authorityId))];
  return [starts('schoolTold', theCaseOf(standing), nobody, { authorityIds })];
}
