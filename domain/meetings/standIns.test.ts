import { describe, expect, it } from 'vitest';
import { londonMoment } from '../calendar/london.ts';
import { type MeetingBeside, standIns } from './standIns.ts';

const sitting = { slot: 'month/2026-05', on: '2026-05-05', startsAt: londonMoment('2026-05-05', '09:30') };
const extra: MeetingBeside = {
  ...{ meetingId: 'extra', on: sitting.on, startsAt: sitting.startsAt, sequence: 0, locked: false, movedByHand: false },
  ...{ kind: 'extra', recorded: true },
};
const nothing = new Set<string>();

describe('a meeting beside the pattern', () => {
  it('stands in for the sitting on whose moment it stands, where no meeting of the pattern has it', () => {
    const { kind: _sort, recorded: _record, ...meeting } = extra;
    expect(standIns([extra], [], [sitting], nothing)).toEqual([{ ...meeting, slot: sitting.slot }]);
    expect(
      standIns([extra], [{ ...meeting, meetingId: 'of the pattern', slot: sitting.slot }], [sitting], nothing),
    ).toEqual([]);
  });

  it.each<[string, Partial<MeetingBeside>, ReadonlySet<string>]>([
    ['at another hour', { startsAt: londonMoment('2026-05-05', '10:30') }, nothing],
    ['that is an emergency', { kind: 'emergency' }, nothing],
    ['without a record yet', { recorded: false }, nothing],
    ['whose sitting somebody has cancelled', {}, new Set([sitting.slot])],
  ])('%s stands in for none', (_what, more, settled) => {
    expect(standIns([{ ...extra, ...more }], [], [sitting], settled)).toEqual([]);
  });
});
