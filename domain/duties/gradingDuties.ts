import type { Fact } from '../lifecycle/caseFact.ts';
import type { CaseStanding } from '../lifecycle/caseStanding.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import { isTakenOn } from '../lifecycle/isHandedOver.ts';
import { allocationOwedAgain } from './allocationDuties.ts';
import { notificationsOwed } from './childDuties.ts';
import { reachingOwed, reachingOwedAgain } from './contactDuties.ts';
import { type DutyChange, fallsAway, nobody, starts, theCaseOf } from './dutyChange.ts';
import * as interim from './interimDuties.ts';

/** Of its children a notification is owed at the grade; what goes to MARAC is screened and contacted. */
export function riskGraded(
  { data }: Fact<'riskGraded'>,
  standing: CaseStanding,
  policy: AreaPolicy,
): readonly DutyChange[] {
  const asked = policy.contact.attempts.value;
  const notifications = notificationsOwed(data.childrenOwed ?? [], data.grade, policy);
  // Whoever had taken it on, or safeguarding, has it no more: it is the service’s while consent is decided on, and until somebody new
  // takes it on.
  if (!data.toMarac) {
    const ours =
      isTakenOn(standing) || standing.acceptedAt === null
        ? [...reachingOwedAgain(standing, asked), ...allocationOwedAgain(standing)]
        : [];
    return [...ours, ...notifications];
  }
  const wasWithOthers = standing.handedOverId !== null || standing.acceptedAt === null;
  const marac = [
    fallsAway(['consentDecision'], 'toMarac'),
    ...(wasWithOthers
      ? [...reachingOwedAgain(standing, asked), ...allocationOwedAgain(standing)]
      : reachingOwed(standing, asked)),
  ];
  return [...marac, ...screeningOwed(standing), ...notifications, ...interim.graded(data, standing)];
}

/** A named person decides where a case goes for want of consent. A victim under 16 was handed to safeguarding unscreened: with a grade it is screened like any other. */
export function consentDecisionOwed(standing: CaseStanding): readonly DutyChange[] {
  return [starts('consentDecision', theCaseOf(standing), nobody), ...screeningOwed(standing)];
}

/**
 * A victim under 16 was handed to safeguarding before anybody screened the referral. Where the case comes to MARAC after all it
 * has to be accepted: without that it would have no flag, and the next incident would not be seen as a repeat.
 */
function screeningOwed(standing: CaseStanding): readonly DutyChange[] {
  return standing.acceptedAt === null ? [starts('screen', theCaseOf(standing), nobody)] : [];
}
