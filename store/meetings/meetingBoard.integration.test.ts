import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import { CaseMaker } from '../../tests/environment/caseMaker.ts';
import { moment } from '../../tests/environment/caseInStore.ts';
import { MeetingInStore } from '../../tests/environment/meetingInStore.ts';
import { type SeededStore, seededStore } from '../../tests/environment/seededStore.ts';
import { whoeverMay } from '../../tests/environment/whoMaySend.ts';
import { toInstantOrNull } from '../time.ts';
import { casesOnBoard } from './meetingBoard.ts';

let seeded: SeededStore;
beforeAll(async () => void (seeded = await seededStore()));
afterAll(() => seeded?.end());

async function aMeeting(on: string): Promise<string> {
  const meeting = new MeetingInStore(seeded.store, seeded.tools, whoeverMay);
  const when = { startsAt: moment(`${on} 09:30`), on, slot: null };
  const calling = { areaId: idOf('area', 'maidstone'), kind: 'extra' as const, capacity: null, ...when };
  expect(await meeting.send('callMeeting', calling, '2026-03-01 09:00')).toMatchObject({ ok: true });
  return meeting.meetingId;
}

const board = async (meetingId: string) =>
  (await casesOnBoard(seeded.store.prisma, meetingId)).map(({ caseId, heardBefore }) => ({ caseId, heardBefore }));

describe('a case that is to be heard again', () => {
  it('stands on the list with the day on which it was heard before, and its first hearing is what counts', async () => {
    const first = await new CaseMaker(seeded).heard();
    const { caseId } = first.inStore;
    const read = () => seeded.store.prisma.case.findUniqueOrThrow({ where: { id: caseId } });
    const before = await read();
    expect(toInstantOrNull(before.heardAt)).toBe(moment('2026-03-24 11:00'));
    expect(await board(before.heardMeetingId ?? '')).toEqual([{ caseId, heardBefore: null }]);

    const meetingId = await aMeeting('2026-04-21');
    await first.does('listCase', { meetingId, reasonId: idOf('area', 'maidstone') }, '2026-03-30 10:00');
    expect(await board(meetingId)).toEqual([{ caseId, heardBefore: '2026-03-24' }]);

    const hearing = { outcome: 'heard', meetingId, attendance: [], minuteId: null, actions: [] } as const;
    await first.does('recordHearing', hearing, '2026-04-21 11:00');
    expect(await read()).toMatchObject({
      stage: 'heard',
      heardAt: before.heardAt,
      heardMeetingId: before.heardMeetingId,
    });
    expect(await board(before.heardMeetingId ?? '')).toEqual([{ caseId, heardBefore: null }]);
  });
});
