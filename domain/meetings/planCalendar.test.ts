import { describe, expect, it } from 'vitest';
import { londonMoment } from '../calendar/london.ts';
import { englandAndWales } from '../calendar/workingCalendar.ts';
import { monthlyArea } from '../clocks/aClock.ts';
import { planCalendar, type StandingMeeting } from './planCalendar.ts';
import { type PlannedSitting, type SittingPattern, sittingsOf } from './sittingPattern.ts';

const spring = (sits: SittingPattern) =>
  sittingsOf(
    () => ({ ...monthlyArea, meeting: { ...monthlyArea.meeting, sits: { value: sits, source: 'test' } } }),
    '2026-03-01',
    '2026-05-31',
    englandAndWales,
  );
const monthly = (nth: number, weekday: number, at = '14:00') =>
  ({ every: 'month', nth, weekday, at, onBankHoliday: 'nextWorkingDay' }) as const;
const weekly = (weekday: number, at = '14:00') =>
  ({ every: 'week', weekday, at, onBankHoliday: 'nextWorkingDay' }) as const;
const standing = (sits: SittingPattern, more: Partial<StandingMeeting> = {}) =>
  spring(sits).map((sitting) => meeting(sitting, more));
const nothing = { moments: new Set<string>(), settledSlots: new Set<string>() };

function meeting(sitting: PlannedSitting, more: Partial<StandingMeeting> = {}): StandingMeeting {
  return { ...sitting, meetingId: sitting.slot, sequence: 0, locked: false, movedByHand: false, ...more };
}

describe('a calendar made by a pattern', () => {
  const wanted = spring(monthly(2, 3));

  it('has a meeting for every sitting, once', () => {
    expect(planCalendar([], wanted, nothing).map((change) => change.do)).toEqual(['call', 'call', 'call']);
    expect(planCalendar(standing(monthly(2, 3)), wanted, nothing)).toEqual([]);
  });

  it('moves the meeting of each month when the pattern changes its day', () => {
    expect(planCalendar(standing(monthly(2, 2), { sequence: 4 }), wanted, nothing)[0]).toEqual({
      do: 'move',
      meetingId: 'month/2026-03',
      sequence: 4,
      from: londonMoment('2026-03-10', '14:00'),
      sitting: { slot: 'month/2026-03', on: '2026-03-11', startsAt: londonMoment('2026-03-11', '14:00') },
    });
  });

  it('leaves a meeting whose list is locked, one that somebody moved, and one whose new moment is taken, and says why', () => {
    const why = (more: Partial<StandingMeeting>, moments: readonly string[] = []) =>
      planCalendar(standing(monthly(2, 2), more), wanted, { ...nothing, moments: new Set(moments) }).map((change) =>
        change.do === 'stay' ? change.because : change.do,
      );
    expect(why({ locked: true })).toEqual(['locked', 'locked', 'locked']);
    expect(why({ movedByHand: true })).toEqual(['movedByHand', 'movedByHand', 'movedByHand']);
    expect(why({}, [londonMoment('2026-04-08', '14:00')])).toEqual(['move', 'taken', 'move']);
  });

  it('does not call again what was held or somebody cancelled, nor where the area meets beside the pattern', () => {
    const [march, , may] = wanted.map(({ startsAt }) => startsAt);
    const taken = { moments: new Set([march ?? '']), settledSlots: new Set(['month/2026-04']) };
    expect(planCalendar([], wanted, taken)).toEqual([
      { do: 'call', sitting: expect.objectContaining({ startsAt: may }) as unknown },
    ]);
  });
});

describe('an area that meets every month and then every week', () => {
  const months = standing(monthly(2, 2));
  const becomesWeekly = planCalendar(months, spring(weekly(2)), nothing);
  const called = becomesWeekly.flatMap((change) => (change.do === 'call' ? [meeting(change.sitting)] : []));

  it('keeps the meetings that fall on a day of both, and calls the others', () => {
    expect(new Set(becomesWeekly.map((change) => change.do))).toEqual(new Set(['call']));
    expect(called).toHaveLength(spring(weekly(2)).length - months.length);
  });

  it('moves them where only the time is another', () => {
    const moves = planCalendar(months, spring(weekly(2, '10:00')), nothing).filter((change) => change.do === 'move');
    expect(moves.map((change) => change.sitting.startsAt)).toEqual(
      ['2026-03-10', '2026-04-14', '2026-05-12'].map((on) => londonMoment(on, '10:00')),
    );
  });

  it('goes back to the very meetings it had', () => {
    const back = planCalendar([...called, ...months], spring(monthly(2, 2)), nothing);
    expect(new Set(back.map((change) => change.do))).toEqual(new Set(['cancel']));
    expect(back).toHaveLength(called.length);
  });

  it('calls what is new before it cancels what falls away, so that cases find it', () => {
    const order = planCalendar(standing(weekly(1)), spring(monthly(1, 4)), nothing).map((change) => change.do);
    expect(order.indexOf('cancel')).toBe(order.lastIndexOf('call') + 1);
    expect(order.filter((each) => each === 'call')).toHaveLength(3);
  });
});
