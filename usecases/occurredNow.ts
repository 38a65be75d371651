import { problem, type RequestProblem } from '../contracts/problemCode.ts';
import { epochMs, londonDate } from '../domain/calendar/london.ts';
import type { IsoInstant, Occurred } from '../domain/calendar/time.ts';

/** How far two clocks may differ before a moment counts as lying in the future. */
const toleranceMs = 5 * 60_000;

/** When a thing happened: what was said, or now. A future that is more than a difference of clocks is refused. */
export function occurredOrNow(
  said: Occurred | undefined,
  now: IsoInstant,
  field = 'occurredAt',
): { readonly ok: true; readonly occurred: Occurred } | RequestProblem {
  if (!said) return { ok: true, occurred: { at: now, precision: 'minute' } };
  const isLater =
    said.precision === 'day' ? londonDate(said.at) > londonDate(now) : epochMs(said.at) > epochMs(now) + toleranceMs;
  return isLater
    ? problem('HAPPENS_LATER', [{ at: field, problem: 'It lies in the future.' }])
    : { ok: true, occurred: said };
}
