import type { AreaPolicy } from '../policy/areaPolicy.ts';
import type { Clock, DueReason } from './clock.ts';

/** Says on a clock by which policy its reminders are armed, where its date was counted by another; else its reason says it. */
export function armedByAnother(
  { policyVersion }: DueReason,
  { version }: Pick<AreaPolicy, 'version'>,
): Pick<Clock, 'armedBy'> {
  return policyVersion === version ? {} : { armedBy: version };
}
