import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addHours, epochMs, instantAt, londonMoment } from '../calendar/london.ts';
import { aClock, anActionDue, calendar, monthlyArea } from './aClock.ts';
import { advanceClock } from './advanceClock.ts';
import type { Clock } from './clock.ts';
import { dueRungs } from './dueRungs.ts';
import { rungAt } from './rungAt.ts';

const at = (date: string, time = '09:00') => londonMoment(date, time);
const due = (clock: Clock, now: string) => dueRungs(clock, now, monthlyArea, calendar);
const advance = (clock: Clock, now: string) => advanceClock(clock, now, monthlyArea, calendar);
const action = anActionDue('2026-03-11');

describe('the rungs that are due', () => {
  it('are none before the first, which stays armed', () => {
    expect(due(action, at('2026-03-09', '08:59'))).toEqual({ noted: [], fire: null, next: action.next });
  });

  it('are the one whose time has come, to the minute', () => {
    expect(due(action, at('2026-03-09'))).toEqual({
      noted: [],
      fire: 0,
      next: { rung: 1, at: at('2026-03-11'), to: ['owner'] },
    });
  });

  it('are the highest alone after an outage, the lower ones noted', () => {
    expect(due(action, at('2026-03-17'))).toEqual({
      noted: [0, 1, 2],
      fire: 3,
      next: { rung: 4, at: at('2026-03-18'), to: ['chair'] },
    });
  });

  it('are one and not seven hundred for an action neglected since 2012', () => {
    const { fire, noted, next } = due(anActionDue('2012-11-07'), at('2026-03-17'));
    expect(fire).toBe(699);
    expect(noted).toHaveLength(699);
    expect(next?.at).toBe(at('2026-03-18'));
  });

  it('are none while nothing is armed', () => {
    expect(due({ ...action, next: null }, at('2026-03-17'))).toEqual({ noted: [], fire: null, next: null });
  });

  it('are the last of a ladder that ends quietly, with nothing after it', () => {
    const flag = aClock('repeatFlag', '2025-03-09');
    expect(due(flag, at('2026-03-20'))).toEqual({ noted: [], fire: 0, next: null });
  });

  it('are the highest whose time has come, with the next strictly later than now', () => {
    const anyKind = fc.constantFrom(
      'action',
      'screen',
      'firstContact',
      'acknowledgement',
      'retentionReview',
      'urgentAction',
    );
    const anyLateness = fc.integer({ min: 0, max: 20 * 365 * 24 * 60 });
    fc.assert(
      fc.property(anyKind, fc.integer({ min: 0, max: 2000 }), anyLateness, fc.nat(8), (kind, day, minutes, sent) => {
        const start = aClock(kind, addDays('2012-01-02', day));
        const armed = rungAt(start, sent, monthlyArea, calendar);
        const clock: Clock = { ...start, next: armed && { rung: sent, at: armed.at, to: armed.to } };
        const now = instantAt(epochMs(start.anchor) + minutes * 60_000);
        const { noted, fire, next } = due(clock, now);
        const time = (n: number) => rungAt(clock, n, monthlyArea, calendar)?.at ?? '';
        expect((next?.at ?? '') > now).toBe(true);
        if (fire === null) expect(time(sent) > now).toBe(true);
        else {
          expect(time(fire) <= now && time(fire + 1) > now).toBe(true);
          expect(noted).toEqual(Array.from({ length: fire - sent }, (_, i) => sent + i));
          expect(next?.rung).toBe(fire + 1);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a clock that is advanced', () => {
  it('fires with label, recipients and the time that was planned, and keeps its due date', () => {
    const { clock, fired, noted } = advance(action, at('2026-03-12', '14:20'));
    expect(fired).toEqual({ rung: 2, label: 'overdue1', to: ['owner', 'agencyLead'], plannedAt: at('2026-03-12') });
    expect(noted).toEqual([0, 1]);
    expect(clock).toEqual({ ...action, next: { rung: 3, at: at('2026-03-16'), to: ['coordinator'] } });
  });

  it('fires nothing twice', () => {
    const once = advance(action, at('2026-03-12'));
    expect(advance(once.clock, at('2026-03-12', '23:00'))).toEqual({ clock: once.clock, fired: null, noted: [] });
  });

  it('sends every rung once, in order, to one who looks each time it asks', () => {
    const labels: string[] = [];
    let clock = action;
    for (let i = 0; i < 8; i += 1) {
      const advanced = advance(clock, clock.next?.at ?? '');
      labels.push(advanced.fired?.label ?? 'nothing');
      clock = advanced.clock;
    }
    expect(labels).toEqual([
      'beforeDue2',
      'dueDay',
      'overdue1',
      'overdue3',
      'overdue5',
      'overdue10',
      'weekly1',
      'weekly2',
    ]);
  });

  it('that is an instant fires within the hour, at night too', () => {
    const urgent = aClock('urgentAction', '2026-03-09', { anchor: '2026-03-09T22:00:00Z' });
    const { fired } = advance(urgent, addHours(urgent.overdueAt, 4.5));
    expect(fired).toMatchObject({ label: 'overdueHour4', to: ['dutyContact'] });
  });
});
