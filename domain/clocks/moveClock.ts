import { addHours } from '../calendar/london.ts';
import type { IsoInstant } from '../calendar/time.ts';
import type { WorkingCalendar } from '../calendar/workingCalendar.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import { armedByAnother } from './armedByAnother.ts';
import type { Clock, Due, Pause } from './clock.ts';
import { closeOpenPause } from './closeOpenPause.ts';
import { overdueFrom, type ReasonedDue } from './dueFor.ts';
import { nextRung } from './dueRungs.ts';
import { kindForDue } from './kindForDue.ts';
import { reasonOfGivenDate } from './startClock.ts';

/** Why a due date was moved, as a code: whatever a person wrote about it is content and never on the clock. */
export type MoveReason = 'moved' | 'extended' | 'policy' | 'calendar' | 'meeting';

const words: Readonly<Record<Exclude<MoveReason, 'meeting' | 'calendar'>, string>> = {
  moved: 'moved to this date by a person',
  extended: 'extended to this date by a person',
  policy: 'moved to this date because the policy or the calendar changed',
};

/**
 * The clock with another due moment: every rung is armed again, the due moment first set is kept. The move is made
 * at an instant, with which an open pause ends, because the date has been set anew. Rungs of the new ladder whose
 * time has passed are noted when the clock is next advanced. Throws for a clock that has ended.
 */
export function moveClock(
  clock: Clock,
  due: Due,
  at: IsoInstant,
  policy: AreaPolicy,
  calendar: WorkingCalendar,
  why: Exclude<MoveReason, 'meeting' | 'calendar'> = 'moved',
): Clock {
  if (clock.end !== null) throw new Error(`Clock ${clock.id} has ended and cannot be moved`);
  const newDue: Due = due.type === 'instant' ? { type: 'instant', at: addHours(due.at, 0) } : due;
  const reason = reasonOfGivenDate(words[why], 'the decision recorded with the move', policy, calendar);
  return armedAgain(clock, { due: newDue, reason }, closeOpenPause(clock.pauses, at), policy, calendar);
}

/** Whether the date of a clock is one that a person gave it, which nothing but a person takes back. */
export function isSetByPerson({ reason }: Clock): boolean {
  return [words.moved, words.extended].some((byPerson) => reason.rule.startsWith(byPerson));
}

/** The clock with another due moment and why it is that one, every rung armed again. */
export function armedAgain(
  clock: Clock,
  { due, reason }: ReasonedDue,
  pauses: readonly Pause[],
  policy: AreaPolicy,
  calendar: WorkingCalendar,
): Clock {
  const kind = kindForDue(clock.kind, due, policy);
  const { armedBy: _before, ...bare } = clock;
  const armed = { ...armedByAnother(reason, policy), round: clock.round + 1, putOff: 0 };
  const again: Clock = { ...bare, ...armed, kind, due, overdueAt: overdueFrom(due), reason, pauses };
  return { ...again, next: nextRung(again, 0, policy, calendar) };
}
