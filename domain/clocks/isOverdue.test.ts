import { describe, expect, it } from 'vitest';
import { londonMoment } from '../calendar/london.ts';
import { aClock, anActionDue, calendar, monthlyArea } from './aClock.ts';
import { endClock } from './endClock.ts';
import { daysLate, isDueToday, isOverdue, isRunning } from './isOverdue.ts';
import { pauseClock } from './pauseClock.ts';

const at = (date: string, time: string) => londonMoment(date, time);
const action = anActionDue('2026-07-08');

describe('a day clock', () => {
  it.each([
    ['2026-07-07', '23:59', { overdue: false, today: false, late: 0 }],
    ['2026-07-08', '00:00', { overdue: false, today: true, late: 0 }],
    ['2026-07-08', '23:59', { overdue: false, today: true, late: 0 }],
    ['2026-07-09', '00:00', { overdue: true, today: false, late: 1 }],
    ['2026-07-20', '12:00', { overdue: true, today: false, late: 12 }],
  ])('due on 8 July, on %s at %s: due today is not overdue', (date, time, expected) => {
    const now = at(date, time);
    expect({ overdue: isOverdue(action, now), today: isDueToday(action, now), late: daysLate(action, now) }).toEqual(
      expected,
    );
  });
});

describe('an instant clock', () => {
  const research = aClock('researchReturn', '2026-03-09', { meetingDate: '2026-03-19' });
  it.each([
    ['11:59', { overdue: false, today: true }],
    ['12:00', { overdue: true, today: false }],
  ])('due at noon, at %s', (time, expected) => {
    const now = at('2026-03-18', time);
    expect({ overdue: isOverdue(research, now), today: isDueToday(research, now) }).toEqual(expected);
    expect(daysLate(research, now)).toBe(0);
  });
});

describe('a clock that does not run', () => {
  it('is never overdue', () => {
    const paused = pauseClock(action, 'awaitingCourt', at('2026-07-07', '09:00'), monthlyArea, calendar);
    if (!paused.ok) throw new Error(paused.code);
    const ended = endClock(action, { at: at('2026-07-20', '09:00'), outcome: 'done', reason: null });
    const later = at('2026-08-01', '09:00');
    expect(
      [paused.clock, ended].map((clock) => [isRunning(clock), isOverdue(clock, later), daysLate(clock, later)]),
    ).toEqual([
      [false, false, 0],
      [false, false, 0],
    ]);
    expect(isDueToday(paused.clock, at('2026-07-08', '09:00'))).toBe(false);
  });
});
