import { describe, expect, it } from 'vitest';
import type { Invitation } from '../meetings/invitation.ts';
import { calendarPart } from './calendarPart.ts';
import type { NewsData } from './noticeData.ts';

const meeting: Invitation = {
  meetingId: '0190a0c4-0000-7000-8000-000000000001',
  sequence: 2,
  cancelled: false,
  startsAt: '2026-04-14T08:30:00.000Z',
  areaName: 'Maidstone',
  publicUrl: 'https://marac.example',
};
const now = '2026-03-02T10:00:00.000Z';
const news = (code: NewsData['code']): NewsData => ({ code, due: null });

describe('a message about a meeting', () => {
  it('carries it for the calendar as it stands when the message leaves', () => {
    for (const code of ['meetingInvited', 'meetingMoved', 'emergencyMeeting'] as const) {
      const part = calendarPart(news(code), meeting, now);
      expect(part, code).toMatchObject({ name: 'meeting.ics', method: 'PUBLISH' });
      expect(part?.content.split('\r\n')).toEqual(expect.arrayContaining(['SEQUENCE:2', 'METHOD:PUBLISH']));
    }
  });

  it('takes it out of the calendar where it was cancelled', () => {
    const part = calendarPart(news('meetingCancelled'), { ...meeting, sequence: 3, cancelled: true }, now);
    expect(part?.method).toBe('CANCEL');
    expect(part?.content.split('\r\n')).toEqual(expect.arrayContaining(['SEQUENCE:3', 'STATUS:CANCELLED']));
  });

  it('carries none where the news changes no calendar', () => {
    expect(calendarPart(news('researchAsked'), meeting, now)).toBeNull();
    expect(calendarPart(news('meetingInvited'), null, now)).toBeNull();
  });
});
