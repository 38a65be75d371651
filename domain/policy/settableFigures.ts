import type { DueRule } from '../clocks/clockRule.ts';
import type { ClockKind } from '../clocks/clockKind.ts';
import type { AreaPolicy } from './areaPolicy.ts';
import type { PolicyChanges } from './policyInForce.ts';

/** Figures of policy that are plain numbers, beside those of the clocks. */
const numbers = {
  'grading.highFrom': 'answers "yes" from which a grade is high',
  'grading.mediumFrom': 'answers "yes" from which a grade is medium',
  'routes.visibleHighRiskFrom': 'answers "yes" from which the score alone leads to MARAC',
  'meeting.cutOffWorkingDays': 'working days before the meeting at which its list is locked',
  'meeting.agendaWorkingDays': 'working days before the meeting at which the agenda goes out',
  'meeting.capacity': 'cases a meeting has room for',
  'meeting.farOffWorkingDays': 'working days from which a meeting counts as far off',
  'meeting.quorum': 'agencies that have to be at the table',
  'contact.attempts': 'attempts to reach the victim',
  'support.openPerFullTimeAdviser': 'open cases a full-time adviser has room for',
  'support.referralsPerYearPerFullTimeAdviser': 'referrals a year a full-time adviser has room for',
} as const;

/** Clocks whose time is a figure of practice; what the law or somebody outside sets is none. */
export const clocksOfPractice = [
  'screen',
  'incompleteChase',
  'firstContact',
  'contactAttempts',
  'contactDecision',
  'allocation',
  'engagement',
  'safetyPlan',
  'meetingConcluded',
  'minutesOut',
  'outcomeTold',
  'referrerTold',
  'action',
  'urgentAction',
  'riskReview',
  'hearingOutcome',
  'hearingTold',
  'acknowledgement',
  'urgentAcknowledgement',
  'refusedHandover',
  'consentDecision',
  'interimDecision',
  'deferralDecision',
  'childNotified',
  'urgentChildNotified',
  'childServices',
  'transferAcknowledgement',
  'refusedTransfer',
  'undatedReview',
  'breachReview',
] as const satisfies readonly ClockKind[];

export type SettableFigure = keyof typeof numbers | `clocks.${(typeof clocksOfPractice)[number]}`;

/** The figures of policy that can be given another number, in the order in which they are offered. */
export const settableFigures: readonly SettableFigure[] = [
  ...clocksOfPractice.map((kind) => `clocks.${kind}` as const),
  ...(Object.keys(numbers) as (keyof typeof numbers)[]),
];

/** The number a figure has under a policy. */
export function figureUnder(policy: AreaPolicy, place: SettableFigure): number {
  const kind = kindOf(place);
  if (kind !== null) return numberOf(policy.clocks[kind].due);
  const [section, name] = place.split('.') as [string, string];
  const figures = policy[section as 'meeting'] as unknown as Readonly<Record<string, { readonly value: number }>>;
  const value = figures[name]?.value;
  if (value === undefined) throw new Error(`Policy has no figure ${place}.`);
  return value;
}

/** What a figure counts, in words that come after its number. */
export function unitOf(policy: AreaPolicy, place: SettableFigure): string {
  const kind = kindOf(place);
  if (kind === null) return numbers[place as keyof typeof numbers];
  const { due } = policy.clocks[kind];
  if (due.type === 'workingDaysAfterMeeting') return 'working days after the meeting';
  const unit = due.type === 'hoursAfter' ? 'hours' : due.type === 'workingDaysAfter' ? 'working days' : 'days';
  return 'after' in due ? `${unit} after ${due.after}` : unit;
}

/** The change that gives a figure another number, with its source; everything else of its rule stays. */
export function changeOfFigure(
  policy: AreaPolicy,
  place: SettableFigure,
  { value, source }: { readonly value: number; readonly source: string },
): PolicyChanges {
  const kind = kindOf(place);
  if (kind !== null) {
    const rule = policy.clocks[kind];
    return { clocks: { [kind]: { ...rule, due: { ...withNumber(rule.due, value), source } } } };
  }
  const [section, name] = place.split('.') as [string, string];
  return { [section]: { [name]: { value, source } } };
}

function kindOf(place: SettableFigure): ClockKind | null {
  return clocksOfPractice.find((kind) => place === `clocks.${kind}`) ?? null;
}

function numberOf(rule: DueRule): number {
  if (rule.type === 'hoursAfter') return rule.hours;
  if (isCountedInDays(rule)) return rule.days;
  throw new Error(`The rule ${rule.type} is not counted by one number.`);
}

type CountedInDays = Extract<DueRule, { type: 'workingDaysAfter' | 'daysAfter' | 'workingDaysAfterMeeting' }>;

function isCountedInDays(rule: DueRule): rule is CountedInDays {
  return rule.type === 'workingDaysAfter' || rule.type === 'daysAfter' || rule.type === 'workingDaysAfterMeeting';
}

function withNumber(rule: DueRule, value: number): DueRule {
  if (rule.type === 'hoursAfter') return { ...rule, hours: value };
  if (isCountedInDays(rule)) return { ...rule, days: value };
  throw new Error(`The rule ${rule.type} is not counted by one number.`);
}
