import { describe, expect, it } from 'vitest';
import { calendarWith } from '../calendar/announcedDays.ts';
import { londonMoment } from '../calendar/london.ts';
import type { WorkingCalendar } from '../calendar/workingCalendar.ts';
import { advanceClock } from '../clocks/advanceClock.ts';
import type { SchoolYear } from '../calendar/schoolDays.ts';
import { aClock, anActionDue, calendar, monthlyArea } from '../clocks/aClock.ts';
import type { Clock } from '../clocks/clock.ts';
import type { DayLadder } from '../clocks/ladder.ts';
import { pauseClock } from '../clocks/pauseClock.ts';
import { resumeClock } from '../clocks/resumeClock.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import { figure } from '../policy/figure.ts';
import { clocksPlannedAnew, isNoticed } from './planClocksAnew.ts';

const changedOn = '2026-03-09';
const action = monthlyArea.ladders.action as DayLadder;
/** The steering group wants the coordinator told on the first day already. */
const sooner: AreaPolicy = {
  ...monthlyArea,
  version: `${monthlyArea.version}+sooner`,
  ladders: {
    ...monthlyArea.ladders,
    action: { ...action, rungs: action.rungs.slice(1).map((rung) => ({ ...rung, to: ['owner', 'coordinator'] })) },
  },
};
const jubilee = [
  { version: 'jubilee', events: [{ title: 'Jubilee', date: '2026-03-13', notes: '' }], withdrawn: false },
];
const withJubilee = calendarWith(calendar, jubilee);

function plannedAnew(
  clock: Clock,
  at: string,
  by: WorkingCalendar = calendar,
  putToRunning = [changedOn],
  schools: readonly (readonly SchoolYear[])[] | null = null,
): Clock {
  const [moved] = clocksPlannedAnew(new Map([[clock.id, { clock, owner: { agencyId: null, ownerId: null } }]]), {
    at,
    meetingOn: null,
    schools,
    calendar: by,
    policyOn: (date) => (putToRunning.includes(changedOn) && date >= changedOn ? sooner : monthlyArea),
    putToRunning,
    policyNamed: (version) => [monthlyArea, sooner].find((policy) => policy.version === version) ?? null,
    calendarNamed: (version) => (version === calendar.version ? calendar : withJubilee),
  });
  return moved?.becomes ?? clock;
}

describe('another ladder that is put to an action whose date somebody set', () => {
  // Due on Friday 6 March; on Monday the rung of the first day late has been sent.
  const late = advanceClock(anActionDue('2026-03-06'), londonMoment(changedOn, '09:30'), monthlyArea, calendar).clock;
  const put = plannedAnew(late, londonMoment(changedOn, '10:00'));
  const heard = advanceClock(put, londonMoment(changedOn, '10:00'), sooner, calendar);

  it('begins at its foot, and says once how it stands', () => {
    expect(put).toMatchObject({ due: late.due, reason: late.reason, next: { rung: 0 } });
    expect(heard.fired?.label).toBe('overdue1');
    expect(heard.clock.next?.at).toBe('2026-03-11T09:00:00.000Z');
  });

  it('is not told from its foot again by the next change of the calendar', () => {
    const again = plannedAnew(heard.clock, londonMoment(changedOn, '11:00'), withJubilee);
    expect(again.next?.rung).toBe(heard.clock.next?.rung);
    // The fifth working day is one later now, and with it what comes then.
    expect(plannedAnew(heard.clock, londonMoment(changedOn, '11:00'))).toBe(heard.clock);
  });
});

describe('a policy put to what runs', () => {
  it('is noticed where a date or a reminder moves, and not where nothing but the day it counts from is another', () => {
    const soon = anActionDue('2026-03-20');
    const put = plannedAnew(soon, londonMoment(changedOn, '10:00'));
    expect(isNoticed(soon, put)).toBe(true);
    expect(isNoticed(put, { ...put, policyFrom: '2026-03-10', round: put.round + 1 })).toBe(false);
    expect(isNoticed(put, { ...put, due: { type: 'day', date: '2026-03-23' } })).toBe(true);
  });
});

describe('an action that was paused while the ladder it was counted under was taken back', () => {
  // Seed 1453 of the simulation: it runs on by the ladder there is, and its reason names the one that is gone.
  const due = anActionDue('2026-03-06');
  const counted: Clock = { ...due, reason: { ...due.reason, policyVersion: sooner.version } };
  const paused = pauseClock(counted, 'victimAbroad', londonMoment('2026-03-05', '10:00'), sooner, calendar);
  const resumed = paused.ok
    ? resumeClock(paused.clock, londonMoment('2026-03-09', '08:00'), monthlyArea, calendar)
    : paused;

  it('hears nothing twice because of the next change of the calendar', () => {
    if (!resumed.ok) throw new Error(resumed.code);
    const late = londonMoment('2026-03-12', '10:00');
    const heard = advanceClock(resumed.clock, late, monthlyArea, calendar);
    expect(heard.fired?.label).toBe('overdue1');
    const again = plannedAnew(heard.clock, late, withJubilee, []);
    expect(again.next?.rung).toBe(heard.clock.next?.rung);
  });
});

describe('a duty towards schools, when a bank holiday is announced', () => {
  const kent: SchoolYear = {
    name: 'Kent 2025/26, edition 1',
    terms: [
      { from: '2026-01-05', until: '2026-02-27' },
      { from: '2026-03-13', until: '2026-04-02' },
    ],
    closed: [],
  };
  // Referred on Monday 2 March; the term begins on Friday the 13th, which becomes a bank holiday: the next is Monday the 16th.
  const counted = (...schools: readonly (readonly SchoolYear[])[]) => aClock('schoolTold', '2026-03-02', { schools });
  const now = londonMoment('2026-03-04', '10:00');
  const dueOf = ({ due }: Clock) => (due.type === 'day' ? due.date : null);

  it('goes to the day before the next day on which there is school, and back when the day is taken back', () => {
    const clock = counted([kent]);
    expect(dueOf(clock)).toBe('2026-03-12');
    const moved = plannedAnew(clock, now, withJubilee, [], [[kent]]);
    expect(dueOf(moved)).toBe('2026-03-15');
    expect(moved.reason.rule).toContain('Monday 16 March 2026 (by the terms of Kent 2025/26, edition 1)');
    expect(moved.reason.skipped).toContainEqual({ date: '2026-03-13', name: 'Jubilee' });
    expect(moved.originalDue).toEqual(clock.due);
    // Planned anew by the calendar without it.
    const back = plannedAnew(moved, now, calendar, [], [[kent]]);
    expect(dueOf(back)).toBe('2026-03-12');
  });

  it('moves too where no terms are known, for the earliest place of several', () => {
    // On Thursday 12 March any weekday is a school day; of the two places this one comes first.
    const clock = aClock('schoolTold', '2026-03-12', { schools: [[], [kent]] });
    expect(dueOf(clock)).toBe('2026-03-12');
    expect(dueOf(plannedAnew(clock, now, withJubilee, [], [[], [kent]]))).toBe('2026-03-15');
  });

  it('stays where its day is no other, where it was counted by other terms, and where nobody knows by which', () => {
    const early: SchoolYear = { ...kent, terms: [{ from: '2026-01-05', until: '2026-04-02' }] };
    const tomorrow = counted([early]);
    expect(plannedAnew(tomorrow, now, withJubilee, [], [[early]])).toBe(tomorrow);
    const clock = counted([kent]);
    const otherEdition = { ...kent, name: 'Kent 2025/26, edition 2' };
    expect(plannedAnew(clock, now, withJubilee, [], [[otherEdition]]).due).toEqual(clock.due);
    expect(plannedAnew(clock, now, withJubilee, [], null).due).toEqual(clock.due);
  });
});

describe('an agenda planned anew', () => {
  const weekly: AreaPolicy = {
    ...monthlyArea,
    version: `${monthlyArea.version}+weekly`,
    meeting: { ...monthlyArea.meeting, agendaWorkingDays: figure(2, 'test') },
  };
  const meetingOn = '2026-03-24';
  const planned = (clock: Clock, by: WorkingCalendar, from = '2026-03-20') => {
    const [moved] = clocksPlannedAnew(new Map([[clock.id, { clock, owner: { agencyId: null, ownerId: null } }]]), {
      ...{ at: londonMoment('2026-03-03', '10:00'), meetingOn, schools: null, calendar: by, putToRunning: [] },
      policyOn: (date) => (date >= from ? weekly : monthlyArea),
      policyNamed: (version) => [monthlyArea, weekly].find((policy) => policy.version === version) ?? null,
      calendarNamed: (version) => (version === calendar.version ? calendar : calendarWith(calendar, friday)),
    });
    return moved?.becomes ?? clock;
  };
  const friday = [
    { version: 'friday', events: [{ title: 'Friday', date: '2026-03-20', notes: '' }], withdrawn: false },
  ];
  const agenda = aClock('agendaOut', '2026-03-02', { meetingDate: meetingOn, agendaBy: weekly });

  it('goes on by the rhythm of the day of its meeting when a bank holiday moves it', () => {
    expect(agenda.due).toEqual({ type: 'day', date: '2026-03-20' });
    expect(planned(agenda, calendarWith(calendar, friday)).due).toEqual({ type: 'day', date: '2026-03-19' });
    expect(planned(agenda, calendar)).toBe(agenda);
  });

  it('goes back where that rhythm was taken back', () => {
    expect(planned(agenda, calendar, '2027-01-01').due).toEqual({ type: 'day', date: '2026-03-17' });
  });
});
