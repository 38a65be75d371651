import type { AreaPolicy } from '../policy/areaPolicy.ts';
import type { Due } from './clock.ts';
import { clockKinds } from './clockKind.ts';
import type { ClockKind } from './clockKind.ts';
import { dueTypeOf } from './clockRule.ts';

/**
 * The kind a clock has once its due moment is known: an action due at an instant is an urgent action, an urgent
 * action due on a day is an action. Throws where the kind has no counterpart of that type (a hearing at an instant).
 */
export function kindForDue(kind: ClockKind, due: Due, policy: AreaPolicy): ClockKind {
  const counterparts = [
    kind,
    policy.clocks[kind].urgentKind,
    clockKinds.find((other) => policy.clocks[other].urgentKind === kind),
  ];
  const fitting = counterparts.find((each) => each !== undefined && dueTypeOf(policy.clocks[each].due) === due.type);
  if (fitting === undefined) throw new Error(`A clock ${kind} cannot be due by ${due.type}`);
  return fitting;
}
