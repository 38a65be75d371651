import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOfWeek, formatLondonMoment, londonDate, londonTime } from '../calendar/london.ts';
import { isWorkingDay } from '../calendar/workingCalendar.ts';
import { aClock, anActionDue, calendar, monthlyArea } from './aClock.ts';
import type { Clock } from './clock.ts';
import { clockKinds } from './clockKind.ts';
import type { ClockKind } from './clockKind.ts';
import { dueTypeOf } from './clockRule.ts';
import { rungAt } from './rungAt.ts';

function ladderOf(clock: Clock, rungs: number): (readonly [string, string, string] | null)[] {
  return Array.from({ length: rungs }, (_, n) => {
    const rung = rungAt(clock, n, monthlyArea, calendar);
    return rung === null ? null : [rung.label, formatLondonMoment(rung.at), rung.to.join(' ')];
  });
}

/** A clock of any kind due on or near a date. */
function aClockOf(kind: ClockKind, date: string): Clock {
  const outside = monthlyArea.clocks[kind].due.type === 'setOutside';
  return aClock(kind, date, {
    meetingDate: addDays(date, 30),
    endsOn: addDays(date, 30),
    ...(outside ? { due: { type: 'day', date } } : {}),
  });
}

describe('the ladder of an action', () => {
  it('climbs from its owner to governance and then asks every week', () => {
    expect(ladderOf(anActionDue('2026-03-11'), 8)).toEqual([
      ['beforeDue2', 'Monday 9 March 2026 at 9am', 'owner'],
      ['dueDay', 'Wednesday 11 March 2026 at 9am', 'owner'],
      ['overdue1', 'Thursday 12 March 2026 at 9am', 'owner agencyLead'],
      ['overdue3', 'Monday 16 March 2026 at 9am', 'coordinator'],
      ['overdue5', 'Wednesday 18 March 2026 at 9am', 'chair'],
      ['overdue10', 'Wednesday 25 March 2026 at 9am', 'governance'],
      ['weekly1', 'Wednesday 1 April 2026 at 9am', 'coordinator governance'],
      ['weekly2', 'Wednesday 8 April 2026 at 9am', 'coordinator governance'],
    ]);
  });

  it('reminds on Friday of what is due at the weekend, and escalates on Monday', () => {
    expect(ladderOf(anActionDue('2026-03-14'), 3)).toEqual([
      ['beforeDue2', 'Thursday 12 March 2026 at 9am', 'owner'],
      ['dueDay', 'Friday 13 March 2026 at 9am', 'owner'],
      ['overdue1', 'Monday 16 March 2026 at 9am', 'owner agencyLead'],
    ]);
  });

  it('asks on the working day before where a week falls on a bank holiday, and comes back to its day', () => {
    const weeks = ladderOf(anActionDue('2026-03-16'), 9).slice(6);
    expect(weeks.map((rung) => rung?.[1])).toEqual([
      'Thursday 2 April 2026 at 9am',
      'Monday 13 April 2026 at 9am',
      'Monday 20 April 2026 at 9am',
    ]);
  });
});

describe('the other ladders', () => {
  it.each(['screen', 'agendaOut', 'minutesOut'] as const)(
    'take %s from owner to administrator, supervisor and chair',
    (kind) => {
      const steps = ladderOf(aClockOf(kind, '2026-03-09'), 6).map((rung) => [rung?.[0], rung?.[2]]);
      expect(steps).toEqual([
        ['dueDay', 'owner'],
        ['overdue1', 'administrator cover'],
        ['overdue2', 'supervisor'],
        ['overdue5', 'chair'],
        ['weekly1', 'supervisor chair'],
        ['weekly2', 'supervisor chair'],
      ]);
    },
  );

  it.each(['firstContact', 'safetyPlan', 'outcomeTold', 'riskReview'] as const)(
    'take %s from adviser to service manager, coordinator and chair',
    (kind) => {
      const steps = ladderOf(aClockOf(kind, '2026-03-09'), 5).map((rung) => [rung?.[0], rung?.[2]]);
      expect(steps).toEqual([
        ['dueDay', 'adviser'],
        ['overdue1', 'serviceManager'],
        ['overdue2', 'coordinator'],
        ['overdue5', 'chair'],
        ['weekly1', 'serviceManager chair'],
      ]);
    },
  );

  it.each([
    ['dvpo', ['2026-03-11', '2026-03-16', '2026-03-18']],
    ['protectionOrder', ['2026-02-18', '2026-03-18']],
    ['preChargeBail', ['2026-03-11', '2026-03-18']],
    ['custodyRelease', ['2026-02-18', '2026-03-11', '2026-03-17']],
  ] as const)('remind of %s on 18 March 2026 on the days %j', (kind, days) => {
    const clock = aClockOf(kind, '2026-03-18');
    const planned = days.map((_, n) => londonDate(rungAt(clock, n, monthlyArea, calendar)?.at ?? ''));
    expect(planned).toEqual(days);
    expect(londonDate(rungAt(clock, days.length, monthlyArea, calendar)?.at ?? '') > '2026-03-18').toBe(true);
  });

  it('remind of a hearing 7 days and 1 working day before, and not once its day is over', () => {
    const clock = aClockOf('hearing', '2026-03-18');
    const planned = [0, 1].map((n) => rungAt(clock, n, monthlyArea, calendar)?.at);
    expect(planned).toEqual(['2026-03-11T09:00:00.000Z', '2026-03-17T09:00:00.000Z']);
    expect(rungAt(clock, 2, monthlyArea, calendar)).toBeNull();
  });

  it('of an instant tell the duty contacts every hour, day and night, then once a day', () => {
    const clock = aClock('urgentAction', '2026-03-27', { anchor: '2026-03-27T22:00:00Z' });
    const rungs = Array.from({ length: 28 }, (_, n) => rungAt(clock, n, monthlyArea, calendar));
    expect(rungs.slice(0, 5).map((rung) => [rung?.label, rung?.at])).toEqual([
      ['beforeDue4h', '2026-03-28T18:00:00.000Z'],
      ['beforeDue1h', '2026-03-28T21:00:00.000Z'],
      ['dueNow', '2026-03-28T22:00:00.000Z'],
      ['overdueHour1', '2026-03-28T23:00:00.000Z'],
      ['overdueHour2', '2026-03-29T00:00:00.000Z'],
    ]);
    expect(rungs.slice(3, 26).every((rung) => rung?.to.includes('dutyContact'))).toBe(true);
    expect(rungs[26]).toEqual({
      label: 'daily1',
      at: '2026-03-30T21:00:00.000Z',
      to: ['dutyContact', 'coordinator', 'chair'],
    });
  });

  it('give one notice that a flag is about to end, and then end quietly', () => {
    expect(ladderOf(aClock('repeatFlag', '2025-03-09'), 3)).toEqual([
      ['beforeDue5', 'Monday 2 March 2026 at 9am', 'coordinator'],
      null,
      null,
    ]);
  });
});

describe('every ladder', () => {
  const anyDay = fc.integer({ min: 0, max: 365 * 15 }).map((days) => addDays('2012-06-01', days));
  const anyKind = fc.constantFrom(...clockKinds);
  const anyRung = fc.integer({ min: 0, max: 300 });

  it('never goes down in time and never goes quiet, but for the flag', () => {
    fc.assert(
      fc.property(anyKind, anyDay, anyRung, (kind, date, n) => {
        const clock = aClockOf(kind, date);
        const [one, other] = [n, n + 1].map((each) => rungAt(clock, each, monthlyArea, calendar));
        if (kind === 'repeatFlag') expect(other).toBeNull();
        else expect((one?.at ?? 'none') <= (other?.at ?? 'quiet')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('of a day clock speaks at nine in London on working days, and escalates only what is overdue', () => {
    const dayKinds = clockKinds.filter(
      (kind) => dueTypeOf(monthlyArea.clocks[kind].due) === 'day' && kind !== 'repeatFlag' && kind !== 'hearing',
    );
    fc.assert(
      fc.property(fc.constantFrom(...dayKinds), anyDay, anyRung, (kind, date, n) => {
        const clock = aClockOf(kind, date);
        const rung = rungAt(clock, n, monthlyArea, calendar);
        const at = rung?.at ?? '';
        expect(londonTime(at)).toBe('09:00');
        expect(isWorkingDay(calendar, londonDate(at))).toBe(true);
        expect(dayOfWeek(londonDate(at))).toBeLessThanOrEqual(5);
        const isEscalation = /^(overdue|weekly)/.test(rung?.label ?? '');
        expect(at >= clock.overdueAt).toBe(isEscalation);
      }),
      { numRuns: 300 },
    );
  });
});
