import { describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import { CaseMaker } from '../../tests/environment/caseMaker.ts';
import { moment } from '../../tests/environment/caseInStore.ts';
import { meetingStories } from '../../tests/environment/meetingStories.ts';
import { storeForFile } from '../../tests/environment/storeForFile.ts';
import { toInstantOrNull } from '../time.ts';
import { casesOnBoard } from './meetingBoard.ts';

const file = storeForFile();
const { store, seeded } = file;
const { called } = meetingStories(file);

const board = async (meetingId: string) =>
  (await casesOnBoard(store.prisma, meetingId)).map(({ caseId, heardBefore }) => ({ caseId, heardBefore }));

describe('a case that is to be heard again', () => {
  it('stands on the list with the day on which it was heard before, and its first hearing is what counts', async () => {
    const first = await new CaseMaker(seeded()).heard();
    const { caseId } = first.inStore;
    const read = () => store.prisma.case.findUniqueOrThrow({ where: { id: caseId } });
    const before = await read();
    expect(toInstantOrNull(before.heardAt)).toBe(moment('2026-03-24 11:00'));
    expect(await board(before.heardMeetingId ?? '')).toEqual([{ caseId, heardBefore: null }]);

    const { meeting, answer } = await called('2026-04-21 09:30', '2026-03-01 09:00');
    expect(answer).toMatchObject({ ok: true });
    const { meetingId } = meeting;
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
