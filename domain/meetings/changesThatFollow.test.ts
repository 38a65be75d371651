import { describe, expect, it } from 'vitest';
import { londonMoment } from '../calendar/london.ts';
import { changesThatFollow } from './changesThatFollow.ts';
import type { CalendarChange } from './planCalendar.ts';

const sitting = (on: string, slot = `month/${on.slice(0, 7)}`) => ({ slot, on, startsAt: londonMoment(on, '09:30') });
const move = (meetingId: string, from: string, to: string): CalendarChange => ({
  ...{ do: 'move', meetingId, sequence: 0, from: londonMoment(from, '09:30'), sitting: sitting(to) },
});
const call = (on: string): CalendarChange => ({ do: 'call', sitting: sitting(on) });
const away: CalendarChange = { do: 'cancel', meetingId: 'one', from: londonMoment('2026-05-05', '09:30') };
const locked: CalendarChange = { do: 'stay', meetingId: 'two', from: away.from, because: 'locked' };

describe('what follows from a change of days', () => {
  it('is what was not needed before: a meeting that moves or falls away, and one that would and cannot', () => {
    const moves = move('three', '2026-05-05', '2026-05-06');
    expect(changesThatFollow([], [moves, away, locked])).toEqual([moves, away, locked]);
  });

  it('is not what the next night does anyway', () => {
    const anyway = move('three', '2026-06-02', '2026-06-09');
    expect(changesThatFollow([anyway, locked], [anyway, away, locked])).toEqual([away]);
    // Another day than the night would have given it is another change.
    const elsewhere = move('three', '2026-06-02', '2026-06-10');
    expect(changesThatFollow([anyway], [elsewhere])).toEqual([elsewhere]);
  });

  it('calls what was given up before, and leaves a sitting that nobody has called yet to the night', () => {
    expect(changesThatFollow([], [call('2026-05-05')])).toEqual([call('2026-05-05')]);
    expect(changesThatFollow([call('2026-05-05')], [call('2026-05-06')])).toEqual([]);
  });
});
