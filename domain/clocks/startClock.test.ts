import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, londonDate, londonMoment } from '../calendar/london.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import { defaultPolicyEntries } from '../policy/defaults.ts';
import { figure } from '../policy/figure.ts';
import { policyInForce } from '../policy/policyInForce.ts';
import { aClock, calendar, monthlyArea } from './aClock.ts';
import type { Due } from './clock.ts';
import { dueDate } from './dueFor.ts';
import { startClock } from './startClock.ts';

const weeklyArea = policyInForce(defaultPolicyEntries, 'medway', '2026-01-01');
const countingLateArrivals: AreaPolicy = {
  ...monthlyArea,
  counting: { ...monthlyArea.counting, lateArrivalsCountNextWorkingDay: figure(true, 'test') },
};
const start = (kind: Parameters<typeof aClock>[0], date: string, time: string, policy: AreaPolicy = monthlyArea) =>
  startClock({ id: 'c', kind, subject: { type: 'case', id: 'x' }, anchor: londonMoment(date, time) }, policy, calendar);

describe('a duty counted from what began it', () => {
  it.each([
    ['screen', '2026-03-09', '2026-03-10'],
    ['incompleteChase', '2026-03-09', '2026-03-10'],
    ['highNotReferred', '2026-03-09', '2026-03-10'],
    ['firstContact', '2026-03-09', '2026-03-11'],
    ['contactAttempts', '2026-03-09', '2026-03-16'],
    ['contactDecision', '2026-03-09', '2026-03-10'],
    ['safetyPlan', '2026-03-09', '2026-03-16'],
    ['minutesOut', '2026-03-09', '2026-03-12'],
    ['outcomeTold', '2026-03-09', '2026-03-11'],
    ['referrerTold', '2026-03-09', '2026-03-12'],
    ['action', '2026-03-09', '2026-03-23'],
    ['riskReview', '2026-03-09', '2026-04-06'],
    ['hearingOutcome', '2026-03-09', '2026-03-10'],
    ['bailOutcome', '2026-03-09', '2026-03-10'],
    ['claresLaw', '2026-03-09', '2026-04-06'],
    ['acknowledgement', '2026-03-09', '2026-03-11'],
    ['transferAcknowledgement', '2026-03-09', '2026-03-16'],
    ['repeatFlag', '2026-03-09', '2027-03-09'],
    ['repeatFlag', '2024-02-29', '2025-03-01'],
    ['retentionReview', '2026-03-09', '2033-03-09'],
  ] as const)('%s begun on %s is due on the day %s', (kind, begun, date) => {
    expect(aClock(kind, begun).due).toEqual({ type: 'day', date });
  });

  it.each([
    ['urgentAction', '2026-03-28T20:00:00.000Z', '2026-03-29T20:00:00.000Z'],
    ['urgentAcknowledgement', '2026-12-24T10:00:00.000Z', '2026-12-25T10:00:00.000Z'],
    ['dvpnToCourt', '2026-03-06T18:00:00.000Z', '2026-03-09T18:00:00.000Z'],
  ] as const)('%s begun at %s is due at the instant %s', (kind, anchor, at) => {
    const clock = aClock(kind, '2026-03-09', { anchor });
    expect(clock.due).toEqual({ type: 'instant', at });
    expect(clock.overdueAt).toBe(at);
  });

  it('on Friday evening, Saturday or Sunday has Monday as its first day', () => {
    const dates = ['2026-03-06', '2026-03-07', '2026-03-08'].map((date) =>
      dueDate(start('firstContact', date, '22:00').due),
    );
    expect(dates).toEqual(['2026-03-10', '2026-03-10', '2026-03-10']);
  });

  it('five working days after bail only where it is said not to be urgent', () => {
    expect(aClock('bailOutcome', '2026-03-09', { urgent: false }).due).toEqual({ type: 'day', date: '2026-03-16' });
    expect(aClock('bailOutcome', '2026-03-09', { urgent: true }).due).toEqual({ type: 'day', date: '2026-03-10' });
  });

  it('a safety plan comes before a meeting that is near', () => {
    const date = (meetingDate: string) => dueDate(aClock('safetyPlan', '2026-03-09', { meetingDate }).due);
    expect(date('2026-03-13')).toBe('2026-03-12');
    expect(date('2026-03-30')).toBe('2026-03-16');
    expect(date('2026-03-09')).toBe('2026-03-09');
  });
});

describe('an area that counts late arrivals as the next working day', () => {
  it.each([
    ['2026-03-09', '17:00', '2026-03-10'],
    ['2026-03-09', '17:01', '2026-03-11'],
    ['2026-03-06', '17:01', '2026-03-10'],
    ['2026-03-07', '11:00', '2026-03-10'],
    ['2026-04-02', '18:00', '2026-04-08'],
  ])('on %s at %s has a screening due on %s', (date, time, due) => {
    expect(start('screen', date, time, countingLateArrivals).due).toEqual({ type: 'day', date: due });
  });

  it('says so, with every bank holiday on the way', () => {
    const { reason } = start('screen', '2026-04-02', '18:00', countingLateArrivals);
    expect(reason.rule).toContain('out of hours');
    expect(reason.skipped.map(({ name }) => name)).toEqual(['Good Friday', 'Easter Monday']);
  });

  it.each([monthlyArea, countingLateArrivals])('or not: what arrives later is never due earlier', (policy) => {
    const days = fc.integer({ min: 0, max: 6000 });
    const hours = fc.integer({ min: 0, max: 23 });
    fc.assert(
      fc.property(days, hours, fc.integer({ min: 0, max: 100 }), (day, hour, later) => {
        const at = (more: number) => {
          const total = hour + more;
          return start(
            'firstContact',
            addDays('2012-01-02', day + Math.floor(total / 24)),
            `${String(total % 24).padStart(2, '0')}:30`,
            policy,
          );
        };
        expect(dueDate(at(0).due) <= dueDate(at(later).due)).toBe(true);
      }),
    );
  });
});

describe('a duty counted back from a meeting', () => {
  const meetingDate = '2026-04-14';

  it('leaves out Easter, and asks the last plan to be reviewed before the agenda', () => {
    expect(aClock('agendaOut', '2026-03-09', { meetingDate }).due).toEqual({ type: 'day', date: '2026-04-07' });
    expect(aClock('planReview', '2026-03-09', { meetingDate }).due).toEqual({ type: 'day', date: '2026-04-02' });
    expect(aClock('planReview', '2026-03-09', { meetingDate }).reason.skipped.map(({ name }) => name)).toEqual([
      'Easter Monday',
      'Good Friday',
    ]);
  });

  it('follows the shorter notice of a weekly area', () => {
    const input = {
      id: 'c',
      subject: { type: 'meeting', id: 'm' },
      anchor: '2026-03-01T10:00:00Z',
      meetingDate: '2026-03-12',
    } as const;
    expect(startClock({ ...input, kind: 'agendaOut' }, weeklyArea, calendar).due).toEqual({
      type: 'day',
      date: '2026-03-10',
    });
  });

  it('ends for research at noon in London on the working day before, an instant', () => {
    expect(aClock('researchReturn', '2026-03-09', { meetingDate }).due).toEqual({
      type: 'instant',
      at: '2026-04-13T11:00:00.000Z',
    });
  });

  it('gives research for an emergency meeting 24 hours', () => {
    const clock = aClock('researchReturn', '2026-03-09', { meetingDate: '2026-03-11', urgent: true });
    expect(clock.due).toEqual({ type: 'instant', at: '2026-03-10T10:00:00.000Z' });
  });

  it('gives research for an emergency meeting less where the meeting begins earlier, and never less than none', () => {
    const dueAt = (meetingAt: string) =>
      aClock('researchReturn', '2026-03-09', { meetingDate: '2026-03-10', meetingAt, urgent: true });
    const capped = dueAt('2026-03-10T09:00:00.000Z');
    expect(capped.due).toEqual({ type: 'instant', at: '2026-03-10T09:00:00.000Z' });
    expect(capped.reason.rule).toBe(
      'the beginning of the meeting; that comes before 24 hours after the emergency meeting was called',
    );
    expect(dueAt('2026-03-10T10:00:00.000Z').due).toEqual({ type: 'instant', at: '2026-03-10T10:00:00.000Z' });
    expect(dueAt('2026-03-10T14:00:00.000Z').due).toEqual({ type: 'instant', at: '2026-03-10T10:00:00.000Z' });
    expect(dueAt('2026-03-09T09:00:00.000Z').due).toEqual({ type: 'instant', at: '2026-03-09T10:00:00.000Z' });
  });

  it('is never due before it began', () => {
    expect(aClock('agendaOut', '2026-04-10', { meetingDate }).due).toEqual({ type: 'day', date: '2026-04-10' });
    const research = aClock('researchReturn', '2026-04-13', { meetingDate, anchor: '2026-04-13T15:00:00Z' });
    expect(research.due).toEqual({ type: 'instant', at: '2026-04-14T08:00:00.000Z' });
  });

  it('needs the meeting', () => {
    expect(() => aClock('agendaOut', '2026-03-09')).toThrow(/meeting/);
  });
});

describe('a date of its own', () => {
  const friday: Due = { type: 'day', date: '2026-03-20' };

  it.each(['hearing', 'dvpo', 'protectionOrder', 'preChargeBail', 'custodyRelease'] as const)(
    'is needed for %s',
    (kind) => {
      expect(aClock(kind, '2026-03-09', { due: friday }).due).toEqual(friday);
      expect(() => aClock(kind, '2026-03-09')).toThrow(/given/);
    },
  );

  it('may be given for an action, and decides by its type whether it is urgent', () => {
    const instant: Due = { type: 'instant', at: '2026-03-10T16:00:00.000Z' };
    expect(aClock('action', '2026-03-09', { due: friday })).toMatchObject({ kind: 'action', due: friday });
    expect(aClock('action', '2026-03-09', { due: instant, urgent: true })).toMatchObject({
      kind: 'urgentAction',
      due: instant,
    });
    expect(aClock('action', '2026-03-09', { due: instant })).toMatchObject({ kind: 'urgentAction', due: instant });
  });

  it('is refused by duties that are counted, and by a court day that is given as an instant', () => {
    expect(() => aClock('screen', '2026-03-09', { due: friday })).toThrow(/no date of its own/);
    expect(() => aClock('hearing', '2026-03-09', { due: { type: 'instant', at: '2026-03-20T10:00:00Z' } })).toThrow(
      /instant/,
    );
  });
});

describe('an urgent duty', () => {
  it('becomes its urgent kind with 24 hours', () => {
    expect(aClock('action', '2026-03-09', { urgent: true })).toMatchObject({
      kind: 'urgentAction',
      due: { type: 'instant', at: '2026-03-10T10:00:00.000Z' },
    });
    expect(aClock('acknowledgement', '2026-03-09', { urgent: true }).kind).toBe('urgentAcknowledgement');
    expect(aClock('acknowledgement', '2026-03-09', { urgent: false }).kind).toBe('acknowledgement');
  });
});

describe('a clock that starts', () => {
  it('knows why it is due, first rung armed, nothing paused or ended', () => {
    const clock = aClock('firstContact', '2026-04-02');
    expect(clock.reason).toEqual({
      rule: '2 working days after the referral',
      source: 'published practice guidance of SafeLives and MARAC partnerships',
      policyVersion: 'national-1+kent-and-medway-1',
      calendarVersion: 'england-and-wales-2012-2028.1',
      skipped: [
        { date: '2026-04-03', name: 'Good Friday' },
        { date: '2026-04-06', name: 'Easter Monday' },
      ],
      provisional: false,
    });
    expect(clock).toMatchObject({ round: 1, putOff: 0, pauses: [], end: null, originalDue: clock.due });
    expect(clock.next).toEqual({ rung: 0, at: '2026-04-08T08:00:00.000Z', to: ['adviser'] });
  });

  it('is overdue from the first moment of the next London day, summer time or not', () => {
    expect(aClock('screen', '2026-03-09').overdueAt).toBe('2026-03-11T00:00:00.000Z');
    expect(aClock('screen', '2026-07-08').overdueAt).toBe('2026-07-09T23:00:00.000Z');
    expect(aClock('screen', '2026-03-26').overdueAt).toBe('2026-03-28T00:00:00.000Z');
  });

  it('says that a date beyond the known calendar is provisional', () => {
    expect(aClock('action', '2028-12-20').reason.provisional).toBe(true);
    expect(aClock('action', '2028-12-01').reason.provisional).toBe(false);
  });

  it('is plain JSON', () => {
    const clock = aClock('firstContact', '2026-04-02');
    expect(JSON.parse(JSON.stringify(clock))).toEqual(clock);
    expect(londonDate(clock.anchor)).toBe('2026-04-02');
  });
});
