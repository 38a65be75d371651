import { addHours } from '../calendar/london.ts';
import type { IsoInstant } from '../calendar/time.ts';
import type { WorkingCalendar } from '../calendar/workingCalendar.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import { armedByAnother } from './armedByAnother.ts';
import type { Clock, ClockSubject, Due, DueReason } from './clock.ts';
import type { ClockKind } from './clockKind.ts';
import { dueTypeOf } from './clockRule.ts';
import type { DueRule } from './clockRule.ts';
import { dueFor, overdueFrom } from './dueFor.ts';
import type { CountedFrom, ReasonedDue } from './dueFor.ts';
import { nextRung } from './dueRungs.ts';
import { kindForDue } from './kindForDue.ts';

/** What a clock is started with. */
export interface ClockStart extends CountedFrom {
  readonly id: string;
  readonly kind: ClockKind;
  readonly subject: ClockSubject;
  /** The moment from which it counts: when the thing happened, not when it was written down. */
  readonly anchor: IsoInstant;
  /** A date of its own (an action), or the date that somebody outside set (a hearing, an order). */
  readonly due?: Due | null;
  /** Urgent or not, where the rule makes a difference; left out, the rule's usual figure counts. */
  readonly urgent?: boolean;
  /** Whether it stands for one that had fallen away with a record that is open again. */
  readonly begunAnew?: true;
}

/**
 * A clock as it stands when it starts: due by the rule in force or on the date given, first rung armed. An urgent
 * action or acknowledgement becomes the urgent kind, and a date of its own decides that by its type. Throws where
 * the kind needs a date or a meeting that is not given, or takes no date of its own.
 */
export function startClock(start: ClockStart, policy: AreaPolicy, calendar: WorkingCalendar): Clock {
  const given = start.due ?? null;
  const kind = given === null ? urgentOrNot(start, policy) : kindForDue(start.kind, given, policy);
  const { due, reason } =
    given === null ? counted(kind, start, policy, calendar) : asGiven(kind, given, policy, calendar);
  const clock = { kind, due, putOff: 0 };
  return {
    ...clock,
    id: start.id,
    subject: start.subject,
    anchor: addHours(start.anchor, 0),
    ...(start.begunAnew === true ? { begunAnew: true as const } : {}),
    overdueAt: overdueFrom(due),
    reason,
    ...armedByAnother(reason, policy),
    originalDue: due,
    round: 1,
    next: nextRung(clock, 0, policy, calendar),
    pauses: [],
    end: null,
  };
}

/** Why a due moment is what somebody said it is: nothing was counted. */
export function reasonOfGivenDate(
  rule: string,
  source: string,
  policy: AreaPolicy,
  calendar: WorkingCalendar,
): DueReason {
  const versions = { policyVersion: policy.version, calendarVersion: calendar.version };
  return { rule, source, ...versions, skipped: [], provisional: false };
}

function urgentOrNot({ kind, urgent }: ClockStart, policy: AreaPolicy): ClockKind {
  return urgent === true ? (policy.clocks[kind].urgentKind ?? kind) : kind;
}

function counted(kind: ClockKind, start: ClockStart, policy: AreaPolicy, calendar: WorkingCalendar): ReasonedDue {
  const { due: usual, whenUrgent, whenNotUrgent } = policy.clocks[kind];
  const rule = start.urgent === true ? whenUrgent : start.urgent === false ? whenNotUrgent : usual;
  return dueFor(rule ?? usual, start, policy, calendar);
}

function asGiven(kind: ClockKind, due: Due, policy: AreaPolicy, calendar: WorkingCalendar): ReasonedDue {
  const { due: rule, mayHaveOwnDate } = policy.clocks[kind];
  if (rule.type !== 'setOutside' && !mayHaveOwnDate) throw new Error(`A clock ${kind} takes no date of its own`);
  const words = rule.type === 'setOutside' ? `set by ${rule.by}` : 'its own date, set with it';
  return { due: canonical(due, rule), reason: reasonOfGivenDate(words, rule.source, policy, calendar) };
}

function canonical(due: Due, rule: DueRule): Due {
  if (due.type !== dueTypeOf(rule))
    throw new Error(`A ${due.type} was given where the rule is for a ${dueTypeOf(rule)}`);
  return due.type === 'instant' ? { type: 'instant', at: addHours(due.at, 0) } : due;
}
