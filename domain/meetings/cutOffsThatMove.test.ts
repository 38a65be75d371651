import { describe, expect, it } from 'vitest';
import { londonMoment } from '../calendar/london.ts';
import { workingDaysBefore } from '../calendar/workingCalendar.ts';
import { calendar, monthlyArea } from '../clocks/aClock.ts';
import { cutOffsThatMove, type RhythmChange } from './cutOffsThatMove.ts';
import type { CalendarChange, StandingMeeting } from './planCalendar.ts';
import { changeOfPattern } from './sittingPattern.ts';

const everyTuesday = { every: 'week', weekday: 2, at: '09:30', onBankHoliday: 'nextWorkingDay' } as const;
const patch = changeOfPattern(everyTuesday, 'test', monthlyArea.meeting);
const becomesWeekly: RhythmChange = { patch, countsFrom: '2026-03-01' };
const meeting = (on: string, more: Partial<StandingMeeting> = {}): StandingMeeting => ({
  ...{ meetingId: on, slot: on, on, startsAt: londonMoment(on, '09:30'), sequence: 0 },
  ...{ locked: false, movedByHand: false, ...more },
});
const before = (days: number) => (on: string) => workingDaysBefore(calendar, on, days).date;
const standing = [meeting('2026-03-10'), meeting('2026-04-14')];
const becoming = (
  change: RhythmChange,
  meetings: readonly StandingMeeting[] = standing,
  changes: readonly CalendarChange[] = [],
  days = 3,
) =>
  cutOffsThatMove(meetings, changes, change, {
    was: new Map(meetings.map(({ meetingId, on }) => [meetingId, before(8)(on)])),
    becomes: before(days),
  });

describe('a meeting that both rhythms have at the same moment', () => {
  it('keeps its list open until the cut-off of the rhythm that counts on its day', () => {
    expect(becoming(becomesWeekly)).toEqual([
      { meetingId: '2026-03-10', from: '2026-02-26', to: '2026-03-05' },
      { meetingId: '2026-04-14', from: '2026-03-31', to: '2026-04-09' },
    ]);
  });

  it('keeps the cut-off it has where it comes before the other rhythm, or its list is locked', () => {
    expect(becoming({ ...becomesWeekly, countsFrom: '2026-03-11' }).map(({ meetingId }) => meetingId)).toEqual([
      '2026-04-14',
    ]);
    expect(becoming(becomesWeekly, [meeting('2026-03-10', { locked: true })])).toEqual([]);
  });

  it('is none that moves or falls away: those have the cut-off of their new day, or none', () => {
    const [first, second] = standing.map(({ meetingId, startsAt }) => ({ meetingId, from: startsAt }));
    const sitting = { slot: 's', on: '2026-03-11', startsAt: londonMoment('2026-03-11', '09:30') };
    const changes: CalendarChange[] = [
      { do: 'move', sequence: 0, sitting, ...(first ?? { meetingId: '', from: '' }) },
      { do: 'cancel', ...(second ?? { meetingId: '', from: '' }) },
    ];
    expect(becoming(becomesWeekly, standing, changes)).toEqual([]);
  });

  it('is told of its agenda alone where the area has set a cut-off of its own', () => {
    const { cutOffWorkingDays: _own, ...agendaAlone } = patch.meeting ?? {};
    expect(becoming({ ...becomesWeekly, patch: { meeting: agendaAlone } }, standing, [], 8)).toMatchObject([
      { from: '2026-02-26', to: '2026-02-26' },
      { from: '2026-03-31', to: '2026-03-31' },
    ]);
  });

  it('keeps its cut-off where only the day or the hour is another', () => {
    const { cutOffWorkingDays: _cutOff, agendaWorkingDays: _agenda, ...dayAlone } = patch.meeting ?? {};
    expect(becoming({ ...becomesWeekly, patch: { meeting: dayAlone } })).toEqual([]);
  });
});
