import { describe, expect, it } from 'vitest';
import { meetingByItself } from './decideMeeting.ts';
import { type MeetingStage, type MeetingState, newMeeting } from './meetingState.ts';

const was = (stage: MeetingStage, more: Partial<MeetingState> = {}): MeetingState => ({
  ...newMeeting(),
  stage,
  on: '2026-03-24',
  cutOffOn: '2026-03-12',
  ...more,
});
/** The end of the day a year after the meeting, in summer time already. */
const yearOver = '2027-03-25T00:00:00.000Z';

describe('a meeting by itself', () => {
  it.each(['held', 'confirmed', 'sent', 'cancelled'] as const)(
    'ends a year after it was %s, and not before',
    (stage) => {
      expect(meetingByItself(was(stage), yearOver)).toEqual({ type: 'endMeeting', payload: {} });
      expect(meetingByItself(was(stage), '2027-03-24T23:59:59.000Z')).toBeNull();
    },
  );

  it('never ends while it was neither held nor cancelled: its cases would stay on its list', () => {
    expect(meetingByItself(was('locked'), yearOver)).toBeNull();
    expect(meetingByItself(was('locked'), '2036-03-25T00:00:00.000Z')).toBeNull();
    expect(meetingByItself(was('planned'), yearOver)).toEqual({ type: 'lockList', payload: {} });
  });

  it('ends where it was put down as history', () => {
    expect(meetingByItself(was('planned', { silent: true }), yearOver)).toEqual({ type: 'endMeeting', payload: {} });
  });

  it('does not end while something is owed', () => {
    const clocks = { minutes: { next: null, overdueAt: yearOver } } as unknown as MeetingState['clocks'];
    expect(meetingByItself(was('held', { clocks }), yearOver)).toBeNull();
  });
});
