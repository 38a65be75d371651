import { describe, expect, it } from 'vitest';
import { figure } from '../../domain/policy/figure.ts';
import { monthly } from '../../tests/builders/world.ts';
import { invitationCommands } from './calendarCommands.ts';

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
