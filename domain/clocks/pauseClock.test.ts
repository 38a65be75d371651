import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addHours, epochMs, instantAt, londonDate, londonMoment } from '../calendar/london.ts';
import { isWorkingDay, workingDaysBetween } from '../calendar/workingCalendar.ts';
import { aClock, anActionDue, calendar, monthlyArea } from './aClock.ts';
import type { Clock, PauseReason } from './clock.ts';
import { clockKinds } from './clockKind.ts';
import type { ClockResult } from './clockResult.ts';
import { dueDate } from './dueFor.ts';
import { endClock } from './endClock.ts';
import { pauseClock } from './pauseClock.ts';
import { resumeClock } from './resumeClock.ts';

const at = (date: string, time = '12:00') => londonMoment(date, time);
const pause = (clock: Clock, when: string, reason: PauseReason = 'policeOperation') =>
  pauseClock(clock, reason, when, monthlyArea, calendar);
const resume = (clock: Clock, when: string) => resumeClock(clock, when, monthlyArea, calendar);
const clockOf = (result: ClockResult): Clock => {
  if (!result.ok) throw new Error(result.code);
  return result.clock;
};
const codeOf = (result: ClockResult) => (result.ok ? 'ok' : result.code);

describe('a day clock that is paused', () => {
  const action = anActionDue('2026-03-11');

  it('keeps the working days that were left and sends nothing', () => {
    const paused = clockOf(pause(action, at('2026-03-06')));
    expect(paused.pauses).toEqual([{ reason: 'policeOperation', from: at('2026-03-06'), until: null, budgetLeft: 3 }]);
    expect(paused.next).toBeNull();
  });

  it('is due when the days that were left are used up, counted from the resume', () => {
    const resumed = clockOf(resume(clockOf(pause(action, at('2026-03-06'))), at('2026-04-01')));
    expect(resumed).toMatchObject({ due: { type: 'day', date: '2026-04-08' }, originalDue: action.due, round: 2 });
    expect(resumed.pauses[0]?.until).toBe(at('2026-04-01'));
    expect(resumed.reason.rule).toBe('its own date, set with it; paused, then resumed with 3 working days left');
    expect(resumed.reason.skipped.map(({ name }) => name)).toEqual(['Good Friday', 'Easter Monday']);
    expect(resumed.next).toEqual({ rung: 0, at: at('2026-04-02', '09:00'), to: ['owner'] });
  });

  it('on its due day is due on the day it is resumed, or the next working day', () => {
    const paused = clockOf(pause(action, at('2026-03-11')));
    expect(clockOf(resume(paused, at('2026-03-20'))).due).toEqual({ type: 'day', date: '2026-03-20' });
    expect(clockOf(resume(paused, at('2026-03-21'))).due).toEqual({ type: 'day', date: '2026-03-23' });
  });

  it('twice keeps both pauses and says its rule once', () => {
    const once = clockOf(resume(clockOf(pause(action, at('2026-03-09'))), at('2026-03-16')));
    const twice = clockOf(resume(clockOf(pause(once, at('2026-03-17'), 'awaitingCourt')), at('2026-03-24')));
    expect(twice.pauses.map(({ budgetLeft }) => budgetLeft)).toEqual([2, 1]);
    expect(twice.reason.rule).toBe('its own date, set with it; paused, then resumed with 1 working day left');
    expect(twice).toMatchObject({ due: { type: 'day', date: '2026-03-25' }, round: 3 });
  });

  it('has as many working days left after the resume as before the pause', () => {
    const days = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), days, days, (start, before, length) => {
        const begun = addDays('2012-02-01', start);
        const clock = aClock('action', begun);
        const pausedOn = addDays(begun, Math.min(before, 12));
        const resumedOn = addDays(pausedOn, length);
        const left = workingDaysBetween(calendar, pausedOn, dueDate(clock.due));
        const { due } = clockOf(resume(clockOf(pause(clock, at(pausedOn))), at(resumedOn)));
        expect(workingDaysBetween(calendar, resumedOn, dueDate(due))).toBe(
          left === 0 && !isWorkingDay(calendar, resumedOn) ? 1 : left,
        );
        if (length === 0 && left > 0) expect(due).toEqual(clock.due);
      }),
    );
  });
});

describe('an instant clock that is paused', () => {
  it('keeps its milliseconds', () => {
    const urgent = aClock('urgentAction', '2026-03-27');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 86_399_999 }),
        fc.integer({ min: 0, max: 10_000_000_000 }),
        (run, length) => {
          const from = instantAt(epochMs(urgent.anchor) + run);
          const until = instantAt(epochMs(from) + length);
          const resumed = clockOf(resume(clockOf(pause(urgent, from)), until));
          expect(epochMs(resumed.overdueAt) - epochMs(until)).toBe(epochMs(urgent.overdueAt) - epochMs(from));
        },
      ),
    );
  });

  it('says what was left in hours and minutes', () => {
    const urgent = aClock('urgentAction', '2026-03-09');
    const resumed = clockOf(resume(clockOf(pause(urgent, addHours(urgent.anchor, 1.5))), at('2026-03-12')));
    expect(resumed.reason.rule).toMatch(/resumed with 22 h 30 min left$/);
  });
});

describe('a pause is refused', () => {
  const action = anActionDue('2026-03-11');

  it('for a reason that is not permitted for the kind', () => {
    expect(codeOf(pause(aClock('firstContact', '2026-03-09'), at('2026-03-09'), 'awaitingCourt'))).toBe(
      'CLOCK_NOT_PAUSABLE',
    );
    expect(codeOf(pause(aClock('firstContact', '2026-03-09'), at('2026-03-09'), 'victimInHospital'))).toBe('ok');
    expect(codeOf(pause(aClock('contactDecision', '2026-03-09'), at('2026-03-09')))).toBe('CLOCK_NOT_PAUSABLE');
  });

  it('for every date that somebody outside sets, whatever policy permits', () => {
    const outside = clockKinds.filter((kind) => monthlyArea.clocks[kind].due.type === 'setOutside');
    expect(outside).toHaveLength(5);
    for (const kind of outside) {
      const lax = { ...monthlyArea.clocks[kind], pauseReasons: ['policeOperation'] as const };
      const policy = { ...monthlyArea, clocks: { ...monthlyArea.clocks, [kind]: lax } };
      const clock = aClock(kind, '2026-03-02', { due: { type: 'day', date: '2026-03-20' } });
      expect(codeOf(pauseClock(clock, 'policeOperation', at('2026-03-09'), policy, calendar))).toBe(
        'CLOCK_NOT_PAUSABLE',
      );
    }
  });

  it('once overdue, and not on the due day', () => {
    expect(codeOf(pause(action, at('2026-03-11', '23:59')))).toBe('ok');
    expect(codeOf(pause(action, at('2026-03-12', '00:00')))).toBe('CLOCK_NOT_PAUSABLE');
  });

  it('where it is paused already, and a resume where it is not or before the pause began', () => {
    const paused = clockOf(pause(action, at('2026-03-09')));
    expect(codeOf(pause(paused, at('2026-03-10')))).toBe('CLOCK_PAUSED');
    expect(codeOf(resume(action, at('2026-03-10')))).toBe('CLOCK_NOT_PAUSED');
    expect(codeOf(resume(paused, at('2026-03-08')))).toBe('CLOCK_NOT_PAUSED');
  });

  it('once ended', () => {
    const ended = endClock(action, { at: at('2026-03-09'), outcome: 'done', reason: null });
    expect(codeOf(pause(ended, at('2026-03-09')))).toBe('UNKNOWN_CLOCK');
    expect(codeOf(resume(ended, at('2026-03-09')))).toBe('UNKNOWN_CLOCK');
    expect(londonDate(ended.end?.at ?? '')).toBe('2026-03-09');
  });
});
