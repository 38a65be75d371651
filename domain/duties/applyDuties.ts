import { londonDate } from '../calendar/london.ts';
import type { SchoolYear } from '../calendar/schoolDays.ts';
import type { IsoDate, IsoInstant, Occurred } from '../calendar/time.ts';
import type { WorkingCalendar } from '../calendar/workingCalendar.ts';
import type { Clock } from '../clocks/clock.ts';
import { endClock } from '../clocks/endClock.ts';
import { moveClock } from '../clocks/moveClock.ts';
import { planAgain } from '../clocks/planAgain.ts';
import { startClock } from '../clocks/startClock.ts';
import type { ClockFact } from '../lifecycle/caseFact.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import type { DutyChange, DutyOwner } from './dutyChange.ts';

/** A running clock with whose duty it is. */
export interface OwnedClock {
  readonly clock: Clock;
  readonly owner: DutyOwner;
}

export interface DutyContext {
  readonly occurred: Occurred;
  readonly recordedAt: IsoInstant;
  readonly policy: AreaPolicy;
  readonly calendar: WorkingCalendar;
  /** The policy of the area on a London date. */
  readonly policyOn: (date: IsoDate) => AreaPolicy;
  /** The policy of whoever answers by now on the day of a meeting, by which its agenda is counted; left out, `policy` counts. */
  readonly policyOfMeeting?: (on: IsoDate) => AreaPolicy;
  /** The school years of the places where the children of the case live, by local authority; missing where nobody asks. */
  readonly schoolYears?: ReadonlyMap<string, readonly SchoolYear[]>;
  /** An id that derives from the command's, by name. */
  readonly idFor: (name: string) => string;
}

/**
 * The policy a running clock goes by: that of the London day from which it counts, or of the change that was put to it since;
 * its rungs fire by the same. Armed by another it would leap to a rung of another ladder and be silent for weeks.
 */
export function policyOfClock(
  { anchor, policyFrom }: Pick<Clock, 'anchor' | 'policyFrom'>,
  { policyOn }: Pick<DutyContext, 'policyOn'>,
): AreaPolicy {
  return policyOn(policyFrom ?? londonDate(anchor));
}

/**
 * Carries out changes of duty on the clocks that run: what is recorded of each, and what runs afterwards. A duty
 * that has begun already is not begun twice; one that has ended is not ended again.
 */
export function applyDuties(
  changes: readonly DutyChange[],
  running: ReadonlyMap<string, OwnedClock>,
  context: DutyContext,
): { readonly facts: readonly ClockFact[]; readonly running: ReadonlyMap<string, OwnedClock> } {
  const clocks = new Map(running);
  const facts: ClockFact[] = [];
  for (const change of changes) {
    for (const { fact, owned } of outcomesOf(change, clocks, context)) {
      facts.push(fact);
      if (owned.clock.end) clocks.delete(owned.clock.id);
      else clocks.set(owned.clock.id, owned);
    }
  }
  return { facts, running: clocks };
}

interface Outcome {
  readonly fact: ClockFact;
  readonly owned: OwnedClock;
}

function outcomesOf(
  change: DutyChange,
  clocks: ReadonlyMap<string, OwnedClock>,
  context: DutyContext,
): readonly Outcome[] {
  const all = [...clocks.values()];
  switch (change.do) {
    case 'start': {
      const about = all.filter(({ clock }) => clock.subject.id === change.subject.id);
      if (about.some(({ clock: { kind } }) => kind === change.kind || change.unless?.includes(kind))) return [];
      const beside = about.find(({ clock }) => clock.kind === change.countedWith);
      return [started(beside ? { ...change, ...countOf(beside) } : change, context)];
    }
    case 'end':
      return all
        .filter(({ clock }) => change.kinds.includes(clock.kind))
        .filter(({ clock }) => change.subjectId === null || clock.subject.id === change.subjectId)
        .map((owned) => ended(owned, change, context));
    case 'move':
      return all
        .filter(({ clock }) => clock.subject.id === change.subjectId)
        .filter(({ clock }) => change.kinds === null || change.kinds.includes(clock.kind))
        .map((owned) => moved(owned, change, context));
    case 'plan':
      return all
        .filter(({ clock }) => change.kinds.includes(clock.kind))
        .flatMap((owned) => planned(owned, change, context));
    case 'own':
      return all
        .filter(({ clock }) => change.kinds === null || change.kinds.includes(clock.kind))
        .filter(({ clock }) => change.subjectId === null || clock.subject.id === change.subjectId)
        .filter(({ owner }) => change.ownedBy === null || owner.agencyId === change.ownedBy)
        .filter(({ owner }) => change.from === undefined || owner.ownerId === change.from)
        .map(({ clock }) => ({
          fact: { type: 'clockReowned', occurred: context.occurred, data: { clock, ...change.owner } },
          owned: { clock, owner: change.owner },
        }));
  }
}

/** From where a clock counts, and whether it began anew there. */
function countOf({ clock: { anchor, begunAnew } }: OwnedClock) {
  return begunAnew === true ? { anchor, begunAnew } : { anchor };
}

function started(change: Extract<DutyChange, { do: 'start' }>, context: DutyContext): Outcome {
  const { kind, subject, owner, due, meetingOn, meetingAt, endsOn, urgent, authorityIds } = change;
  const { occurred, policy, calendar, schoolYears, idFor, policyOfMeeting = () => policy } = context;
  const clock = startClock(
    {
      id: idFor(`clock/${kind}/${subject.id}/${meetingOn ?? ''}`),
      kind,
      subject,
      anchor: change.anchor ?? occurred.at,
      due,
      ...(meetingOn === null ? {} : { meetingDate: meetingOn, agendaBy: policyOfMeeting(meetingOn) }),
      ...(meetingAt === null ? {} : { meetingAt }),
      ...(endsOn === null ? {} : { endsOn }),
      ...(urgent === null ? {} : { urgent }),
      ...(change.begunAnew === true ? { begunAnew: true as const } : {}),
      schools: authorityIds.map((id) => (id === null ? [] : (schoolYears?.get(id) ?? []))),
    },
    policy,
    calendar,
  );
  return { fact: { type: 'clockStarted', occurred, data: { clock, ...owner } }, owned: { clock, owner } };
}

function ended(owned: OwnedClock, change: Extract<DutyChange, { do: 'end' }>, { occurred }: DutyContext): Outcome {
  const { at, precision } = occurred;
  const clock = endClock(owned.clock, { at, precision, outcome: change.as, reason: change.reason });
  return { fact: { type: 'clockEnded', occurred, data: { clock } }, owned: { ...owned, clock } };
}

function moved(owned: OwnedClock, change: Extract<DutyChange, { do: 'move' }>, context: DutyContext): Outcome {
  const { occurred, calendar } = context;
  const policy = policyOfClock(owned.clock, context);
  const clock = moveClock(owned.clock, change.due, occurred.at, policy, calendar, change.because);
  const { because, reasonId } = change;
  return {
    fact: { type: 'clockMoved', occurred, data: { clock, from: owned.clock.due, because, reasonId } },
    owned: { ...owned, clock },
  };
}

/** Nothing is recorded of a clock whose date stays. */
function planned(
  owned: OwnedClock,
  { meetingOn }: Extract<DutyChange, { do: 'plan' }>,
  context: DutyContext,
): Outcome[] {
  const { occurred, calendar } = context;
  const clock = planAgain(owned.clock, meetingOn, occurred.at, policyOfClock(owned.clock, context), calendar);
  if (clock === owned.clock) return [];
  const data = { clock, from: owned.clock.due, because: 'meeting', reasonId: null } as const;
  return [{ fact: { type: 'clockMoved', occurred, data }, owned: { ...owned, clock } }];
}
