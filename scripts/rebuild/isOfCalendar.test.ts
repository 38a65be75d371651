import { describe, expect, it } from 'vitest';
import { isOfCalendar } from './isOfCalendar.ts';

describe('a command that nobody has to enter again', () => {
  it.each([
    ['callMeeting', { kind: 'ordinary' }],
    ['moveMeeting', { reasonId: null }],
    ['cancelMeeting', { reasonId: null }],
    ['inviteAgencies', {}],
    ['moveCutOff', {}],
  ])('is one of the calendar: %s', (type, payload) => {
    expect(isOfCalendar({ type, payload })).toBe(true);
  });

  it.each([
    ['callMeeting', { kind: 'extra' }],
    ['callMeeting', { kind: 'emergency' }],
    ['moveMeeting', { reasonId: 'why' }],
    ['cancelMeeting', { reasonId: 'why' }],
    ['concludeMeeting', {}],
    ['setAction', { reasonId: null }],
  ])('is none that a person sent: %s', (type, payload) => {
    expect(isOfCalendar({ type, payload })).toBe(false);
  });
});
