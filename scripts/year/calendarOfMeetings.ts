import { addDays, dayOfWeek } from '../../domain/calendar/london.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import { englandAndWales } from '../../domain/calendar/workingCalendar.ts';
import { listingCutOff } from '../../domain/clocks/listingCutOff.ts';
import { defaultPolicyEntries } from '../../domain/policy/defaults.ts';
import { policyInForce } from '../../domain/policy/policyInForce.ts';
import type { YearArea } from './areas.ts';
import { workingDayFrom } from './moments.ts';

/** One monthly meeting of an area in the published year. */
export interface YearMeeting {
  readonly areaCode: string;
  readonly date: IsoDate;
  /** A referral that arrives on this London day or before can still be listed. */
  readonly cutOff: IsoDate;
  /** The most cases the meeting takes, deferred ones included. */
  readonly capacity: number;
}

/** The meetings of an area's year, and the cut-off of the one before them. */
export interface YearCalendar {
  readonly meetings: readonly YearMeeting[];
  readonly previousCutOff: IsoDate;
}

const months = Array.from({ length: 12 }, (_, index) => {
  const month = ((index + 3) % 12) + 1;
  return `${month >= 4 ? '2012' : '2013'}-${String(month).padStart(2, '0')}`;
});

/** The twelve meetings of an area from April 2012 to March 2013, for so many cases a year. */
export function meetingsOfYear(area: YearArea, cases: number): YearCalendar {
  const meetings = months.map((month) => {
    const date = meetingDate(area, month);
    return { areaCode: area.code, date, cutOff: cutOffOf(area, date), capacity: capacityOf(area, date, cases) };
  });
  return { meetings, previousCutOff: cutOffOf(area, meetingDate(area, '2012-03')) };
}

/** The last day on which a referral could still be listed, by the policy of that time. */
function cutOffOf(area: YearArea, date: IsoDate): IsoDate {
  return listingCutOff(date, policyInForce(defaultPolicyEntries, area.code, date), englandAndWales).date;
}

/** A twelfth of the year's cases rounded up and one more, but no more than policy allows a meeting of that area. */
function capacityOf(area: YearArea, date: IsoDate, cases: number): number {
  const allowed = policyInForce(defaultPolicyEntries, area.code, date).meeting.capacity.value;
  return Math.min(allowed, Math.ceil(cases / 12) + 1);
}

/** The nth weekday of a month, `2012-06`, or the next working day where that is a bank holiday. */
function meetingDate(area: YearArea, month: string): IsoDate {
  const first = `${month}-01`;
  const ahead = (area.meets.weekday - dayOfWeek(first) + 7) % 7;
  return workingDayFrom(addDays(first, ahead + 7 * (area.meets.nth - 1)));
}
