import type { IsoInstant } from '../calendar/time.ts';
import type { WorkingCalendar } from '../calendar/workingCalendar.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import type { Clock } from './clock.ts';
import { dueRungs } from './dueRungs.ts';
import type { RecipientRole } from './ladder.ts';
import { rungAt } from './rungAt.ts';

/** What became of a clock when somebody looked at it: at most one rung fires. */
export interface AdvancedClock {
  readonly clock: Clock;
  readonly fired: {
    readonly rung: number;
    readonly label: string;
    readonly to: readonly RecipientRole[];
    /** When the rung's time had come: before now where it fires late. */
    readonly plannedAt: IsoInstant;
  } | null;
  readonly noted: readonly number[];
}

/** Takes a clock to `now` (an instant): fires the highest rung whose time has come and arms the one after it. */
export function advanceClock(
  clock: Clock,
  now: IsoInstant,
  policy: AreaPolicy,
  calendar: WorkingCalendar,
): AdvancedClock {
  const { noted, fire, next } = dueRungs(clock, now, policy, calendar);
  const advanced = { ...clock, next };
  const rung = fire === null ? null : rungAt(clock, fire, policy, calendar);
  if (fire === null || rung === null) return { clock: advanced, fired: null, noted };
  return { clock: advanced, fired: { rung: fire, label: rung.label, to: rung.to, plannedAt: rung.at }, noted };
}
