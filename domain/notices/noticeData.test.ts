import { describe, expect, it } from 'vitest';
import { englandAndWales } from '../calendar/workingCalendar.ts';
import type { ClockSubject } from '../clocks/clock.ts';
import { startClock } from '../clocks/startClock.ts';
import { defaultPolicyEntries } from '../policy/defaults.ts';
import { policyInForce } from '../policy/policyInForce.ts';
import { rungData } from './noticeData.ts';

const policy = policyInForce(defaultPolicyEntries, 'maidstone', '2026-03-02');
const remindedOf = (subject: ClockSubject) => {
  const clock = { id: 'clock-1', kind: 'acknowledgement', subject, anchor: '2026-03-02T10:00:00.000Z' } as const;
  return rungData(startClock(clock, policy, englandAndWales), 'due');
};

describe('a reminder', () => {
  it('about a child, or a notification of one, is told together with those of the siblings', () => {
    expect(remindedOf({ type: 'child', id: 'child-1' })).toMatchObject({ ofSibling: true });
    expect(remindedOf({ type: 'notification', id: 'notification-1' })).toMatchObject({ ofSibling: true });
  });

  it('about a hand-over is told by itself: two of one case are two things to answer', () => {
    expect(remindedOf({ type: 'handover', id: 'handover-1' })).not.toHaveProperty('ofSibling');
    expect(remindedOf({ type: 'case', id: 'case-1' })).not.toHaveProperty('ofSibling');
  });
});
