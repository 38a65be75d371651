import type { PauseReason } from '../clocks/clock.ts';
import type { AreaPolicy } from './areaPolicy.ts';
import type { PolicyChanges } from './policyInForce.ts';
import type { clocksOfPractice } from './settableFigures.ts';

/** For what a clock may be paused, or no longer: a decision about one reason and one kind of clock. */
export interface PausePermission {
  readonly clock: (typeof clocksOfPractice)[number];
  readonly reason: PauseReason;
  readonly permitted: boolean;
}

/** Whether a policy says so already. */
export function isSaidAlready(policy: AreaPolicy, { clock, reason, permitted }: PausePermission): boolean {
  return policy.clocks[clock].pauseReasons.includes(reason) === permitted;
}

/** The change of policy by which a clock may be paused for a reason, or no longer; everything else of its rule stays. */
export function changeOfPermission(policy: AreaPolicy, { clock, reason, permitted }: PausePermission): PolicyChanges {
  const rule = policy.clocks[clock];
  const others = rule.pauseReasons.filter((each) => each !== reason);
  return { clocks: { [clock]: { ...rule, pauseReasons: permitted ? [...others, reason] : others } } };
}
