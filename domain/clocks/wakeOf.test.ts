import { describe, expect, it } from 'vitest';
import { englandAndWales } from '../calendar/workingCalendar.ts';
import { defaultPolicyEntries } from '../policy/defaults.ts';
import { policyInForce } from '../policy/policyInForce.ts';
import { advanceClock } from './advanceClock.ts';
import { endClock } from './endClock.ts';
import { startClock } from './startClock.ts';
import { hasEndedByItself, wakeOf } from './wakeOf.ts';

const policy = policyInForce(defaultPolicyEntries, 'maidstone', '2026-03-02');
const hearing = startClock(
  {
    id: 'hearing-1',
    kind: 'hearing',
    subject: { type: 'hearing', id: 'h1' },
    anchor: '2026-03-02T10:00:00.000Z',
    due: { type: 'day', date: '2026-03-18' },
  },
  policy,
  englandAndWales,
);

describe('a clock is looked at again', () => {
  it('when its next rung is due', () => {
    expect(wakeOf(hearing)).toBe('2026-03-11T09:00:00.000Z');
  });

  it('of a hearing, after the last reminder, when the day of the hearing is over in London', () => {
    const { clock } = advanceClock(hearing, '2026-03-17T09:00:00.000Z', policy, englandAndWales);
    expect(wakeOf(clock)).toBe('2026-03-19T00:00:00.000Z');
    expect(hasEndedByItself(clock, '2026-03-18T23:59:59.999Z')).toBe(false);
    expect(hasEndedByItself(clock, '2026-03-19T00:00:00.000Z')).toBe(true);
  });

  it('never once it has ended', () => {
    const ended = endClock(hearing, { at: '2026-03-18T12:00:00.000Z', outcome: 'done', reason: null });
    expect(wakeOf(ended)).toBeNull();
    expect(hasEndedByItself(ended, '2026-04-01T00:00:00.000Z')).toBe(false);
  });
});
