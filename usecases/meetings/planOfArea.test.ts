import { describe, expect, it } from 'vitest';
import { londonMoment } from '../../domain/calendar/london.ts';
import { defaultPolicyEntries } from '../../domain/policy/defaults.ts';
import { policyInForce } from '../../domain/policy/policyInForce.ts';
import { changeOfPattern } from '../../domain/meetings/sittingPattern.ts';
import { type CalendarGround, planFrom } from './planOfArea.ts';

const now = londonMoment('2026-03-02', '10:00');
/** The last day of the calendar that is made on that day, a Tuesday. */
const last = '2027-03-02';
const everyTuesday = { every: 'week', weekday: 2, at: '09:30', onBankHoliday: 'nextWorkingDay' } as const;
const entries = [
  ...defaultPolicyEntries,
  {
    version: 'weekly',
    effectiveFrom: '2026-01-01',
    areas: ['an area of this test'],
    changes: changeOfPattern(
      everyTuesday,
      'test',
      policyInForce(defaultPolicyEntries, 'an area of this test', '2026-01-01').meeting,
    ),
  },
];
const jubilee = { version: 'jubilee', events: [{ title: 'Jubilee', date: last, notes: '' }], withdrawn: false };
const nothing = { unrecorded: [], uninvited: [], givenUp: [], besidePattern: [] };
const taken = { moments: new Set<string>(), settledSlots: new Set<string>() };

function planned(announced: readonly (typeof jubilee)[], meetings: readonly string[]) {
  const standing = meetings.map((on) => ({
    ...{ meetingId: on, slot: 'week/2027-03-01', on, startsAt: londonMoment(on, '09:30') },
    ...{ sequence: 0, locked: false, movedByHand: false },
  }));
  const ground = { entries, announced };
  return planFrom({ ...nothing, standing, taken }, { code: 'an area of this test' }, ground, now).changes;
}

describe('an extra meeting on the moment of a sitting that no meeting of the pattern has', () => {
  const day = '2026-05-05';
  const on = (date: string) => ({
    ...{ meetingId: 'extra', on: date, startsAt: londonMoment(date, '09:30') },
    ...{ sequence: 1, locked: false, movedByHand: false, kind: 'extra', recorded: true },
  });
  const holiday = { version: 'may', events: [{ title: 'May', date: day, notes: '' }], withdrawn: false };
  const without: CalendarGround = { entries, announced: [] };
  const withHoliday: CalendarGround = { entries, announced: [holiday] };
  const ofExtra = (date: string, ground: CalendarGround, stoodOn: CalendarGround) => {
    const besidePattern = [{ ...on(date), kind: 'extra' as const }];
    const moments = new Set([on(date).startsAt]);
    const stands = { ...nothing, besidePattern, standing: [], taken: { ...taken, moments } };
    const { changes } = planFrom(stands, { code: 'an area of this test' }, ground, now, stoodOn);
    return changes.filter((change) => change.do !== 'call' || change.sitting.slot === 'week/2026-05-04');
  };

  it('goes where that sitting goes, and comes back; no second meeting is called beside it', () => {
    expect(ofExtra(day, without, without)).toEqual([]);
    expect(ofExtra(day, withHoliday, without)).toMatchObject([
      { do: 'move', meetingId: 'extra', sitting: { slot: 'week/2026-05-04', on: '2026-05-06' } },
    ]);
    expect(ofExtra('2026-05-06', without, withHoliday)).toMatchObject([
      { do: 'move', meetingId: 'extra', sitting: { on: day } },
    ]);
    // The night after each finds nothing to do.
    expect(ofExtra('2026-05-06', withHoliday, withHoliday)).toEqual([]);
  });
});

describe('the calendar of a year', () => {
  it('calls no meeting after its last day', () => {
    const days = planned([], []).map((change) => (change.do === 'call' ? change.sitting.on : change.do));
    expect(days).toHaveLength(53);
    expect(days.at(-1)).toBe(last);
    expect(planned([jubilee], []).filter((change) => change.do === 'call')).toHaveLength(52);
  });

  it('moves the meeting of its last day out of the way of a bank holiday, and does not give it up', () => {
    expect(planned([jubilee], [last]).filter((change) => change.do !== 'call')).toMatchObject([
      { do: 'move', meetingId: last, sitting: { on: '2027-03-03' } },
    ]);
  });
});
