import type { CaseDuration } from './caseDuration.ts';

/** One step of the way of a case, with how many days it takes in the middle. */
export interface Step {
  readonly what: string;
  readonly days: number;
}

/** The way of every case, step after step: what it ends with, and what went before where both count from the referral. */
const steps: readonly { readonly what: string; readonly to: CaseDuration; readonly after?: CaseDuration }[] = [
  { what: 'from the referral to screening', to: 'screened' },
  { what: 'from screening to listing', to: 'listed', after: 'screened' },
  { what: 'from listing to hearing', to: 'heard', after: 'listed' },
  { what: 'from hearing to the end of all actions', to: 'actionsEnded' },
];

/**
 * The step that holds cases up longest, by what the medians grow with it; null where none has been gone through. Most
 * durations count from the referral, so the longest of them is always the last and says nothing of where time goes.
 */
export function slowestStep(medianOf: (duration: CaseDuration) => number | null): Step | null {
  let slowest: Step | null = null;
  for (const { what, to, after } of steps) {
    const [end, begin] = [medianOf(to), after === undefined ? 0 : medianOf(after)];
    if (end === null || begin === null) continue;
    const days = Math.round((end - begin) * 10) / 10;
    if (days > 0 && (slowest === null || days > slowest.days)) slowest = { what, days };
  }
  return slowest;
}
