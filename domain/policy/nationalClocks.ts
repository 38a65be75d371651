import type { PauseReason } from '../clocks/clock.ts';
import type { ClockKind } from '../clocks/clockKind.ts';
import type { ClockRule, DueRule } from '../clocks/clockRule.ts';
import type { LadderName } from '../clocks/ladder.ts';
import { sources } from './figure.ts';

const { assumption, practice, medwayChildren, victimsCode, dvpn, clares, encompass } = sources;

/** Reasons for which work with the victim may wait. Which reasons are permitted is an assumption throughout. */
const victimCannotBeReached: readonly PauseReason[] = ['victimInHospital', 'victimAbroad', 'policeOperation'];
const victimsOwnPace: readonly PauseReason[] = ['victimAskedToWait', ...victimCannotBeReached];
const othersFirst: readonly PauseReason[] = ['awaitingAnotherAgency', 'awaitingCourt', ...victimsOwnPace];

function rule(due: DueRule, ladder: LadderName, more: Partial<ClockRule> = {}): ClockRule {
  return { due, ladder, mayHaveOwnDate: false, pauseReasons: [], ...more };
}
function workingDays(days: number, after: string, source: string): DueRule {
  return { type: 'workingDaysAfter', days, after, source };
}
function setOutside(by: string, source: string): DueRule {
  return { type: 'setOutside', by, source };
}

/** How each kind of clock is counted everywhere unless an area says otherwise. */
export const nationalClocks: Readonly<Record<ClockKind, ClockRule>> = {
  screen: rule(workingDays(1, 'the referral', assumption), 'coordinatorDuty'),
  incompleteChase: rule(workingDays(1, 'the referral was returned', assumption), 'referrerChase'),
  highNotReferred: rule(workingDays(1, 'the assessment', assumption), 'action'),
  firstContact: rule(workingDays(2, 'the referral', practice), 'idvaDuty', { pauseReasons: victimCannotBeReached }),
  contactAttempts: rule(
    { type: 'daysAfter', days: 7, after: 'the referral, or the decision to go on trying', source: practice },
    'idvaDuty',
    { pauseReasons: victimsOwnPace },
  ),
  contactDecision: rule(workingDays(1, 'contact was suspended', assumption), 'serviceDecision'),
  allocation: rule(
    workingDays(1, 'the last day of the adviser, or after the case came back to the service', assumption),
    'serviceDecision',
  ),
  engagement: rule(workingDays(5, 'somebody spoke to the victim, or it came to be owed anew', assumption), 'idvaDuty', {
    pauseReasons: victimsOwnPace,
  }),
  safetyPlan: rule(
    { type: 'workingDaysAfter', days: 5, after: 'engagement', workingDaysBeforeMeeting: 1, source: assumption },
    'idvaDuty',
    { pauseReasons: victimsOwnPace },
  ),
  agendaOut: rule({ type: 'agendaDay', workingDaysEarlier: 0, source: assumption }, 'coordinatorDuty'),
  planReview: rule({ type: 'agendaDay', workingDaysEarlier: 1, source: assumption }, 'coordinatorDuty'),
  researchReturn: rule({ type: 'timeBeforeMeeting', workingDays: 1, time: '12:00', source: assumption }, 'research', {
    whenUrgent: { type: 'hoursAfter', hours: 24, after: 'the emergency meeting was called', source: assumption },
  }),
  meetingConcluded: rule({ type: 'workingDaysAfterMeeting', days: 1, source: assumption }, 'coordinatorDuty'),
  minutesOut: rule(workingDays(3, 'the meeting', practice), 'coordinatorDuty'),
  outcomeTold: rule(workingDays(2, 'the meeting', practice), 'idvaDuty', { pauseReasons: victimsOwnPace }),
  referrerTold: rule(workingDays(3, 'the decision', assumption), 'coordinatorDuty', {
    pauseReasons: ['policeOperation'],
  }),
  action: rule(workingDays(10, 'the action was set', assumption), 'action', {
    mayHaveOwnDate: true,
    urgentKind: 'urgentAction',
    pauseReasons: othersFirst,
  }),
  urgentAction: rule(
    { type: 'hoursAfter', hours: 24, after: 'the urgent action was set', source: assumption },
    'urgentAction',
    { mayHaveOwnDate: true, pauseReasons: ['victimInHospital', 'policeOperation'] },
  ),
  riskReview: rule({ type: 'daysAfter', days: 28, after: 'the last assessment', source: assumption }, 'idvaDuty', {
    pauseReasons: victimsOwnPace,
  }),
  hearing: rule(setOutside('the court', victimsCode), 'hearing'),
  hearingOutcome: rule(workingDays(1, 'the hearing', victimsCode), 'idvaDuty'),
  hearingTold: rule(workingDays(1, 'the result of the hearing', victimsCode), 'idvaDuty'),
  // Enhanced rights are usual in domestic abuse, so the shorter time is the one that counts unless told otherwise.
  bailOutcome: rule(workingDays(1, 'the decision on bail', victimsCode), 'idvaDuty', {
    whenNotUrgent: workingDays(5, 'the decision on bail', victimsCode),
  }),
  dvpnToCourt: rule({ type: 'courtHoursAfter', hours: 48, after: 'the notice was served', source: dvpn }, 'courtTime'),
  dvpo: rule(setOutside('the court', dvpn), 'dvpo'),
  protectionOrder: rule(setOutside('the court', practice), 'order'),
  preChargeBail: rule(setOutside('the police or the magistrates', sources.policeBail), 'bail'),
  custodyRelease: rule(setOutside('the prison', assumption), 'release'),
  // What lasts weeks is looked at days before its end, what lasts months or years a fortnight before.
  protectionReview: rule({ type: 'daysBeforeEnd', days: 14, of: 'the protection', source: assumption }, 'protection', {
    whenUrgent: { type: 'daysBeforeEnd', days: 5, of: 'the protection', source: assumption },
  }),
  undatedReview: rule(
    { type: 'daysAfter', days: 28, after: 'somebody last looked for a date', source: assumption },
    'protection',
  ),
  breachReview: rule(workingDays(1, 'the breach', assumption), 'protection'),
  claresLaw: rule({ type: 'daysAfter', days: 28, after: 'the application', source: clares }, 'action', {
    pauseReasons: ['awaitingAnotherAgency', 'policeOperation'],
  }),
  acknowledgement: rule(workingDays(2, 'it was handed over', assumption), 'acknowledgement', {
    urgentKind: 'urgentAcknowledgement',
  }),
  urgentAcknowledgement: rule(
    { type: 'hoursAfter', hours: 24, after: 'it was handed over', source: assumption },
    'urgentAcknowledgement',
  ),
  refusedHandover: rule(workingDays(1, 'it was refused', assumption), 'coordinatorDuty'),
  consentDecision: rule(workingDays(1, 'the grading', assumption), 'coordinatorDuty'),
  likelyMatch: rule(workingDays(1, 'the referral', assumption), 'coordinatorDuty'),
  interimDecision: rule(workingDays(1, 'the risk rose or the meeting was far off', assumption), 'coordinatorDuty'),
  deferralDecision: rule(workingDays(1, 'the deferral', assumption), 'chairDecision'),
  childNotified: rule(workingDays(2, 'the grading', assumption), 'coordinatorDuty', {
    urgentKind: 'urgentChildNotified',
  }),
  urgentChildNotified: rule(
    {
      type: 'hoursAfter',
      hours: 24,
      after: 'the grading',
      source: `${medwayChildren}: urgent at high; that it is 24 hours is an assumption`,
    },
    'urgentAction',
  ),
  childServices: rule(workingDays(1, 'the referral', assumption), 'coordinatorDuty'),
  schoolTold: rule({ type: 'dayBeforeSchool', after: 'the referral', source: encompass }, 'coordinatorDuty'),
  transferAcknowledgement: rule(workingDays(5, 'the transfer was sent', assumption), 'transfer'),
  refusedTransfer: rule(workingDays(1, 'the transfer was refused', assumption), 'refusedTransfer'),
  repeatFlag: rule({ type: 'repeatFlag', source: practice }, 'flag'),
  retentionReview: rule({ type: 'yearsAfter', years: 7, after: 'the case ended', source: assumption }, 'retention'),
};
