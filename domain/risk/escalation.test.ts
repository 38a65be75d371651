import { describe, expect, it } from 'vitest';
import { policyInForce } from '../policy/policyInForce.ts';
import { defaultPolicyEntries } from '../policy/defaults.ts';
import { monthly, policyOf } from '../../tests/builders/world.ts';
import { escalationOf, type KnownEvent } from './escalation.ts';

const on = (...days: string[]): KnownEvent[] => days.map((day) => ({ by: 'report', on: day }));

describe('events that come together to potential escalation', () => {
  it('are three in six months in Kent and Medway, to the calendar day', () => {
    expect(escalationOf(on('2026-03-02', '2026-01-10', '2025-09-02'), '2026-03-02', monthly)).toEqual([
      '2025-09-02',
      '2026-01-10',
      '2026-03-02',
    ]);
    expect(escalationOf(on('2026-03-02', '2026-01-10', '2025-09-01'), '2026-03-02', monthly)).toEqual([]);
  });

  it('are three in twelve months elsewhere, and whatever policy says', () => {
    const elsewhere = policyInForce(defaultPolicyEntries, 'an-area-outside-kent', '2026-03-02');
    const days = on('2026-03-02', '2025-09-01', '2025-03-02');
    expect(escalationOf(days, '2026-03-02', elsewhere)).toHaveLength(3);
    const five = policyOf('maidstone', {
      routes: { escalation: { value: { events: 5, withinMonths: 12 }, source: 'test' } },
    });
    expect(escalationOf(days, '2026-03-02', five)).toEqual([]);
  });

  it('are counted once a day, and none that comes later', () => {
    expect(escalationOf(on('2026-03-02', '2026-03-02', '2026-03-01'), '2026-03-02', monthly)).toEqual([]);
    expect(escalationOf(on('2026-03-03', '2026-03-02', '2026-03-01'), '2026-03-02', monthly)).toEqual([]);
  });

  it('are one where a referral follows what was assessed or reported within three days', () => {
    const told = (day: string): KnownEvent[] => [...on('2026-01-10', '2026-02-20'), { by: 'referral', on: day }];
    expect(escalationOf(told('2026-02-23'), '2026-03-02', monthly)).toEqual([]);
    expect(escalationOf(told('2026-02-24'), '2026-03-02', monthly)).toHaveLength(3);
  });
});
