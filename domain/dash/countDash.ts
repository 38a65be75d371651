import type { YesNoUnknown } from '../lifecycle/facts/referral.ts';

/** The DASH count: how many answers are "yes". "No" and "not known" count for nothing (SafeLives practice). */
export function countDash(answers: readonly YesNoUnknown[]): number {
  return answers.filter((answer) => answer === 'yes').length;
}
