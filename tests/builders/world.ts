import { addDays, londonMoment } from '../../domain/calendar/london.ts';
import type { IsoDate, IsoInstant, Occurred } from '../../domain/calendar/time.ts';
import { englandAndWales } from '../../domain/calendar/workingCalendar.ts';
import { listingCutOff } from '../../domain/clocks/listingCutOff.ts';
import type { MeetingChoice } from '../../domain/completion/chooseMeeting.ts';
import type { AreaPolicy } from '../../domain/policy/areaPolicy.ts';
import { defaultPolicyEntries } from '../../domain/policy/defaults.ts';
import { policyInForce, type PolicyChanges } from '../../domain/policy/policyInForce.ts';

/** The calendar every test case is counted by. */
export const calendar = englandAndWales;

/** The policy of an area of Kent and Medway in 2026, with what a test changes about it. */
export function policyOf(areaCode: string, changes: PolicyChanges = {}): AreaPolicy {
  const change = { version: 'test', effectiveFrom: '2026-01-01', areas: [areaCode], changes };
  return policyInForce([...defaultPolicyEntries, change], areaCode, '2026-03-02');
}

/** A monthly area. */
export const monthly = policyOf('maidstone');

/** A county in which only 17 and more lead to MARAC by the score alone. */
export const countyOf17 = policyOf('maidstone', {
  routes: { visibleHighRiskFrom: { value: 17, source: 'a county of this test' } },
});

/** A London moment written as `2026-03-02 10:00`. */
export function moment(at: string): IsoInstant {
  const [date = '', time = ''] = at.split(' ');
  return londonMoment(date, time);
}

/** When something happened, known to the minute. */
export function happened(at: string): Occurred {
  return { at: moment(at), precision: 'minute' };
}

/** A meeting with room, its cut-off by policy; `more` says what is different about it. */
export function aMeeting(meetingOn: IsoDate, more: Partial<MeetingChoice> = {}): MeetingChoice {
  const cutOffOn = listingCutOff(meetingOn, monthly, calendar).date;
  return { meetingId: `meeting-${meetingOn}`, meetingOn, cutOffOn, capacity: 16, listed: 0, ...more };
}

/** The meetings of a monthly area in the spring of 2026: Tuesdays. */
export const springMeetings: readonly MeetingChoice[] = ['2026-03-24', '2026-04-21', '2026-05-19', '2026-06-16'].map(
  (date) => aMeeting(date),
);

/** Forty meetings every four weeks, some of them full; the last is an emergency. */
export const everyFourWeeks: readonly MeetingChoice[] = Array.from({ length: 40 }, (_, index) =>
  aMeeting(addDays('2026-03-24', index * 28), { listed: index % 3 === 1 ? 16 : 0, emergency: index === 39 }),
);
