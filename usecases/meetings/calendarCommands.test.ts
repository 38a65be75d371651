import { describe, expect, it } from 'vitest';
import { figure } from '../../domain/policy/figure.ts';
import { monthly } from '../../tests/builders/world.ts';
import { calendarCommands, invitationCommands } from './calendarCommands.ts';

const ahead = (days: number) => {
  const invitedDaysAhead = figure(days, 'a policy of this test');
  return { ...monthly, meeting: { ...monthly.meeting, invitedDaysAhead } };
};
const on = (date: string) => ({ meetingId: `meeting-${date}`, on: date });
const days = ['2026-03-02', '2026-03-30', '2026-03-31'].map(on);
const invited = (policy: typeof monthly) =>
  invitationCommands(days, '2026-03-02', () => policy).map(({ meetingId }) => meetingId);

describe('a calendar invites the agencies', () => {
  it('to the meetings that are as near as the policy of their day says, to the day', () => {
    expect(invited(ahead(28))).toEqual(['meeting-2026-03-02', 'meeting-2026-03-30']);
    expect(invited(ahead(29))).toHaveLength(3);
  });

  it('under one key for each meeting, however often it is worked out', () => {
    const [first] = invitationCommands(days, '2026-03-02', () => ahead(28));
    expect(first).toEqual({
      ...{ meetingId: 'meeting-2026-03-02', type: 'inviteAgencies', payload: {}, key: 'invite/meeting-2026-03-02' },
    });
  });
});

describe('the commands of a calendar', () => {
  const sitting = { slot: 'month/2026-04', on: '2026-04-08', startsAt: '2026-04-08T08:30:00.000Z' };
  const plan = { wanted: [sitting], unrecorded: [], givenUp: [] };
  const only = (more: Partial<Parameters<typeof calendarCommands>[1]>) =>
    calendarCommands('0190c0de-0000-7000-8000-000000000001', { ...plan, changes: [], ...more })[0];

  it('are the same for the same change, and others once a meeting was moved there and back', () => {
    const move = (sequence: number) =>
      only({ changes: [{ do: 'move', meetingId: 'one', sequence, from: '2026-04-07T08:30:00.000Z', sitting }] })?.key;
    expect(move(0)).toBe(move(0));
    expect(move(2)).not.toBe(move(0));
  });

  it('call another meeting where the one of this sitting was given up', () => {
    const call = (givenUp: readonly { slot: string; startsAt: string }[] = []) =>
      only({ changes: [{ do: 'call', sitting }], givenUp });
    const { slot, startsAt } = sitting;
    expect(call()?.meetingId).toBe(call()?.meetingId);
    const once = [{ slot, startsAt }];
    expect(call(once)?.meetingId).not.toBe(call()?.meetingId);
    expect(call([...once, ...once])?.key).not.toBe(call(once)?.key);
    expect(call([{ slot: 'month/2026-05', startsAt }])?.key).toBe(call()?.key);
  });
});
