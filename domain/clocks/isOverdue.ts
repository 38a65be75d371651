import { daysBetween, epochMs, londonDate } from '../calendar/london.ts';
import type { IsoInstant } from '../calendar/time.ts';
import type { Clock } from './clock.ts';
import { openPause } from './closeOpenPause.ts';
import { dueDate } from './dueFor.ts';

/** Whether a clock runs: it has neither ended nor been paused. */
export function isRunning(clock: Clock): boolean {
  return clock.end === null && openPause(clock.pauses) === null;
}

/** Whether a running clock is overdue at an instant; due today is not overdue. */
export function isOverdue(clock: Clock, now: IsoInstant): boolean {
  return isRunning(clock) && epochMs(now) >= epochMs(clock.overdueAt);
}

/** Whether a running clock is due on the London day of an instant and not overdue yet. */
export function isDueToday(clock: Clock, now: IsoInstant): boolean {
  return isRunning(clock) && !isOverdue(clock, now) && dueDate(clock.due) === londonDate(now);
}

/** London days since the due day of an overdue clock; 0 where it is not overdue, and on the due day of an instant clock. */
export function daysLate(clock: Clock, now: IsoInstant): number {
  return isOverdue(clock, now) ? daysBetween(dueDate(clock.due), londonDate(now)) : 0;
}
