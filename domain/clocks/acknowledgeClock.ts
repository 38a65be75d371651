import { daysBetween, londonDate } from '../calendar/london.ts';
import type { IsoDate, IsoInstant } from '../calendar/time.ts';
import { onOrAfterWorkingDay } from '../calendar/workingCalendar.ts';
import type { WorkingCalendar } from '../calendar/workingCalendar.ts';
import { refuse } from '../lifecycle/refusal.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import type { Clock } from './clock.ts';
import type { ClockResult } from './clockResult.ts';
import { openPause } from './closeOpenPause.ts';
import { dueRungs, nextRung } from './dueRungs.ts';
import { putOffUntil } from './rungAt.ts';
import { isOverdue } from './isOverdue.ts';

/**
 * Quiets an overdue clock's ladder until the morning of a London date (of a day off: of the first working day after
 * it, for a day clock). It then goes on upwards with the rung after the last one sent, the rungs above it keeping
 * their distance. Only an outcome ends a ladder: the date lies ahead and at most as many days as policy allows.
 */
export function acknowledgeClock(
  clock: Clock,
  nextDate: IsoDate,
  at: IsoInstant,
  policy: AreaPolicy,
  calendar: WorkingCalendar,
): ClockResult {
  if (clock.end !== null) return refuse('UNKNOWN_CLOCK', [{ type: 'clock', id: clock.id }]);
  if (openPause(clock.pauses) !== null) return refuse('CLOCK_PAUSED');
  // A rung whose time has come without going out gives way: whoever acknowledges knows, and an outage earns no delay.
  const upward = dueRungs(clock, at, policy, calendar).next;
  if (!isOverdue(clock, at) || upward === null) return refuse('NOT_OVERDUE');
  const away = daysBetween(londonDate(at), nextDate);
  if (away < 1 || away > policy.acknowledgementMaxDays.value) return refuse('NEXT_DATE_TOO_FAR');
  const quietUntil = clock.due.type === 'day' ? onOrAfterWorkingDay(calendar, nextDate) : nextDate;
  const putOff = putOffUntil(clock, upward.rung, quietUntil, policy, calendar);
  const armed: Clock = { ...clock, putOff, round: clock.round + 1 };
  return { ok: true, clock: { ...armed, next: nextRung(armed, upward.rung, policy, calendar) } };
}
