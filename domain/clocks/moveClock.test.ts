import { describe, expect, it } from 'vitest';
import { londonMoment } from '../calendar/london.ts';
import { aClock, anActionDue, calendar, monthlyArea } from './aClock.ts';
import { advanceClock } from './advanceClock.ts';
import type { Due } from './clock.ts';
import { endClock } from './endClock.ts';
import { moveClock } from './moveClock.ts';
import { pauseClock } from './pauseClock.ts';

const at = (date: string, time = '09:00') => londonMoment(date, time);
const day = (date: string): Due => ({ type: 'day', date });
const move = (clock: ReturnType<typeof anActionDue>, due: Due, when: string) =>
  moveClock(clock, due, when, monthlyArea, calendar);

describe('a due date that is moved', () => {
  const escalated = advanceClock(anActionDue('2026-03-11'), at('2026-03-16'), monthlyArea, calendar).clock;

  it('arms every rung again and keeps the date first set', () => {
    const moved = move(escalated, day('2026-04-01'), at('2026-03-17'));
    expect(moved).toMatchObject({ due: day('2026-04-01'), originalDue: day('2026-03-11'), round: 2, putOff: 0 });
    expect(moved.overdueAt).toBe(at('2026-04-02', '00:00'));
    expect(moved.next).toEqual({ rung: 0, at: at('2026-03-30'), to: ['owner'] });
    expect(move(moved, day('2026-04-08'), at('2026-03-18'))).toMatchObject({
      round: 3,
      originalDue: day('2026-03-11'),
    });
  });

  it('to a day so near that reminders have passed: they are noted and the highest one fires', () => {
    const moved = move(escalated, day('2026-03-18'), at('2026-03-18', '10:00'));
    const { fired, noted } = advanceClock(moved, at('2026-03-18', '10:00'), monthlyArea, calendar);
    expect({ label: fired?.label, noted }).toEqual({ label: 'dueDay', noted: [0] });
  });

  it('says that a person moved it, and counted nothing', () => {
    const { reason } = move(escalated, day('2026-04-01'), at('2026-03-17'));
    expect(reason).toMatchObject({ rule: 'moved to this date by a person', skipped: [], provisional: false });
    const byPolicy = moveClock(escalated, day('2026-04-01'), at('2026-03-17'), monthlyArea, calendar, 'policy');
    expect(byPolicy.reason.rule).toContain('policy');
  });

  it('ends an open pause, because the date is set anew', () => {
    const paused = pauseClock(anActionDue('2026-03-11'), 'awaitingCourt', at('2026-03-09'), monthlyArea, calendar);
    if (!paused.ok) throw new Error(paused.code);
    const moved = move(paused.clock, day('2026-03-20'), at('2026-03-10'));
    expect(moved.pauses[0]?.until).toBe(at('2026-03-10'));
    expect(moved.next?.at).toBe(at('2026-03-18'));
  });

  it('to an instant makes an action urgent, with the ladder of instants', () => {
    const moved = move(escalated, { type: 'instant', at: '2026-03-18T16:00:00Z' }, at('2026-03-17'));
    expect(moved).toMatchObject({ kind: 'urgentAction', overdueAt: '2026-03-18T16:00:00.000Z' });
    expect(moved.next?.at).toBe('2026-03-18T12:00:00.000Z');
    expect(move(moved, day('2026-03-20'), at('2026-03-17'))).toMatchObject({ kind: 'action', round: 3 });
  });

  it('cannot turn a day into an instant where a kind knows only days, nor move what has ended', () => {
    expect(() =>
      move(aClock('screen', '2026-03-09'), { type: 'instant', at: at('2026-03-10') }, at('2026-03-09')),
    ).toThrow();
    const ended = endClock(escalated, { at: at('2026-03-17'), outcome: 'done', reason: null });
    expect(() => move(ended, day('2026-04-01'), at('2026-03-17'))).toThrow(/ended/);
  });
});
