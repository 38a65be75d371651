import { addHours, epochMs, londonDate } from '../calendar/london.ts';
import type { IsoInstant } from '../calendar/time.ts';
import { workingDaysBetween } from '../calendar/workingCalendar.ts';
import type { WorkingCalendar } from '../calendar/workingCalendar.ts';
import { refuse } from '../lifecycle/refusal.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import type { Clock, Due, PauseReason } from './clock.ts';
import type { ClockResult } from './clockResult.ts';
import { openPause } from './closeOpenPause.ts';

/**
 * Pauses a clock from an instant on and keeps what was left: working days for a day clock, milliseconds for an
 * instant clock. Refused for a reason that policy does not permit for the kind, for a date that somebody outside
 * sets, and once overdue: a pause must not hide lateness, acknowledging is for that.
 */
export function pauseClock(
  clock: Clock,
  reason: PauseReason,
  at: IsoInstant,
  policy: AreaPolicy,
  calendar: WorkingCalendar,
): ClockResult {
  if (clock.end !== null) return refuse('UNKNOWN_CLOCK', [{ type: 'clock', id: clock.id }]);
  if (openPause(clock.pauses) !== null) return refuse('CLOCK_PAUSED');
  const { pauseReasons, due: rule } = policy.clocks[clock.kind];
  const permitted = rule.type !== 'setOutside' && pauseReasons.includes(reason);
  if (!permitted || epochMs(at) >= epochMs(clock.overdueAt)) return refuse('CLOCK_NOT_PAUSABLE');
  const pause = { reason, from: addHours(at, 0), until: null, budgetLeft: budgetLeft(clock.due, at, calendar) };
  return { ok: true, clock: { ...clock, next: null, pauses: [...clock.pauses, pause] } };
}

/** What is left of a due moment at an instant: working days for a day, milliseconds for an instant. */
export function budgetLeft(due: Due, at: IsoInstant, calendar: WorkingCalendar): number {
  return due.type === 'day' ? workingDaysBetween(calendar, londonDate(at), due.date) : epochMs(due.at) - epochMs(at);
}
