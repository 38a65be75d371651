import { describe, expect, it } from 'vitest';
import type { MeetingChoice } from '../completion/chooseMeeting.ts';
import { whereCasesGo } from './whereCasesGo.ts';

const left = (meetingOn: string, more: Partial<MeetingChoice> = {}): MeetingChoice => ({
  ...{ meetingId: meetingOn, meetingOn, cutOffOn: meetingOn, capacity: 3, listed: 0, ...more },
});
const go = (cases: number, ...choices: readonly MeetingChoice[]) =>
  whereCasesGo([{ meetingId: 'leaving', cases }], choices, '2026-03-02').get('leaving');

describe('the cases of a meeting that falls away', () => {
  it('go to the first meeting left that has room, one after the other', () => {
    expect(go(5, left('2026-03-17', { listed: 1 }), left('2026-03-24'))).toEqual({
      to: [
        { meetingOn: '2026-03-17', cases: 2 },
        { meetingOn: '2026-03-24', cases: 3 },
      ],
      nowhere: 0,
    });
  });

  it('pass by a meeting whose cut-off has passed or whose list is locked', () => {
    const closed = [left('2026-03-10', { cutOffOn: '2026-03-01' }), left('2026-03-17', { locked: true })];
    expect(go(1, ...closed, left('2026-03-24'))?.to).toEqual([{ meetingOn: '2026-03-24', cases: 1 }]);
  });

  it('are counted where no meeting is left for them', () => {
    expect(go(2)).toEqual({ to: [], nowhere: 2 });
    expect(go(0)).toEqual({ to: [], nowhere: 0 });
  });

  it('take room from each other: the second meeting that falls away finds it taken', () => {
    const leaving = ['one', 'other'].map((meetingId) => ({ meetingId, cases: 2 }));
    const went = whereCasesGo(leaving, [left('2026-03-17'), left('2026-03-24')], '2026-03-02');
    expect(went.get('other')?.to).toEqual([
      { meetingOn: '2026-03-17', cases: 1 },
      { meetingOn: '2026-03-24', cases: 1 },
    ]);
  });
});
