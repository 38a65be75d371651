import type { ClockKind } from '../clocks/clockKind.ts';

/** Duties that cannot be done without reaching the victim: nobody is reminded of them while contact is suspended. */
const duties: ReadonlySet<ClockKind> = new Set([
  'firstContact',
  'contactAttempts',
  'engagement',
  'safetyPlan',
  'outcomeTold',
  'riskReview',
  'hearingTold',
  'bailOutcome',
]);

/** Whether a duty of this kind means making contact with the victim. */
export function needsContact(kind: ClockKind): boolean {
  return duties.has(kind);
}
