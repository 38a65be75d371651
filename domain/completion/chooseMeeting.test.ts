import { describe, expect, it } from 'vitest';
import { aMeeting, springMeetings } from '../../tests/builders/world.ts';
import { chooseMeeting } from './chooseMeeting.ts';

const [march = aMeeting('2026-03-24'), april = aMeeting('2026-04-21'), may = aMeeting('2026-05-19')] = springMeetings;
const full = { listed: 16 };

describe('the place of a case', () => {
  it('is on the first meeting whose cut-off has not passed, and the cut-off day itself is in time', () => {
    expect(march.cutOffOn).toBe('2026-03-12');
    const on = (today: string) => chooseMeeting(springMeetings, today, null);
    expect(on('2026-03-12')).toMatchObject({ ok: true, meetingId: march.meetingId, overflow: false });
    expect(on('2026-03-13')).toMatchObject({ ok: true, meetingId: april.meetingId, overflow: false });
  });

  it('does not depend on the order in which meetings are given', () => {
    expect(chooseMeeting([may, march, april], '2026-03-02', null)).toMatchObject({ meetingId: march.meetingId });
  });

  it('is on the next meeting with room where the first is full, and that is shown as overflow', () => {
    const meetings = [{ ...march, ...full }, { ...april, ...full }, may];
    expect(chooseMeeting(meetings, '2026-03-02', null)).toEqual({
      ok: true,
      meetingId: may.meetingId,
      meetingOn: '2026-05-19',
      overflow: true,
    });
  });

  it('is on the first meeting where every one is full: nobody is dropped', () => {
    const meetings = [
      { ...march, ...full },
      { ...april, ...full },
    ];
    expect(chooseMeeting(meetings, '2026-03-02', null)).toMatchObject({ meetingId: march.meetingId, overflow: true });
  });

  it('counts one place less than the room there is as room', () => {
    expect(chooseMeeting([{ ...march, listed: 15 }], '2026-03-02', null)).toMatchObject({ overflow: false });
  });

  it('is nowhere where no meeting is to come', () => {
    expect(chooseMeeting([], '2026-03-02', null)).toEqual({ ok: false, code: 'NO_MEETING' });
    expect(chooseMeeting([march], '2026-03-13', null)).toEqual({ ok: false, code: 'NO_MEETING' });
  });
});

describe('a meeting asked for by name', () => {
  it('is taken though an earlier one has room', () => {
    expect(chooseMeeting(springMeetings, '2026-03-02', may.meetingId)).toMatchObject({
      meetingId: may.meetingId,
      overflow: false,
    });
  });

  it('is taken though it is full, and that is shown as overflow', () => {
    expect(chooseMeeting([{ ...march, ...full }], '2026-03-02', march.meetingId)).toMatchObject({ overflow: true });
  });

  it('is refused once its cut-off has passed, and where it is none of the area', () => {
    expect(chooseMeeting([march], '2026-03-12', march.meetingId).ok).toBe(true);
    expect(chooseMeeting([march], '2026-03-13', march.meetingId)).toEqual({
      ok: false,
      code: 'CUT_OFF_PASSED',
      blocking: [{ type: 'meeting', id: march.meetingId }],
    });
    expect(chooseMeeting([march], '2026-03-02', 'elsewhere')).toMatchObject({ ok: false, code: 'UNKNOWN_MEETING' });
  });
});
