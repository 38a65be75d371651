import type { Clock } from './clock.ts';

/**
 * The rule by which a clock is due, as people read it. One that was owed anew says so, so that nobody counts it from the referral, and
 * without saying why: it goes into mail.
 */
export function ruleInWords({ reason, begunAnew }: Pick<Clock, 'reason' | 'begunAnew'>): string {
  return begunAnew === true ? `${reason.rule}, begun anew` : reason.rule;
}
