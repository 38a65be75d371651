import { describe, expect, it } from 'vitest';
import { addHours, londonMoment } from '../calendar/london.ts';
import { acknowledgeClock } from './acknowledgeClock.ts';
import { aClock, anActionDue, calendar, monthlyArea } from './aClock.ts';
import { advanceClock } from './advanceClock.ts';
import type { Clock } from './clock.ts';
import type { ClockResult } from './clockResult.ts';
import { endClock } from './endClock.ts';
import { moveClock } from './moveClock.ts';
import { pauseClock } from './pauseClock.ts';

const at = (date: string, time = '09:00') => londonMoment(date, time);
const acknowledge = (clock: Clock, nextDate: string, when: string) =>
  acknowledgeClock(clock, nextDate, when, monthlyArea, calendar);
const advance = (clock: Clock, now: string) => advanceClock(clock, now, monthlyArea, calendar);
const clockOf = (result: ClockResult): Clock => {
  if (!result.ok) throw new Error(result.code);
  return result.clock;
};
const codeOf = (result: ClockResult) => (result.ok ? 'ok' : result.code);

/** Due on Wednesday 11 March; owner and agency lead have been told on Thursday. */
const escalated = advance(anActionDue('2026-03-11'), at('2026-03-12')).clock;
const thursday = at('2026-03-12', '10:00');

describe('an escalation that is acknowledged', () => {
  it('is quiet until the date given and then goes on upwards, the rungs keeping their distance', () => {
    const quiet = clockOf(acknowledge(escalated, '2026-03-19', thursday));
    expect(quiet.next).toEqual({ rung: 3, at: at('2026-03-19'), to: ['coordinator'] });
    expect(quiet).toMatchObject({ due: escalated.due, overdueAt: escalated.overdueAt, round: 2, putOff: 3 });
    expect(advance(quiet, at('2026-03-18')).fired).toBeNull();
    const { fired, noted, clock } = advance(quiet, at('2026-03-19'));
    expect({ label: fired?.label, noted }).toEqual({ label: 'overdue3', noted: [] });
    expect(clock.next).toEqual({ rung: 4, at: at('2026-03-20'), to: ['chair'] });
  });

  it('until a day before the next rung keeps that rung where it was', () => {
    expect(clockOf(acknowledge(escalated, '2026-03-13', thursday)).next?.at).toBe(at('2026-03-16'));
  });

  it('until a day off goes on with the first working day after it', () => {
    const late = advance(anActionDue('2026-03-27'), at('2026-03-31')).clock;
    expect(clockOf(acknowledge(late, '2026-04-03', at('2026-03-31', '10:00'))).next?.at).toBe(at('2026-04-07'));
  });

  it('week after week still climbs to governance', () => {
    let clock = escalated;
    const labels: (string | undefined)[] = [];
    for (const [today, next] of [
      ['2026-03-12', '2026-03-19'],
      ['2026-03-19', '2026-03-26'],
      ['2026-03-26', '2026-04-02'],
      ['2026-04-02', '2026-04-09'],
    ] as const) {
      const advanced = advance(clockOf(acknowledge(clock, next, at(today, '10:00'))), at(next));
      labels.push(advanced.fired?.label);
      clock = advanced.clock;
    }
    expect(labels).toEqual(['overdue3', 'overdue5', 'overdue10', 'weekly1']);
  });

  it('once more goes by the later word, so that it can be made to ask sooner', () => {
    const quiet = clockOf(acknowledge(escalated, '2026-03-19', thursday));
    expect(clockOf(acknowledge(quiet, '2026-03-17', thursday))).toMatchObject({
      putOff: 1,
      round: 3,
      next: { rung: 3, at: at('2026-03-17') },
    });
    expect(clockOf(acknowledge(quiet, '2026-03-13', thursday))).toMatchObject({
      putOff: 0,
      next: { rung: 3, at: at('2026-03-16') },
    });
  });

  it('after an outage goes on from what would have been sent by then, so that the outage earns no delay', () => {
    const untouched = anActionDue('2026-03-11');
    expect(clockOf(acknowledge(untouched, '2026-03-19', thursday)).next).toEqual(
      clockOf(acknowledge(escalated, '2026-03-19', thursday)).next,
    );
  });

  it('of an instant is quiet until nine on the date, at the weekend too, then hourly again', () => {
    const urgent = aClock('urgentAction', '2026-03-12');
    const late = advance(urgent, addHours(urgent.overdueAt, 2)).clock;
    const quiet = clockOf(acknowledge(late, '2026-03-14', addHours(urgent.overdueAt, 2.5)));
    expect(quiet.next).toEqual({ rung: 5, at: at('2026-03-14'), to: ['dutyContact'] });
    expect(advance(quiet, at('2026-03-14')).clock.next?.at).toBe(at('2026-03-14', '10:00'));
  });

  it('is loud again at once where the date is moved', () => {
    const quiet = clockOf(acknowledge(escalated, '2026-03-19', thursday));
    const moved = moveClock(quiet, { type: 'day', date: '2026-03-17' }, thursday, monthlyArea, calendar);
    expect(moved).toMatchObject({ putOff: 0, round: 3 });
    expect(moved.next?.at).toBe(at('2026-03-13'));
  });
});

describe('acknowledging is refused', () => {
  it.each([
    ['2026-03-12', 'NEXT_DATE_TOO_FAR'],
    ['2026-03-11', 'NEXT_DATE_TOO_FAR'],
    ['2026-03-13', 'ok'],
    ['2026-03-19', 'ok'],
    ['2026-03-20', 'NEXT_DATE_TOO_FAR'],
  ])('or not, on 12 March with the next date %s: %s', (nextDate, code) => {
    expect(codeOf(acknowledge(escalated, nextDate, thursday))).toBe(code);
  });

  it('before anything is overdue', () => {
    expect(codeOf(acknowledge(anActionDue('2026-03-12'), '2026-03-13', thursday))).toBe('NOT_OVERDUE');
  });

  it('while paused and once ended', () => {
    const paused = clockOf(
      pauseClock(anActionDue('2026-03-11'), 'awaitingCourt', at('2026-03-09'), monthlyArea, calendar),
    );
    const ended = endClock(escalated, { at: thursday, outcome: 'done', reason: null });
    expect(codeOf(acknowledge(paused, '2026-03-13', thursday))).toBe('CLOCK_PAUSED');
    expect(codeOf(acknowledge(ended, '2026-03-13', thursday))).toBe('UNKNOWN_CLOCK');
  });
});
