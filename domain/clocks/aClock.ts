import { londonMoment } from '../calendar/london.ts';
import type { IsoDate } from '../calendar/time.ts';
import { englandAndWales } from '../calendar/workingCalendar.ts';
import { defaultPolicyEntries } from '../policy/defaults.ts';
import { policyInForce } from '../policy/policyInForce.ts';
import type { Clock } from './clock.ts';
import type { ClockKind } from './clockKind.ts';
import { startClock } from './startClock.ts';
import type { ClockStart } from './startClock.ts';

/** The policy that tests go by: a monthly area of 2026. */
export const monthlyArea = policyInForce(defaultPolicyEntries, 'maidstone', '2026-01-01');
export const calendar = englandAndWales;

/** A clock for tests, begun at ten in the morning of a London date. */
export function aClock(kind: ClockKind, begun: IsoDate, more: Partial<ClockStart> = {}): Clock {
  const subject = { type: 'case', id: 'case-1' } as const;
  return startClock(
    { id: 'clock-1', kind, subject, anchor: londonMoment(begun, '10:00'), ...more },
    monthlyArea,
    calendar,
  );
}

/** An action with a due day of its own. */
export function anActionDue(date: IsoDate): Clock {
  return aClock('action', '2026-02-02', { due: { type: 'day', date } });
}
