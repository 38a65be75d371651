import { describe, expect, it } from 'vitest';
import { decideMeeting, meetingByItself } from '../decideMeeting.ts';
import type { MeetingFact, MeetingSort } from '../meetingFact.ts';
import { evolveMeeting, type MeetingState, newMeeting } from '../meetingState.ts';

const now = '2026-03-02T10:00:00.000Z';
const when = { occurred: { at: now, precision: 'minute' }, now } as const;

function called(kind: MeetingSort, on: string) {
  const payload = { areaId: 'maidstone', kind, capacity: null, slot: null, startsAt: `${on}T09:30:00.000Z`, on };
  return decideMeeting(newMeeting(), { type: 'callMeeting', payload }, when);
}

function after(state: MeetingState, ...facts: readonly MeetingFact[]): MeetingState {
  return evolveMeeting(
    state,
    facts.map((fact, index) => ({ seq: state.version + index + 1, fact })),
  );
}

function planned(): MeetingState {
  const decision = called('ordinary', '2026-03-24');
  if (!decision.ok) throw new Error(decision.code);
  return after(newMeeting(), ...decision.facts);
}

const invite = (state: MeetingState) => decideMeeting(state, { type: 'inviteAgencies', payload: {} }, when);
const asked = (decision: ReturnType<typeof invite>) => (decision.ok ? decision.asks.map(({ type }) => type) : decision);

describe('the agencies of a meeting are invited', () => {
  it('at once where it stands beside the pattern, and by the calendar where it is one of the pattern', () => {
    expect(asked(called('extra', '2026-03-10'))).toEqual(['call', 'invite']);
    expect(asked(called('emergency', '2026-03-03'))).toEqual(['call', 'invite']);
    expect(asked(called('ordinary', '2026-03-24'))).toEqual(['call']);
    expect(asked(called('extra', '2026-02-10')), 'one of the past').toEqual(['call']);
  });

  it('once', () => {
    const decision = invite(planned());
    if (!decision.ok) throw new Error(decision.code);
    expect(invite(after(planned(), ...decision.facts))).toMatchObject({ code: 'ALREADY_INVITED' });
  });

  it('to no meeting that was held or cancelled', () => {
    const data = { presentAgencyIds: [], quorate: true, missingServices: [] };
    const { occurred } = when;
    expect(invite(after(planned(), { type: 'meetingHeld', occurred, data }))).toMatchObject({ code: 'MEETING_HELD' });
    const cancelled = after(planned(), { type: 'meetingCancelled', occurred, data: { reasonId: null, caseIds: [] } });
    expect(invite(cancelled)).toMatchObject({ code: 'MEETING_CANCELLED' });
  });
});

describe('a meeting that goes by another rhythm where it stays', () => {
  const moves = (state: MeetingState) => decideMeeting(state, { type: 'moveCutOff', payload: {} }, when);
  const cutOffMoved: MeetingFact = {
    type: 'cutOffMoved',
    occurred: when.occurred,
    data: { cutOffOn: '2026-03-19', from: '2026-03-12' },
  };

  it('has its cut-off counted anew, and locks its list by that', () => {
    expect(asked(moves(planned()))).toEqual(['cutOff']);
    const moved = after(planned(), cutOffMoved);
    expect(moved).toMatchObject({ stage: 'planned', cutOffOn: '2026-03-19' });
    expect(meetingByItself(moved, '2026-03-19T23:59:59.000Z')).toBeNull();
    expect(meetingByItself(moved, '2026-03-20T00:00:00.000Z')).toMatchObject({ type: 'lockList' });
  });

  it('keeps it once its list is locked, and after it was held', () => {
    const locked = after(planned(), { type: 'listLocked', occurred: when.occurred, data: { caseIds: [] } });
    expect(moves(locked)).toMatchObject({ code: 'LIST_LOCKED' });
    const data = { presentAgencyIds: [], quorate: true, missingServices: [] };
    expect(moves(after(locked, { type: 'meetingHeld', occurred: when.occurred, data }))).toMatchObject({
      code: 'MEETING_HELD',
    });
  });
});
