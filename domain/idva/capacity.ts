import type { SupportPolicy } from '../policy/areaPolicy.ts';

/** How much of a post an adviser has, and how much work they have. */
export interface Workload {
  /** Hundredths of a full-time post. */
  readonly ftePercent: number;
  /** Cases they support now. */
  readonly open: number;
  /** Cases they were given in the twelve months before. */
  readonly pastYear: number;
}

/** What room an adviser has left by policy: whole cases, rounded down, below nothing where they have more than that. */
export interface RoomLeft {
  readonly open: number;
  readonly pastYear: number;
}

/** The room left for an adviser: figures of a full-time post times their part of one. */
export function roomLeft({ ftePercent, open, pastYear }: Workload, policy: SupportPolicy): RoomLeft {
  return {
    open: partOf(policy.openPerFullTimeAdviser.value, ftePercent) - open,
    pastYear: partOf(policy.referralsPerYearPerFullTimeAdviser.value, ftePercent) - pastYear,
  };
}

/** Which figures one more case would exceed. */
export function exceeded(room: RoomLeft): readonly ('openCases' | 'referralsInAYear')[] {
  return [
    ...(room.open < 1 ? (['openCases'] as const) : []),
    ...(room.pastYear < 1 ? (['referralsInAYear'] as const) : []),
  ];
}

function partOf(figure: number, percent: number): number {
  return Math.floor((figure * percent) / 100);
}
