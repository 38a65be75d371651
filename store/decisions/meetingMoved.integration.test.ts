import { describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import { newId } from '../../platform/ids.ts';
import { moment } from '../../tests/environment/caseInStore.ts';
import { meetingStories } from '../../tests/environment/meetingStories.ts';
import { storeForFile } from '../../tests/environment/storeForFile.ts';

const file = storeForFile(6);
const { store, aMeeting, graded } = file;
const { called, bring, hear } = meetingStories(file);

describe('a meeting that does not take place as planned', () => {
  it('is cancelled, and all its cases are listed again elsewhere', async () => {
    const { meeting } = await called('2026-06-16 09:30', '2026-05-12 09:00');
    const { theCase } = await graded('2026-05-27 10:00');
    await bring(theCase, meeting, '2026-05-27 11:00');
    const cancelling = newId();
    await meeting.send('cancelMeeting', { reasonId: newId() }, '2026-05-28 09:00', cancelling);
    expect(await hear(theCase, cancelling, '2026-05-28 09:01')).toBe(1);
    expect(theCase.state.listing?.meetingId).toBeTypeOf('string');
    expect(theCase.state.listing?.meetingId).not.toBe(meeting.meetingId);
    expect(await store.prisma.listing.count({ where: { meetingId: meeting.meetingId, status: 'listed' } })).toBe(0);
  });

  it('moves with its cases to another day, and keeps them', async () => {
    const { meeting } = await called('2026-09-22 09:30', '2026-08-03 09:00');
    const { theCase } = await graded('2026-08-25 10:00');
    await bring(theCase, meeting, '2026-08-25 11:00');
    const moving = newId();
    const later = { startsAt: moment('2026-09-24 13:00'), on: '2026-09-24', reasonId: newId() };
    expect(await meeting.send('moveMeeting', later, '2026-08-27 09:00', moving)).toMatchObject({ ok: true });
    await hear(theCase, moving, '2026-08-27 09:01');
    expect(theCase.state.listing).toMatchObject({ meetingId: meeting.meetingId, meetingOn: '2026-09-24' });
  });
});

describe('the agencies of a meeting', () => {
  const toldOf = async (meetingId: string, code: string) =>
    (await store.prisma.notice.findMany({ where: { caseId: meetingId, code }, orderBy: { recipientId: 'asc' } })).map(
      ({ recipientId }) => recipientId,
    );

  it('are invited once, and told of a move and a cancellation once each, the same people every time', async () => {
    const { meeting } = await called('2026-10-20 14:00', '2026-09-20 09:00');
    const { meetingId } = meeting;
    const invited = await toldOf(meetingId, 'meetingInvited');
    // Owen represents housing in every area, Kwame manages another area's service.
    expect(invited).toContain(idOf('practitioner', 'owen.tregear'));
    expect(invited).not.toContain(idOf('practitioner', 'kwame.boateng'));
    expect(new Set(invited).size).toBe(invited.length);
    expect(await meeting.send('inviteAgencies', {}, '2026-09-21 09:00')).toMatchObject({ code: 'ALREADY_INVITED' });

    const to = { startsAt: moment('2026-10-27 14:00'), on: '2026-10-27', reasonId: null };
    await meeting.send('moveMeeting', to, '2026-09-22 09:00');
    expect(await toldOf(meetingId, 'meetingMoved')).toEqual(invited);
    await meeting.send('cancelMeeting', { reasonId: null }, '2026-09-23 09:00');
    expect(await toldOf(meetingId, 'meetingCancelled')).toEqual(invited);
    const row = await store.prisma.meeting.findUniqueOrThrow({ where: { id: meetingId } });
    expect(row.sequence, 'a calendar takes the highest it has seen').toBe(2);
  });

  it('that were not invited yet hear of the day alone on which it then is', async () => {
    const meeting = aMeeting();
    const areaId = idOf('area', 'maidstone');
    const sitting = { startsAt: moment('2026-11-17 14:00'), on: '2026-11-17' };
    const payload = { areaId, kind: 'ordinary', capacity: null, slot: 'test/2026-11', ...sitting } as const;
    await meeting.send('callMeeting', payload, '2026-06-01 09:00');
    const to = { startsAt: moment('2026-11-18 14:00'), on: '2026-11-18', reasonId: null };
    await meeting.send('moveMeeting', to, '2026-06-02 09:00');
    expect(await store.prisma.notice.count({ where: { caseId: meeting.meetingId } })).toBe(0);
    await meeting.send('inviteAgencies', {}, '2026-10-21 04:00');
    expect(await toldOf(meeting.meetingId, 'meetingInvited')).not.toEqual([]);
  });
});
