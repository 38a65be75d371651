import { epochMs, instantAt, londonDate } from '../calendar/london.ts';
import type { IsoInstant } from '../calendar/time.ts';
import { onOrAfterWorkingDay, workingDaysAfter } from '../calendar/workingCalendar.ts';
import type { CountedDate, WorkingCalendar } from '../calendar/workingCalendar.ts';
import { refuse } from '../lifecycle/refusal.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import type { Clock, Due } from './clock.ts';
import type { ClockResult } from './clockResult.ts';
import { closeOpenPause, openPause } from './closeOpenPause.ts';
import { describeBudget } from './describeBudget.ts';
import type { ReasonedDue } from './dueFor.ts';
import { armedAgain } from './moveClock.ts';

/**
 * Lets a paused clock run again from an instant on: due when the budget that was left is used up, counted from
 * there, with every rung armed again. With no working day left it is due on the day itself, or the next working day.
 */
export function resumeClock(clock: Clock, at: IsoInstant, policy: AreaPolicy, calendar: WorkingCalendar): ClockResult {
  if (clock.end !== null) return refuse('UNKNOWN_CLOCK', [{ type: 'clock', id: clock.id }]);
  const pause = openPause(clock.pauses);
  if (pause === null || epochMs(at) < epochMs(pause.from)) return refuse('CLOCK_NOT_PAUSED');
  const resumed = dueAfterPause(clock, pause.budgetLeft, at, calendar);
  return { ok: true, clock: armedAgain(clock, resumed, closeOpenPause(clock.pauses, at), policy, calendar) };
}

/** When something is due that was paused and had this budget left when it ran on, and why. */
export function dueAfterPause(
  { due: before, reason }: ReasonedDue,
  left: number,
  at: IsoInstant,
  calendar: WorkingCalendar,
): ReasonedDue {
  const { due, skipped, provisional } = dueAfter(before.type, left, at, calendar);
  const rule = `${beforePause(reason.rule)}${resumedWith}${describeBudget(due.type, left)} left`;
  return { due, reason: { ...reason, rule, calendarVersion: calendar.version, skipped, provisional } };
}

const resumedWith = '; paused, then resumed with ';

/** A clock paused twice says its rule once. */
function beforePause(rule: string): string {
  return rule.split(resumedWith)[0] ?? rule;
}

type DueAgain = { readonly due: Due } & Omit<CountedDate, 'date'>;

function dueAfter(type: Due['type'], budget: number, at: IsoInstant, calendar: WorkingCalendar): DueAgain {
  const uncounted = { skipped: [], provisional: false };
  if (type === 'instant') return { due: { type, at: instantAt(epochMs(at) + budget) }, ...uncounted };
  const today = londonDate(at);
  if (budget === 0) return { due: { type, date: onOrAfterWorkingDay(calendar, today) }, ...uncounted };
  const { date, skipped, provisional } = workingDaysAfter(calendar, today, budget);
  return { due: { type, date }, skipped, provisional };
}
