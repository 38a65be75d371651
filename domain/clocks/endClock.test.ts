import { describe, expect, it } from 'vitest';
import { londonMoment, occurredOnDay } from '../calendar/london.ts';
import { aClock, anActionDue, calendar, monthlyArea } from './aClock.ts';
import type { Clock } from './clock.ts';
import { endClock } from './endClock.ts';
import { pauseClock } from './pauseClock.ts';

const at = (date: string, time: string) => londonMoment(date, time);
const done = (clock: Clock, when: string) => endClock(clock, { at: when, outcome: 'done', reason: null }).end?.outcome;
const action = anActionDue('2026-07-08');
const research = aClock('researchReturn', '2026-03-09', { meetingDate: '2026-03-19' });

describe('a duty that is done', () => {
  it.each([
    ['2026-07-08', '23:59', 'met'],
    ['2026-07-09', '00:00', 'metLate'],
    ['2026-07-01', '09:00', 'met'],
  ])('on %s at %s, due on 8 July, is %s', (date, time, outcome) => {
    expect(done(action, at(date, time))).toBe(outcome);
  });

  it.each([
    ['11:59', 'met'],
    ['12:00', 'metLate'],
  ])('at %s, due at noon, is %s', (time, outcome) => {
    expect(done(research, at('2026-03-18', time))).toBe(outcome);
  });

  it('on the due day, of which only the day is known, is met', () => {
    const onDay = (clock: Clock, date: string) =>
      endClock(clock, { ...occurredOnDay(date), outcome: 'done', reason: null }).end?.outcome;
    expect([onDay(action, '2026-07-08'), onDay(action, '2026-07-09')]).toEqual(['met', 'metLate']);
    expect([onDay(research, '2026-03-18'), onDay(research, '2026-03-19')]).toEqual(['met', 'metLate']);
  });

  it('while its clock is paused is met, however long the pause', () => {
    const paused = pauseClock(action, 'awaitingCourt', at('2026-07-07', '09:00'), monthlyArea, calendar);
    if (!paused.ok) throw new Error(paused.code);
    expect(done(paused.clock, at('2026-09-01', '09:00'))).toBe('met');
    const { pauses } = endClock(paused.clock, { at: at('2026-09-01', '09:00'), outcome: 'done', reason: null });
    expect(pauses[0]?.until).toBe(at('2026-09-01', '09:00'));
  });
});

describe('a clock that has ended', () => {
  it('sends nothing any more and keeps its first end', () => {
    const ended = endClock(action, { at: at('2026-07-07', '10:00'), outcome: 'cancelled', reason: 'caseTransferred' });
    expect(ended).toMatchObject({
      next: null,
      end: { outcome: 'cancelled', at: at('2026-07-07', '10:00'), reason: 'caseTransferred' },
    });
    expect(endClock(ended, { at: at('2026-07-10', '10:00'), outcome: 'done', reason: null })).toBe(ended);
  });
});
