import type { Clock } from '../../../domain/clocks/clock.ts';
import { isSameDue } from '../../../domain/clocks/isSameDue.ts';
import type { Ladder } from '../../../domain/clocks/ladder.ts';
import { rungAt } from '../../../domain/clocks/rungAt.ts';
import type { Fact } from '../../../domain/lifecycle/caseFact.ts';
import type { AreaPolicy } from '../../../domain/policy/areaPolicy.ts';
import type { SimulatedCase } from '../simulatedCase.ts';
import { miscounted } from './miscounted.ts';
import type { Followed } from './watcher.ts';

/** Whether a clock moved because policy or calendar changed, and not because somebody said so. */
export function isPlannedAnew({ data }: Fact<'clockMoved'>): boolean {
  return data.because === 'policy' || data.because === 'calendar';
}

/** The ladder a clock goes by. */
export function ladderOf(clock: Clock, about: SimulatedCase): Ladder {
  const policy = about.policyOf(clock);
  return policy.ladders[policy.clocks[clock.kind].ladder];
}

/** What must not be about a clock that was planned anew; null where it is right. */
export function wrongPlanning(
  { data: { clock } }: Fact<'clockMoved'>,
  about: SimulatedCase,
  known: Followed | undefined,
): string | null {
  const { kind } = clock;
  if (!known || known.clock.end || clock.end) return `${kind} was planned anew though it does not run`;
  const was = known.clock;
  if (!isSameDue(was.originalDue, clock.originalDue)) return `${kind} has forgotten when it was first due`;
  if (was.anchor !== clock.anchor) return `${kind} counts from something else since it was planned anew`;
  if (clock.round !== was.round + 1) return `${kind} was planned anew and not armed anew`;
  if (clock.pauses.some((pause) => pause.until === null)) return `${kind} was planned anew while paused`;
  if (was.next !== null && clock.next === null) return `${kind} was silenced by being planned anew`;
  return wrongDate(was, clock, about) ?? wrongRung(clock, about) ?? wrongVoice(known, clock, about);
}

/** The reminder it waits for is one of its ladder, at the time that goes with its date. */
function wrongRung(clock: Clock, about: SimulatedCase): string | null {
  if (clock.next === null) return null;
  const rung = rungAt(clock, clock.next.rung, about.policyOf(clock), about.around.calendar);
  return rung?.at === clock.next.at ? null : `${clock.kind} waits for a reminder that does not go with its date`;
}

/** A date that somebody set stays; one that was counted is counted again, by what counts now. */
function wrongDate(was: Clock, clock: Clock, about: SimulatedCase): string | null {
  if (isSameDue(was.due, clock.due)) return null;
  if (/by a person|own date/.test(was.reason.rule)) return `${clock.kind} lost the date that somebody set`;
  const { calendar } = about.around;
  const policy = countedBy(clock, about);
  const { policyVersion, calendarVersion } = clock.reason;
  if (policyVersion !== policy.version || calendarVersion !== calendar.version)
    return `${clock.kind} was counted anew by something that does not count now`;
  return clock.pauses.length > 0 ? null : miscounted(clock, policy, calendar);
}

/** An agenda, and what is due before it, is counted by the policy of the day of its meeting. */
function countedBy(clock: Clock, about: SimulatedCase): AreaPolicy {
  const policy = about.policyOf(clock);
  const meetingOn = about.standing?.meetingOn ?? null;
  if (meetingOn === null || policy.clocks[clock.kind].due.type !== 'agendaDay') return policy;
  const { policyFrom = meetingOn } = clock;
  return about.policyOn(policyFrom > meetingOn ? policyFrom : meetingOn);
}

/** Nobody hears twice of what stays late: below the rung that was next, only what lies ahead again comes again. */
function wrongVoice({ clock: was, ladder }: Followed, clock: Clock, about: SimulatedCase): string | null {
  if (was.next === null || clock.next === null || ladderOf(clock, about) !== ladder) return null;
  const isHeardAgain = clock.next.rung < was.next.rung && clock.next.at <= about.now;
  return isHeardAgain ? `${clock.kind} would say again what it has said` : null;
}
