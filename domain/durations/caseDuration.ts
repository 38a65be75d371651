import type { Stage } from '../lifecycle/stage.ts';

/** How long a case took from one thing to another, as governance asks for it. */
export const caseDurations = [
  'screened',
  'firstAttempt',
  'spoke',
  'listed',
  'heard',
  'actionsEnded',
  'closed',
  'supportEnded',
] as const;
export type CaseDuration = (typeof caseDurations)[number];

/** The moments of a case that durations lie between. */
export type CaseMoment =
  | 'receivedAt'
  | 'screenedAt'
  | 'firstAttemptAt'
  | 'firstSpokeAt'
  | 'listedAt'
  | 'heardAt'
  | 'actionsEndedAt'
  | 'closedAt'
  | 'supportEndedAt';

/** Between which moments a duration lies, and in which cases without an end somebody still waits for it. */
export interface DurationRule {
  readonly from: CaseMoment;
  readonly to: CaseMoment;
  readonly openAt: readonly Stage[];
  /** `reachable`: while the victim is alive and has not turned the service down; `engaged`: while they work with it. */
  readonly openWhile: 'always' | 'reachable' | 'engaged';
}

const beforeHearing: readonly Stage[] = ['received', 'returned', 'accepted', 'graded', 'listed'];
const beforeClosing: readonly Stage[] = [...beforeHearing, 'heard'];

export const durationRules: Readonly<Record<CaseDuration, DurationRule>> = {
  screened: fromReferral('screenedAt', beforeHearing),
  firstAttempt: fromReferral('firstAttemptAt', beforeClosing, 'reachable'),
  spoke: fromReferral('firstSpokeAt', beforeClosing, 'reachable'),
  listed: fromReferral('listedAt', beforeHearing),
  heard: fromReferral('heardAt', beforeHearing),
  actionsEnded: { from: 'heardAt', to: 'actionsEndedAt', openAt: ['heard'], openWhile: 'always' },
  closed: fromReferral('closedAt', beforeClosing),
  supportEnded: fromReferral('supportEndedAt', [...beforeClosing, 'closed'], 'engaged'),
};

const words: Readonly<Record<CaseDuration, string>> = {
  screened: 'Referral to screening',
  firstAttempt: 'Referral to the first attempt at contact',
  spoke: 'Referral to speaking with the victim',
  listed: 'Referral to listing',
  heard: 'Referral to hearing',
  actionsEnded: 'Hearing to the end of all actions',
  closed: 'Referral to closing',
  supportEnded: 'Referral to the end of support',
};

/** A duration as people call it. */
export function describeDuration(duration: CaseDuration): string {
  return words[duration];
}

const dayMs = 86_400_000;

/** Milliseconds as days of 24 hours to one decimal, the way durations are shown. */
export function inDays(ms: number): number {
  return Math.round((ms / dayMs) * 10) / 10;
}

function fromReferral(
  to: CaseMoment,
  openAt: readonly Stage[],
  openWhile: DurationRule['openWhile'] = 'always',
): DurationRule {
  return { from: 'receivedAt', to, openAt, openWhile };
}
