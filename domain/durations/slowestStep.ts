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
 * How many days each step adds to the way of a case in the middle, by what the medians grow with it; steps nobody has gone
 * through are left out, and none is less than nothing. Most durations count from the referral, so the longest of them is
 * always the last and says nothing of where time goes.
 */
export function stepsOfWay(medianOf: (duration: CaseDuration) => number | null): readonly Step[] {
  return steps.flatMap(({ what, to, after }) => {
    const [end, begin] = [medianOf(to), after === undefined ? 0 : medianOf(after)];
    if (end === null || begin === null) return [];
    return [{ what, days: Math.max(0, Math.round((end - begin) * 10) / 10) }];
  });
}

/** The step that holds cases up longest; null where none has been gone through. */
export function slowestStep(gone: readonly Step[]): Step | null {
  return gone.reduce<Step | null>((slowest, step) => (step.days > (slowest?.days ?? 0) ? step : slowest), null);
}
