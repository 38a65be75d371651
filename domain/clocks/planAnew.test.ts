import { describe, expect, it } from 'vitest';
import { type AnnouncedDays, calendarNamed, calendarWith } from '../calendar/announcedDays.ts';
import { londonMoment } from '../calendar/london.ts';
import type { WorkingCalendar } from '../calendar/workingCalendar.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import { changeOfFigure } from '../policy/settableFigures.ts';
import { acknowledgeClock } from './acknowledgeClock.ts';
import { advanceClock } from './advanceClock.ts';
import { aClock, calendar, monthlyArea } from './aClock.ts';
import type { Clock } from './clock.ts';
import { pauseClock } from './pauseClock.ts';
import { planAnew } from './planAnew.ts';
import { resumeClock } from './resumeClock.ts';

const at = (date: string, time = '10:00') => londonMoment(date, time);
const announced: AnnouncedDays[] = [
  { version: 'announced-2026-03-11', events: [{ title: 'Jubilee', date: '2026-03-11', notes: '' }], withdrawn: false },
];
/** Wednesday 11 March 2026 becomes a bank holiday. */
const withJubilee = calendarWith(calendar, announced);
const nothing = { meetingOn: null, endsOn: null, schools: null };

function anew(
  clock: Clock,
  now: string,
  to: {
    readonly calendar?: WorkingCalendar;
    readonly policy?: AreaPolicy;
    readonly from?: typeof nothing | object;
  } = {},
  was = { policy: monthlyArea, calendar },
) {
  const ground = { policy: to.policy ?? monthlyArea, calendar: to.calendar ?? withJubilee };
  const policyFrom = to.policy ? '2026-03-10' : null;
  return planAnew(
    clock,
    { ...nothing, ...to.from },
    { countedBy: was, armedBy: was.policy },
    { ...ground, policyFrom, at: at(now) },
  );
}
function mustDo<T extends { readonly ok: boolean }>(result: T): Extract<T, { ok: true }> {
  if (!result.ok) throw new Error('refused');
  return result as Extract<T, { ok: true }>;
}

describe('a newly announced bank holiday', () => {
  it('moves a duty that counts over it by one working day, and is named among the days stepped over', () => {
    // Referred on Monday 9 March: Tuesday is the first working day, Thursday the second.
    const moved = anew(aClock('firstContact', '2026-03-09'), '2026-03-09');
    expect(moved.due).toEqual({ type: 'day', date: '2026-03-12' });
    expect(moved.originalDue).toEqual({ type: 'day', date: '2026-03-11' });
    expect(moved.reason.skipped).toEqual([{ date: '2026-03-11', name: 'Jubilee' }]);
    expect(moved.reason.calendarVersion).toBe(`${calendar.version}+announced-2026-03-11`);
    expect(moved.overdueAt).toBe('2026-03-13T00:00:00.000Z');
    expect(moved.next).toMatchObject({ rung: 0, at: '2026-03-12T09:00:00.000Z' });
  });

  it('knows a clock again however a database orders its fields', () => {
    const { due, ...clock } = aClock('firstContact', '2026-03-09');
    const stored = { ...clock, due: { date: '2026-03-11', type: 'day' } as const };
    expect(due).toEqual(stored.due);
    expect(anew(stored, '2026-03-09').due).toEqual({ type: 'day', date: '2026-03-12' });
  });

  it('leaves a duty alone whose days do not meet it', () => {
    const clock = aClock('firstContact', '2026-03-16');
    expect(anew(clock, '2026-03-16')).toBe(clock);
  });

  it('arms reminders anew where only they meet it: the date is the court’s', () => {
    // Reminders 7 and 1 working days before: the day before Thursday 12 March is Wednesday, and then Tuesday.
    const hearing = aClock('hearing', '2026-03-02', { due: { type: 'day', date: '2026-03-12' } });
    const reminded = advanceClock(hearing, at('2026-03-05'), monthlyArea, calendar).clock;
    expect(reminded.next).toMatchObject({ rung: 1, at: '2026-03-11T09:00:00.000Z' });
    const moved = anew(reminded, '2026-03-06');
    expect(moved.due).toEqual(hearing.due);
    expect(moved.next).toMatchObject({ rung: 1, at: '2026-03-10T09:00:00.000Z' });
    expect(moved.round).toBe(2);
  });

  it('does not tell again of what stays late', () => {
    const late = advanceClock(aClock('firstContact', '2026-03-05'), at('2026-03-10'), monthlyArea, calendar).clock;
    const moved = anew(late, '2026-03-10');
    expect(late.next).toMatchObject({ rung: 2 });
    expect(moved.next?.rung).toBe(2);
  });

  it('reminds again of what has become due later', () => {
    const due = advanceClock(aClock('firstContact', '2026-03-09'), at('2026-03-11'), monthlyArea, calendar).clock;
    expect(due.next?.rung).toBe(1);
    expect(anew(due, '2026-03-11').next).toMatchObject({ rung: 0, at: '2026-03-12T09:00:00.000Z' });
  });

  it('keeps what was acknowledged quiet until the day that was said', () => {
    const late = advanceClock(aClock('firstContact', '2026-03-05'), at('2026-03-10'), monthlyArea, calendar).clock;
    const quiet = mustDo(acknowledgeClock(late, '2026-03-16', at('2026-03-10'), monthlyArea, calendar)).clock;
    expect(anew(quiet, '2026-03-10').next?.at).toBe(quiet.next?.at);
  });

  it('does not touch a date that a person gave, nor one of its own', () => {
    const own = aClock('action', '2026-03-09', { due: { type: 'day', date: '2026-03-23' } });
    expect(anew(own, '2026-03-09').due).toEqual(own.due);
  });

  it('counts across a pause that is over, and leaves one that lasts to its end', () => {
    const clock = aClock('firstContact', '2026-03-09');
    const paused = mustDo(
      pauseClock(clock, 'victimInHospital', at('2026-03-09', '12:00'), monthlyArea, calendar),
    ).clock;
    expect(anew(paused, '2026-03-09')).toBe(paused);
    const resumed = mustDo(resumeClock(paused, at('2026-03-10'), monthlyArea, calendar)).clock;
    expect(resumed.due).toEqual({ type: 'day', date: '2026-03-12' });
    expect(anew(resumed, '2026-03-10').due).toEqual({ type: 'day', date: '2026-03-13' });
  });

  it('moves a duty before a meeting to an earlier day', () => {
    const clock = aClock('agendaOut', '2026-03-02', { meetingDate: '2026-03-16' });
    expect(clock.due).toEqual({ type: 'day', date: '2026-03-09' });
    const moved = anew(clock, '2026-03-03', { from: { meetingOn: '2026-03-16', endsOn: null } });
    expect(moved.due).toEqual({ type: 'day', date: '2026-03-06' });
  });

  it('is undone to the very dates there were', () => {
    const clock = aClock('firstContact', '2026-03-09');
    const moved = anew(clock, '2026-03-09');
    const back = anew(moved, '2026-03-10', { calendar }, { policy: monthlyArea, calendar: withJubilee });
    expect(back).toEqual({ ...clock, round: 3 });
  });
});

describe('a changed figure that is put to running cases', () => {
  const patch = changeOfFigure(monthlyArea, 'clocks.firstContact', { value: 1, source: 'the steering group' });
  const stricter: AreaPolicy = {
    ...monthlyArea,
    version: `${monthlyArea.version}+stricter`,
    clocks: { ...monthlyArea.clocks, ...patch.clocks },
  };

  it('moves the duty, names its version and source, and is what the clock goes by from then on', () => {
    const moved = anew(aClock('firstContact', '2026-03-09'), '2026-03-10', { policy: stricter, calendar });
    expect(moved.due).toEqual({ type: 'day', date: '2026-03-10' });
    expect(moved.reason).toMatchObject({ source: 'the steering group', policyVersion: stricter.version });
    expect(moved.policyFrom).toBe('2026-03-10');
  });

  it('leaves a date alone that the ground it is said to be counted on does not give', () => {
    const clock = aClock('firstContact', '2026-03-09');
    const strange = { ...clock, due: { type: 'day', date: '2026-03-20' } as const };
    expect(anew(strange, '2026-03-10', { policy: stricter, calendar }).due).toEqual(strange.due);
    expect(
      planAnew(
        clock,
        nothing,
        { countedBy: null, armedBy: null },
        { policy: stricter, calendar, policyFrom: null, at: at('2026-03-10') },
      ).due,
    ).toEqual(clock.due);
  });
});

describe('another ladder', () => {
  const { action } = monthlyArea.ladders;
  const repeated: AreaPolicy = {
    ...monthlyArea,
    version: `${monthlyArea.version}+repeated`,
    ladders: {
      ...monthlyArea.ladders,
      action: { ...action, then: { label: 'weekly', every: 5, to: ['chair'] } },
    },
  };
  const own = { due: { type: 'day', date: '2026-03-23' } } as const;

  it('is the one a clock knows it was armed by, even where its next step is the same as before', () => {
    const today = anew(aClock('action', '2026-03-09', own), '2026-03-10', {
      policy: { ...monthlyArea, version: 'figure' },
      calendar,
    });
    const planned = anew(today, '2026-03-10', { policy: repeated, calendar });
    expect(planned.next).toEqual(today.next);
    expect(planned.armedBy).toBe(repeated.version);
    expect(anew(planned, '2026-03-10', { policy: repeated, calendar }, { policy: repeated, calendar })).toBe(planned);
  });
});

describe('a calendar', () => {
  it('is known by the name it had, though a day of it was taken back', () => {
    const gone = announced.map((each) => ({ ...each, withdrawn: true }));
    expect(calendarWith(calendar, gone)).toBe(calendar);
    expect(calendarNamed(calendar, gone, withJubilee.version)?.holidays.get('2026-03-11')).toBe('Jubilee');
    expect(calendarNamed(calendar, gone, 'another')).toBeNull();
    expect(calendarNamed(calendar, gone, `${calendar.version}+another`)).toBeNull();
  });
});
