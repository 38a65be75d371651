import { describe, expect, it } from 'vitest';
import { type Invitation, invitationTo } from './invitation.ts';

const meeting: Invitation = {
  meetingId: '0190a0c4-0000-7000-8000-000000000001',
  sequence: 0,
  cancelled: false,
  // Tuesday 30 March 2027, 9:30 in London: two days after the clocks went forward.
  startsAt: '2027-03-30T08:30:00.000Z',
  areaName: 'Tonbridge; Malling',
  publicUrl: 'https://marac.example',
};
const now = '2027-03-01T09:00:00.000Z';
const linesOf = (more: Partial<Invitation>) => invitationTo({ ...meeting, ...more }, now).split('\r\n');

describe('a meeting in a calendar', () => {
  it('is at its moment in UTC, named by its area alone, with a link that asks to sign in', () => {
    const lines = linesOf({});
    expect(lines).toContain('DTSTART:20270330T083000Z');
    expect(lines).toContain('SUMMARY:MARAC Tonbridge\\; Malling');
    expect(lines).toContain(`UID:${meeting.meetingId}@marac`);
    expect(lines.join('')).toContain(`URL:https://marac.example/meetings/${meeting.meetingId.slice(0, 8)}`);
    expect(lines).toContain('METHOD:PUBLISH');
    expect(lines).toContain('SEQUENCE:0');
  });

  it('that moves keeps its identity under a higher sequence, and one that is cancelled is taken out again', () => {
    const uid = (lines: readonly string[]) => lines.find((line) => line.startsWith('UID:'));
    const moved = linesOf({ sequence: 1, startsAt: '2027-04-06T08:30:00.000Z' });
    expect(moved).toContain('SEQUENCE:1');
    const cancelled = linesOf({ sequence: 2, cancelled: true });
    expect(cancelled).toContain('METHOD:CANCEL');
    expect(cancelled).toContain('STATUS:CANCELLED');
    expect(cancelled).toContain('SEQUENCE:2');
    expect(new Set([uid(linesOf({})), uid(moved), uid(cancelled)]).size).toBe(1);
  });
});
