import type { IsoDate } from '../calendar/time.ts';
import type { ClockKind } from '../clocks/clockKind.ts';
import { isEngaged } from '../idva/engagementAfter.ts';
import type { Fact } from '../lifecycle/caseFact.ts';
import type { CaseStanding } from '../lifecycle/caseStanding.ts';
import type { EngagementStatus } from '../lifecycle/facts/support.ts';
import { done, type DutyChange, fallsAway, idvaOf, serviceOf, starts, theCaseOf } from './dutyChange.ts';
import { engagementNeverRecorded, engagementOwed } from './engagementDuties.ts';

/** Duties of the IDVA towards the victim, in the order in which they arise. */
export const contactDuties: readonly ClockKind[] = [
  'firstContact',
  'contactAttempts',
  'contactDecision',
  'engagement',
  'safetyPlan',
  'outcomeTold',
  'riskReview',
];

/** Duties that end with the victim being reached. */
export const reaching: readonly ClockKind[] = ['firstContact', 'contactAttempts'];

/** Duties until the victim engages or not: they fall away where another service has the case, or where contact or support ends. */
export const untilEngaged: readonly ClockKind[] = [...reaching, 'engagement'];

/**
 * What is owed next of reaching the victim: the first contact, or attempts until so many were made as are asked for; once somebody
 * has spoken to them, to record whether they engage, also where nobody could contact them at some time: that may have been before.
 */
export function reachingOwed(standing: CaseStanding, attemptsAsked: number): readonly DutyChange[] {
  if (!mayBeContacted(standing)) return [];
  const engagement = engagementOwed(standing);
  if (!isOwedContact(standing) || standing.attempts >= attemptsAsked) return engagement;
  const next = standing.attempts === 0 ? 'firstContact' : 'contactAttempts';
  return [starts(next, theCaseOf(standing), idvaOf(standing), { begunAnew: true }), ...engagement];
}

/**
 * The same where it fell away with a hand-over or the end of contact, and the case comes back or contact is resumed: where all
 * attempts had been made in vain, whether to go on is for the service to decide anew.
 */
export function reachingOwedAgain(standing: CaseStanding, attemptsAsked: number): readonly DutyChange[] {
  const inVain = mayBeContacted(standing) && isOwedContact(standing) && standing.attempts >= attemptsAsked;
  const decision = starts('contactDecision', theCaseOf(standing), serviceOf(standing), { unless: ['contactAttempts'] });
  return [...reachingOwed(standing, attemptsAsked), ...(inVain ? [decision] : [])];
}

/**
 * An attempt meets the first contact, unless it showed that contact is not safe: then the duty stands. With the last
 * attempt asked for the service decides whether to go on, and so again after each one it went on to.
 */
export function contactAttempted(
  { data }: Fact<'contactAttempted'>,
  standing: CaseStanding,
  attemptsAsked: number,
): readonly DutyChange[] {
  const theCase = theCaseOf(standing);
  if (data.result === 'unsafe') return [];
  if (data.result === 'spoke')
    return [done(reaching), done(['contactDecision'], standing.id), ...engagementOwed(standing)];
  // Where another service had spoken to them before it gave the case over, both are owed: to reach them, and what they said.
  const engagement = engagementNeverRecorded(standing);
  if (!isOwedContact(standing)) return [done(reaching), ...engagement];
  if (standing.attempts >= attemptsAsked)
    return [done(reaching), starts('contactDecision', theCase, serviceOf(standing)), ...engagement];
  const anchor = standing.transferredAt ?? standing.receivedAt;
  return [
    starts('contactAttempts', theCase, idvaOf(standing), { anchor, countedWith: 'firstContact' }),
    done(['firstContact']),
    ...engagement,
  ];
}

/** The service decided whether to go on trying: to stop ends the duty, to go on is a duty of its own. */
export function attemptsDecided({ data }: Fact<'attemptsDecided'>, standing: CaseStanding): readonly DutyChange[] {
  const decided = done(['contactDecision'], standing.id);
  if (data.decision === 'stop') return [decided, fallsAway(reaching, 'serviceDecided')];
  if (standing.attempts === 0) return [decided];
  if (!isOwedContact(standing)) return [decided, ...engagementNeverRecorded(standing)];
  return [decided, starts('contactAttempts', theCaseOf(standing), idvaOf(standing))];
}

/**
 * Where the victim stands with the service: engaged begins the plan and the reviews, leaving ends them. That nobody can contact them
 * says nothing of whether they engage, which is asked again once somebody has spoken to them again.
 */
export function engagementRecorded(
  { data }: Fact<'engagementRecorded'>,
  standing: CaseStanding,
): readonly DutyChange[] {
  const decided = done(['contactDecision'], standing.id);
  const recorded = done(['engagement']);
  const fallAway = fallsAway(['safetyPlan', 'riskReview'], data.status);
  switch (data.status) {
    case 'engaged':
    case 'dormant':
      return [done(reaching), decided, recorded, ...whileEngaged(data.before ?? 'none', standing)];
    case 'declined':
    case 'disengaged':
      return [done(reaching), decided, recorded, fallAway];
    case 'unableToContact':
      // Not reached is no contact: the attempts stay owed until they were made, or the service decides otherwise.
      return [decided, fallsAway(['engagement'], data.status), fallAway];
  }
}

/**
 * Every engagement begins with a plan and has its risk reviewed. Said again, it begins nothing anew: what runs keeps its date, late
 * or not, and a plan that was made stays made.
 */
function whileEngaged(before: EngagementStatus | 'none', standing: CaseStanding): readonly DutyChange[] {
  const theCase = theCaseOf(standing);
  const idva = idvaOf(standing);
  const { meetingOn, withoutPlan } = standing;
  const review = starts('riskReview', theCase, idva);
  if (isEngaged(before) && withoutPlan?.length === 0) return [review];
  return [starts('safetyPlan', theCase, idva, meetingOn === null ? {} : { meetingOn }), review];
}

/** A safety plan that is owed is to be there before the meeting; without one it has the days it had from the start. */
export function safetyPlanBefore(meetingOn: IsoDate | null): DutyChange {
  return { do: 'plan', kinds: ['safetyPlan'], meetingOn };
}

/** The service that has the case has not reached the victim yet, as far as is known, whoever had them before, and has not given them up. */
function isOwedContact({ reachedBy, stage, withIdva }: CaseStanding): boolean {
  if ((stage === 'handedOver' && !withIdva) || stage === 'declined' || stage === 'merged') return false;
  return reachedBy === null;
}

function mayBeContacted({ supportEndedAt, contactSuspended, frozen }: CaseStanding): boolean {
  return supportEndedAt === null && !contactSuspended && !frozen;
}
