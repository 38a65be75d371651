import { describe, expect, it } from 'vitest';
import type { MeetingCommandType } from './meetingCommand.ts';
import { isStepWorthOffering, type MeetingAtGlance } from './possibleSteps.ts';

const now = '2026-03-24T10:00:00.000Z';
const all: readonly MeetingCommandType[] = [
  'moveMeeting',
  'cancelMeeting',
  'lockList',
  'returnResearch',
  'sendAgenda',
  'recordAttendance',
  'takeCase',
  'concludeMeeting',
  'confirmMinutes',
  'sendMinutes',
  'correctMinutes',
];
const open: MeetingAtGlance = { status: 'planned', on: '2026-03-24', lockedAt: null, minutes: null, cases: [] };
const locked = { ...open, lockedAt: '2026-03-12T00:00:00.000Z', cases: [{ outcome: null }] };
const held = { ...locked, status: 'held', cases: [{ outcome: 'presented' }] };
const offered = (about: MeetingAtGlance) => all.filter((type) => isStepWorthOffering(type, about, now));

describe('what can be done with a meeting', () => {
  it('goes on with it: list, table, minutes', () => {
    expect(offered(open)).toEqual(['moveMeeting', 'cancelMeeting', 'lockList']);
    expect(offered({ ...locked, on: '2026-03-25' })).toEqual([
      'moveMeeting',
      'cancelMeeting',
      'returnResearch',
      'sendAgenda',
    ]);
    expect(offered(locked)).toEqual([
      'moveMeeting',
      'cancelMeeting',
      'returnResearch',
      'sendAgenda',
      'recordAttendance',
      'takeCase',
    ]);
    expect(offered({ ...locked, cases: [{ outcome: 'deferred' }] })).toContain('concludeMeeting');
    expect(offered(held)).toEqual(['confirmMinutes']);
    expect(offered({ ...held, minutes: { sentAt: null } })).toEqual(['sendMinutes', 'correctMinutes']);
    expect(offered({ ...held, minutes: { sentAt: now } })).toEqual(['correctMinutes']);
    expect(offered({ ...open, status: 'cancelled' })).toEqual([]);
  });
});
