import type { Clock } from './clock.ts';

/**
 * The rule by which a clock is due, as people read it. One that began anew when a record was opened again says so, without saying why: it
 * goes into mail.
 */
export function ruleInWords({ reason, begunAnew }: Pick<Clock, 'reason' | 'begunAnew'>): string {
  return begunAnew === true ? `${reason.rule}, begun anew when the record was opened again` : reason.rule;
}
