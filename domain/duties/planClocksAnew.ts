import { epochMs, londonDate } from '../calendar/london.ts';
import type { SchoolYear } from '../calendar/schoolDays.ts';
import type { IsoDate, IsoInstant, Occurred } from '../calendar/time.ts';
import type { WorkingCalendar } from '../calendar/workingCalendar.ts';
import type { Clock } from '../clocks/clock.ts';
import { dueDate } from '../clocks/dueFor.ts';
import { isSameDue } from '../clocks/isSameDue.ts';
import { planAnew } from '../clocks/planAnew.ts';
import type { Fact } from '../lifecycle/caseFact.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import { type OwnedClock, policyOfClock } from './applyDuties.ts';

/** Because of what running clocks are planned anew. */
export type PlannedBecause = 'policy' | 'calendar';

/** All that the clocks of one matter are planned by, and what their dates were once counted by. */
export interface PlanningGround {
  readonly at: IsoInstant;
  readonly meetingOn: IsoDate | null;
  /** The school years of each place where the children live, as they were when a duty towards their schools began; null where there is none. */
  readonly schools: readonly (readonly SchoolYear[])[] | null;
  readonly calendar: WorkingCalendar;
  readonly policyOn: (date: IsoDate) => AreaPolicy;
  /** The London dates from which changed policies count that were put to running cases too. */
  readonly putToRunning: readonly IsoDate[];
  readonly policyNamed: (version: string) => AreaPolicy | null;
  readonly calendarNamed: (version: string) => WorkingCalendar | null;
}

/** The running clocks of a matter that another policy or calendar moves, each as it was and as it becomes. */
export function clocksPlannedAnew(
  running: ReadonlyMap<string, OwnedClock>,
  ground: PlanningGround,
): readonly { readonly was: Clock; readonly becomes: Clock }[] {
  const clocks = [...running.values()].map(({ clock }) => clock);
  return clocks.flatMap((was) => {
    const becomes = plannedBy(was, clocks, ground);
    return becomes === was ? [] : [{ was, becomes }];
  });
}

/** The same as facts: what is recorded of each clock. */
export function planClocksAnew(
  running: ReadonlyMap<string, OwnedClock>,
  because: PlannedBecause,
  occurred: Occurred,
  ground: PlanningGround,
): readonly Fact<'clockMoved'>[] {
  return clocksPlannedAnew(running, ground).map(({ was, becomes }) => ({
    type: 'clockMoved',
    occurred,
    data: { clock: becomes, from: was.due, because, reasonId: null },
  }));
}

/** Whether anybody notices that a clock becomes another: it has another date, or its next reminder comes at another time. */
export function isNoticed(was: Clock, becomes: Clock): boolean {
  return !isSameDue(was.due, becomes.due) || was.next?.at !== becomes.next?.at || was.next?.rung !== becomes.next?.rung;
}

/** What planning anew does to a duty, as it stands at an instant. */
export type PlanningEffect = 'becomesLate' | 'rescued' | 'later' | 'earlier' | 'remindersOnly';

/** What it means for a duty that its clock becomes another. */
export function effectOf(was: Clock, becomes: Clock, at: IsoInstant): PlanningEffect {
  const isLate = ({ overdueAt }: Clock) => epochMs(overdueAt) <= epochMs(at);
  if (isLate(was) !== isLate(becomes)) return isLate(becomes) ? 'becomesLate' : 'rescued';
  if (was.overdueAt === becomes.overdueAt) return 'remindersOnly';
  return epochMs(becomes.overdueAt) > epochMs(was.overdueAt) ? 'later' : 'earlier';
}

function plannedBy(clock: Clock, all: readonly Clock[], ground: PlanningGround): Clock {
  const { meetingOn, schools, calendar, policyOn, at } = ground;
  const policyFrom = latest(ground.putToRunning, londonDate(clock.anchor));
  const policy = policyOfClock({ anchor: clock.anchor, ...(policyFrom === null ? {} : { policyFrom }) }, { policyOn });
  const policyBefore = ground.policyNamed(clock.reason.policyVersion);
  const calendarBefore = ground.calendarNamed(clock.reason.calendarVersion);
  const countedBy = policyBefore && calendarBefore && { policy: policyBefore, calendar: calendarBefore };
  const armedBy = clock.armedBy === undefined ? policyBefore : ground.policyNamed(clock.armedBy);
  const from = { meetingOn, schools, endsOn: endOf(clock, all) };
  const agendaBy = agendaPolicy(clock, policy, policyFrom, ground);
  return planAnew(clock, from, { countedBy, armedBy }, { policy, calendar, agendaBy, policyFrom, at });
}

/** An agenda, and what is due before it, goes by the policy of the day of its meeting, and by what was put to running cases since. */
function agendaPolicy(
  { kind }: Clock,
  policy: AreaPolicy,
  policyFrom: IsoDate | null,
  { meetingOn, policyOn }: PlanningGround,
): AreaPolicy {
  if (meetingOn === null || policy.clocks[kind].due.type !== 'agendaDay') return policy;
  return policyOn(policyFrom !== null && policyFrom > meetingOn ? policyFrom : meetingOn);
}

/** The last day from which a policy counts that was put to clocks anchored before it; null where the anchor’s own counts. */
function latest(putToRunning: readonly IsoDate[], anchoredOn: IsoDate): IsoDate | null {
  return (
    putToRunning
      .filter((date) => date > anchoredOn)
      .toSorted()
      .at(-1) ?? null
  );
}

/** The end of what a clock looks ahead to: the date of the other clock about the same thing, which somebody outside set. */
function endOf({ id, subject }: Clock, all: readonly Clock[]): IsoDate | null {
  const end = all.find((other) => other.id !== id && other.subject.id === subject.id && subject.type === 'liveDate');
  return end ? dueDate(end.due) : null;
}
