import { armedByAnother } from '../clocks/armedByAnother.ts';
import type { Clock } from '../clocks/clock.ts';
import { nextRung } from '../clocks/dueRungs.ts';
import { isRunning } from '../clocks/isOverdue.ts';
import type { Occurred } from '../calendar/time.ts';
import type { WorkingCalendar } from '../calendar/workingCalendar.ts';
import type { Fact } from '../lifecycle/caseFact.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import { type DutyContext, type OwnedClock, policyOfClock } from './applyDuties.ts';

type PolicyOn = DutyContext['policyOn'];

/**
 * The running clocks of a case whose ladder is another in the area that takes it over, each armed at the foot of that one with the date
 * it had: from now on it climbs by that ladder, and the step it was to take next may be weeks away there. Paused ones are armed anew
 * when they go on.
 */
export function climbByReceiver(
  running: ReadonlyMap<string, OwnedClock>,
  { sender, receiver }: { readonly sender: PolicyOn; readonly receiver: PolicyOn },
  occurred: Occurred,
  calendar: WorkingCalendar,
): readonly Fact<'clockMoved'>[] {
  return [...running.values()].flatMap(({ clock }) => {
    const now = policyOfClock(clock, { policyOn: receiver });
    const isSame = ladderOf(clock, policyOfClock(clock, { policyOn: sender })) === ladderOf(clock, now);
    if (!isRunning(clock) || isSame) return [];
    const { armedBy: _before, ...bare } = clock;
    const again: Clock = { ...bare, ...armedByAnother(clock.reason, now), round: clock.round + 1, putOff: 0 };
    const armed = { ...again, next: nextRung(again, 0, now, calendar) };
    return [
      { type: 'clockMoved', occurred, data: { clock: armed, from: clock.due, because: 'policy', reasonId: null } },
    ];
  });
}

function ladderOf({ kind }: Clock, policy: AreaPolicy): string {
  return JSON.stringify(policy.ladders[policy.clocks[kind].ladder]);
}
