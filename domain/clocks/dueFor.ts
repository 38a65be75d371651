import { courtHoursAfter } from '../calendar/courtHours.ts';
import {
  addDays,
  addHours,
  addMonths,
  endOfLondonDay,
  formatLondonDate,
  londonDate,
  londonMoment,
} from '../calendar/london.ts';
import { earliestSchoolDay, type SchoolYear } from '../calendar/schoolDays.ts';
import type { IsoDate, IsoInstant } from '../calendar/time.ts';
import { workingDaysAfter, workingDaysBefore } from '../calendar/workingCalendar.ts';
import type { CountedDate, WorkingCalendar } from '../calendar/workingCalendar.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import { arrivalDay } from './arrivalDay.ts';
import type { Due, DueReason } from './clock.ts';
import type { DueRule } from './clockRule.ts';
import { describeDueRule } from './describeDueRule.ts';

/** A due moment and why it is that one. */
export interface ReasonedDue {
  readonly due: Due;
  readonly reason: DueReason;
}

/** Where counting begins, and what else a rule may count back from. */
export interface CountedFrom {
  readonly anchor: IsoInstant;
  /** The London date of the meeting, for rules that count back from it. */
  readonly meetingDate?: IsoDate;
  /** The policy of the day of the meeting, by which its agenda is counted; left out, the one in force. */
  readonly agendaBy?: AreaPolicy;
  /** The moment at which the meeting begins, for what is due so many hours after it was called. */
  readonly meetingAt?: IsoInstant;
  /** The London date on which something ends, for rules that count back from it. */
  readonly endsOn?: IsoDate;
  /** The school years of each place where the children live; left out, any weekday is a school day. */
  readonly schools?: readonly (readonly SchoolYear[])[];
}

type Counted = { due: Due; words: string } & Partial<Omit<CountedDate, 'date'>>;

/**
 * Counts when a clock is due under a rule: from its anchor (an instant), or back from the meeting's date (London).
 * Throws where the rule needs a meeting and none is given, or the date is one that only somebody outside can set.
 */
export function dueFor(rule: DueRule, from: CountedFrom, policy: AreaPolicy, calendar: WorkingCalendar): ReasonedDue {
  const by = rule.type === 'agendaDay' ? (from.agendaBy ?? policy) : policy;
  const { due, words, skipped = [], provisional = false } = count(rule, from, by, calendar);
  const versions = { policyVersion: by.version, calendarVersion: calendar.version };
  const counted = { due, reason: { rule: words, source: rule.source, ...versions, skipped, provisional } };
  const meeting = { on: from.meetingDate ?? null, knownFrom: londonDate(from.anchor) };
  return beforeMeetingAtTheLatest(counted, rule, meeting, calendar);
}

/** The first moment at which something due then is overdue: the end of a London day, or the instant itself. */
export function overdueFrom(due: Due): IsoInstant {
  return due.type === 'day' ? endOfLondonDay(due.date) : due.at;
}

/** The London date on which something is due. */
export function dueDate(due: Due): IsoDate {
  return due.type === 'day' ? due.date : londonDate(due.at);
}

function count(
  rule: DueRule,
  { anchor, meetingDate, meetingAt, endsOn, schools }: CountedFrom,
  policy: AreaPolicy,
  calendar: WorkingCalendar,
): Counted {
  switch (rule.type) {
    case 'workingDaysAfter':
      return afterAnchor(rule, anchor, policy, calendar);
    case 'daysAfter':
      return onDay(addDays(londonDate(anchor), rule.days), describeDueRule(rule, policy));
    case 'monthsAfter':
      return onDay(addMonths(londonDate(anchor), rule.months), describeDueRule(rule, policy));
    case 'yearsAfter':
      return onDay(addMonths(londonDate(anchor), rule.years * 12), describeDueRule(rule, policy));
    case 'repeatFlag':
      return onDay(addMonths(londonDate(anchor), policy.routes.repeatMonths.value), describeDueRule(rule, policy));
    case 'agendaDay':
      return beforeAgenda(rule, anchor, needed(meetingDate, rule), policy, calendar);
    case 'workingDaysAfterMeeting':
      return afterMeeting(rule.days, anchor, needed(meetingDate, rule), calendar);
    case 'timeBeforeMeeting':
      return timeBeforeMeeting(rule, anchor, needed(meetingDate, rule), calendar);
    case 'hoursAfter':
      return hoursAfter(addHours(anchor, rule.hours), describeDueRule(rule, policy), addHours(anchor, 0), meetingAt);
    case 'courtHoursAfter': {
      const { at, ...counted } = courtHoursAfter(calendar, anchor, rule.hours);
      return { ...atInstant(at, describeDueRule(rule, policy)), ...counted };
    }
    case 'daysBeforeEnd':
      return beforeEnd(rule, anchor, endsOn);
    case 'dayBeforeSchool':
      return beforeSchool(anchor, schools ?? [], describeDueRule(rule, policy), calendar);
    case 'setOutside':
      throw new Error(`A date that ${rule.by} sets has to be given`);
  }
}

function beforeSchool(
  anchor: IsoInstant,
  schools: NonNullable<CountedFrom['schools']>,
  words: string,
  calendar: WorkingCalendar,
): Counted {
  const { date, by, ...counted } = earliestSchoolDay(calendar, schools, londonDate(anchor));
  const terms = by === null ? 'no term dates are known, so any weekday counts' : `by the terms of ${by}`;
  return { ...onDay(addDays(date, -1), `${words}, ${formatLondonDate(date)} (${terms})`), ...counted };
}

function beforeEnd(
  { days, of }: Extract<DueRule, { type: 'daysBeforeEnd' }>,
  anchor: IsoInstant,
  endsOn: IsoDate | undefined,
): Counted {
  if (endsOn === undefined) throw new Error(`The day on which ${of} ends has to be given`);
  const wanted = addDays(endsOn, -days);
  const begun = londonDate(anchor);
  if (wanted < begun) return onDay(begun, `at once, because ${of} ends soon`);
  return onDay(wanted, `${days} days before ${of} ends`);
}

function afterAnchor(
  rule: Extract<DueRule, { type: 'workingDaysAfter' }>,
  anchor: IsoInstant,
  policy: AreaPolicy,
  calendar: WorkingCalendar,
): Counted {
  const arrival = arrivalDay(anchor, policy, calendar);
  const counted = workingDaysAfter(calendar, arrival.date, rule.days);
  const late = arrival.moved ? ', an arrival out of hours counting as the next working day' : '';
  const words = `${plural(rule.days, 'working day')} after ${rule.after}${late}`;
  return { ...counted, ...onDay(counted.date, words), skipped: [...arrival.skipped, ...counted.skipped] };
}

/**
 * What was counted, or an earlier day where the rule has the duty done before a meeting (a London date) that is still
 * to come on the day it is planned from; never before that day, for until then nobody knew of the meeting.
 */
export function beforeMeetingAtTheLatest(
  counted: ReasonedDue,
  rule: DueRule,
  meeting: { readonly on: IsoDate | null; readonly knownFrom: IsoDate },
  calendar: WorkingCalendar,
): ReasonedDue {
  const { on, knownFrom } = meeting;
  if (rule.type !== 'workingDaysAfter' || rule.workingDaysBeforeMeeting === undefined) return counted;
  if (on === null || on < knownFrom) return counted;
  const latest = beforeMeeting(rule.workingDaysBeforeMeeting, knownFrom, on, calendar);
  if (dueDate(latest.due) >= dueDate(counted.due)) return counted;
  const { due, words, skipped = [], provisional = false } = latest;
  const why = `${words}; that comes before ${counted.reason.rule}`;
  return { due, reason: { ...counted.reason, rule: why, skipped, provisional } };
}

function beforeAgenda(
  rule: Extract<DueRule, { type: 'agendaDay' }>,
  anchor: IsoInstant,
  meetingDate: IsoDate,
  policy: AreaPolicy,
  calendar: WorkingCalendar,
): Counted {
  const days = policy.meeting.agendaWorkingDays.value + rule.workingDaysEarlier;
  return beforeMeeting(days, londonDate(anchor), meetingDate, calendar);
}

/** A duty cannot be due before it begins: where a meeting is too near, it is due on the day it begins. */
function beforeMeeting(days: number, begins: IsoDate, meetingDate: IsoDate, calendar: WorkingCalendar): Counted {
  const counted = workingDaysBefore(calendar, meetingDate, days);
  const words = `${plural(days, 'working day')} before the meeting on ${formatLondonDate(meetingDate)}`;
  if (counted.date >= begins) return { ...onDay(counted.date, words), ...counted };
  return onDay(begins, `the day it began, because ${words} had passed already`);
}

/** The other way round: where a meeting was long over when the duty begins, it is due on that day. */
function afterMeeting(days: number, anchor: IsoInstant, meetingDate: IsoDate, calendar: WorkingCalendar): Counted {
  const counted = workingDaysAfter(calendar, meetingDate, days);
  const words = `${plural(days, 'working day')} after the meeting on ${formatLondonDate(meetingDate)}`;
  const begins = londonDate(anchor);
  if (counted.date >= begins) return { ...counted, ...onDay(counted.date, words) };
  return onDay(begins, `the day it began, because ${words} had passed already`);
}

/**
 * Before a meeting, for a time of day: where it has passed when the duty begins, there are 24 hours, but not beyond the
 * morning of the meeting, and never less than none.
 */
function timeBeforeMeeting(
  rule: Extract<DueRule, { type: 'timeBeforeMeeting' }>,
  anchor: IsoInstant,
  meetingDate: IsoDate,
  calendar: WorkingCalendar,
): Counted {
  const counted = workingDaysBefore(calendar, meetingDate, rule.workingDays);
  const at = londonMoment(counted.date, rule.time);
  const days = plural(rule.workingDays, 'working day');
  const words = `${rule.time}, ${days} before the meeting on ${formatLondonDate(meetingDate)}`;
  const begins = addHours(anchor, 0);
  if (at > begins) return { ...atInstant(at, words), ...counted };
  const [soonest = begins] = [addHours(anchor, 24), londonMoment(meetingDate, '09:00')].toSorted();
  const due = soonest > begins ? soonest : begins;
  return atInstant(due, `24 hours and at the latest the morning of the meeting, because ${words} had passed already`);
}

/** What is asked for a meeting is due when it begins at the latest: what comes after that helps nobody at the table. */
function hoursAfter(at: IsoInstant, words: string, begins: IsoInstant, meetingAt: IsoInstant | undefined): Counted {
  if (meetingAt === undefined || meetingAt >= at) return atInstant(at, words);
  return atInstant(meetingAt > begins ? meetingAt : begins, `the beginning of the meeting; that comes before ${words}`);
}

function onDay(date: IsoDate, words: string): Counted {
  return { due: { type: 'day', date }, words };
}

function atInstant(at: IsoInstant, words: string): Counted {
  return { due: { type: 'instant', at }, words };
}

function plural(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

function needed(meetingDate: IsoDate | undefined, rule: DueRule): IsoDate {
  if (meetingDate === undefined) throw new Error(`The rule ${rule.type} needs the date of the meeting`);
  return meetingDate;
}
