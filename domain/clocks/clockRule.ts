import type { PauseReason } from './clock.ts';
import type { ClockKind } from './clockKind.ts';
import type { LadderName } from './ladder.ts';

/** How a due moment is counted. `after` names the anchor in words that finish the sentence "2 working days after …". */
export type DueRule = { readonly source: string } & (
  | {
      readonly type: 'workingDaysAfter';
      readonly days: number;
      readonly after: string;
      /** Due at the latest so many working days before the meeting, where the meeting's date is known. */
      readonly workingDaysBeforeMeeting?: number;
    }
  | { readonly type: 'daysAfter'; readonly days: number; readonly after: string }
  | { readonly type: 'monthsAfter'; readonly months: number; readonly after: string }
  | { readonly type: 'yearsAfter'; readonly years: number; readonly after: string }
  /** The months of policy's routes section after the referral or meeting named there, to the calendar day. */
  | { readonly type: 'repeatFlag' }
  /** On the day the agenda goes out (policy's meeting section), or so many working days earlier. */
  | { readonly type: 'agendaDay'; readonly workingDaysEarlier: number }
  /** So many working days after the day of the meeting, whenever that was set. */
  | { readonly type: 'workingDaysAfterMeeting'; readonly days: number }
  /** A London time of day so many working days before the meeting: an instant. */
  | { readonly type: 'timeBeforeMeeting'; readonly workingDays: number; readonly time: string }
  | { readonly type: 'hoursAfter'; readonly hours: number; readonly after: string }
  /** Hours that do not run on Sundays, Christmas Day, Good Friday and bank holidays; Saturdays count. */
  | { readonly type: 'courtHoursAfter'; readonly hours: number; readonly after: string }
  /** So many calendar days before something ends, and never before the duty begins. */
  | { readonly type: 'daysBeforeEnd'; readonly days: number; readonly of: string }
  /** The day before the first school day after the anchor’s, by the terms of the places where the children live. */
  | { readonly type: 'dayBeforeSchool'; readonly after: string }
  /** A day that somebody outside sets, such as a court. */
  | { readonly type: 'setOutside'; readonly by: string }
);

/** The rule of one kind of clock: how it is counted, which ladder it climbs, and for what it may be paused. */
export interface ClockRule {
  readonly due: DueRule;
  /** Counted instead where the duty is said to be urgent. */
  readonly whenUrgent?: DueRule;
  /** Counted instead where the duty is said not to be urgent. */
  readonly whenNotUrgent?: DueRule;
  /** The kind the clock becomes where it is urgent: urgent things have a ladder of their own. */
  readonly urgentKind?: ClockKind;
  /** Whether a date of its own may be given in place of the counted one. */
  readonly mayHaveOwnDate: boolean;
  readonly ladder: LadderName;
  readonly pauseReasons: readonly PauseReason[];
}

/** Whether clocks under this rule end with a London day or at an instant. */
export function dueTypeOf(rule: DueRule): 'day' | 'instant' {
  return rule.type === 'hoursAfter' || rule.type === 'courtHoursAfter' || rule.type === 'timeBeforeMeeting'
    ? 'instant'
    : 'day';
}
